package org.defcore.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.SharedFiles;

/** Guideline and specification files, read only as far as tests of the catalogue need them. */
final class PublishedFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedFiles() {}

  /** Behaviour records of the tests that a published guideline names. */
  static List<JsonNode> specs() {
    Set<String> named =
        guidelines(sharedGuidelines()).values().stream()
            .flatMap(it -> namesById(it).keySet().stream())
            .collect(Collectors.toSet());
    return allSpecs().stream().filter(it -> named.contains(it.path("id").asText())).toList();
  }

  /** All behaviour records, one JSON object a line of a file. */
  static List<JsonNode> allSpecs() {
    List<JsonNode> records = new ArrayList<>();
    for (Path file : files(SharedFiles.require("specs"), ".jsonl")) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.filter(it -> !it.isBlank()).map(PublishedFiles::json).forEach(records::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return records;
  }

  /** Guidelines as published, without their sentences. */
  static Path sharedGuidelines() {
    return SharedFiles.require("facts/guidelines");
  }

  /**
   * The guideline files of a folder by name, {@code dns.2020.06}; other JSON files are left out.
   */
  static Map<String, JsonNode> guidelines(Path folder) {
    Map<String, JsonNode> guidelines = new TreeMap<>();
    for (Path file : files(folder, ".json")) {
      try {
        JsonNode root = json(Files.readString(file));
        if (root.path("capabilities").isObject()) {
          guidelines.put(file.getFileName().toString().replaceFirst("\\.json$", ""), root);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return guidelines;
  }

  /**
   * The ids of a guideline with the names that stand beside each. 2016.01 has tags behind some ids,
   * and 2017.01 has a place holder with no id at all.
   */
  static Map<String, Set<String>> namesById(JsonNode guideline) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (JsonNode capability : guideline.path("capabilities")) {
      for (Map.Entry<String, JsonNode> test : capability.path("tests").properties()) {
        String id = test.getValue().path("idempotent_id").asText().replaceAll("^id-|,.*$", "");
        if (!id.isEmpty()) {
          Set<String> all = names.computeIfAbsent(id, it -> new TreeSet<>());
          all.add(test.getKey());
          test.getValue().path("aliases").forEach(it -> all.add(it.asText()));
        }
      }
    }
    return names;
  }

  /** The test names of a guideline of schema 1.2, which knows no ids. */
  static Set<String> bareNames(JsonNode guideline) {
    Set<String> names = new TreeSet<>();
    for (JsonNode capability : guideline.path("capabilities")) {
      if (capability.path("tests").isArray()) {
        capability.path("tests").forEach(it -> names.add(it.asText()));
      }
    }
    return names;
  }

  /** The tests of a guideline that have a name and no id, where ids are the rule. */
  static Set<String> namesWithoutId(JsonNode guideline) {
    Set<String> names = new TreeSet<>();
    for (JsonNode capability : guideline.path("capabilities")) {
      for (Map.Entry<String, JsonNode> test : capability.path("tests").properties()) {
        if (test.getValue().path("idempotent_id").asText().isEmpty()) {
          names.add(test.getKey());
        }
      }
    }
    return names;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked.filter(it -> it.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
