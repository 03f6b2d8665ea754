package org.defcore.clouds;

import static java.util.stream.Collectors.joining;
import static org.defcore.clouds.CloudException.Kind.CONFIGURATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the clouds and the secure file where the OpenStack SDK looks for them, and merges them. */
final class CloudFiles {

  private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

  /**
   * The clouds of the merged files.
   *
   * @param source the clouds file as a user would write it
   */
  record Clouds(Optional<String> source, ObjectNode byName) {}

  private final Environment surroundings;

  CloudFiles(Environment surroundings) {
    this.surroundings = surroundings;
  }

  Clouds read() {
    Optional<Path> cloudsFile = find("OS_CLIENT_CONFIG_FILE", "clouds");
    Optional<Path> secureFile = find("OS_CLIENT_SECURE_FILE", "secure");
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    cloudsFile.ifPresent(it -> merge(all, clouds(it)));
    secureFile.ifPresent(it -> merge(all, clouds(it)));
    return new Clouds(cloudsFile.or(() -> secureFile).map(surroundings::shown), all);
  }

  /** The folders that were searched, as a user would write them. */
  String searched() {
    return surroundings.folders().stream()
        .map(it -> it.equals(surroundings.directory()) ? "." : surroundings.shown(it))
        .collect(joining(", "));
  }

  private Optional<Path> find(String variable, String baseName) {
    Optional<Path> named = surroundings.variable(variable).map(surroundings::resolve);
    if (named.isPresent()) {
      Path file = named.get();
      // The SDK would go on to the next place; then a run would be about another cloud than meant.
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new CloudException(
            CONFIGURATION,
            "%s: expected a readable file but found none at %s: correct or unset it"
                .formatted(variable, surroundings.shown(file)));
      }
      return named;
    }
    return surroundings.folders().stream()
        .flatMap(folder -> SUFFIXES.stream().map(it -> folder.resolve(baseName + it)))
        .filter(it -> Files.isRegularFile(it) && Files.isReadable(it))
        .findFirst();
  }

  private ObjectNode clouds(Path file) {
    String source = surroundings.shown(file);
    JsonNode root = ConfigFile.read(file, source);
    if (root.isMissingNode() || root.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode clouds = root.path("clouds");
    if (clouds.isMissingNode() || clouds.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (!(clouds instanceof ObjectNode found)) {
      throw new CloudException(
          CONFIGURATION,
          source
              + ": clouds: expected clouds by name but found "
              + CloudSettings.shape(clouds)
              + ": indent each cloud below clouds:");
    }
    found
        .properties()
        .forEach(
            it -> {
              if (!it.getValue().isObject()) {
                throw new CloudException(
                    CONFIGURATION,
                    "%s: cloud '%s': expected settings but found %s: indent them below its name"
                        .formatted(source, it.getKey(), CloudSettings.shape(it.getValue())));
              }
            });
    return found;
  }

  /** Lays {@code upper} over {@code lower}, mapping by mapping. */
  static void merge(ObjectNode lower, ObjectNode upper) {
    for (Map.Entry<String, JsonNode> entry : upper.properties()) {
      if (lower.get(entry.getKey()) instanceof ObjectNode under
          && entry.getValue() instanceof ObjectNode over) {
        merge(under, over);
      } else {
        lower.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
  }
}
