package org.defcore.capability;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a folder with one YAML file a service, {@code compute.yaml}, as a whole or not at all. */
public final class CatalogueReader {

  private static final String ENDING = ".yaml";

  /**
   * Reads every file of the folder that ends in {@code .yaml}.
   *
   * @throws CatalogueException with every problem of every file
   */
  public Catalogue read(Path folder) {
    List<String> problems = new ArrayList<>();
    List<CatalogueEntry> entries = new ArrayList<>();
    Map<String, String> places = new HashMap<>();
    for (Path path : files(folder)) {
      String file = path.getFileName().toString();
      Problems own = new Problems(file);
      String service = file.substring(0, file.length() - ENDING.length());
      for (CatalogueFile.Placed placed : entries(path, service, own)) {
        checkUnique(placed, places, own);
        entries.add(placed.entry());
      }
      problems.addAll(own.lines());
    }
    if (!problems.isEmpty()) {
      throw new CatalogueException(folder.toString(), problems);
    }
    return new Catalogue(entries);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CatalogueException(folder.toString(), List.of("expected a folder, found none"));
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new CatalogueException(folder.toString(), List.of("cannot be listed: " + e));
    }
    if (files.isEmpty()) {
      throw new CatalogueException(
          folder.toString(), List.of("expected files that end in .yaml, found none"));
    }
    return files;
  }

  private static List<CatalogueFile.Placed> entries(Path path, String service, Problems problems) {
    return root(path, problems)
        .map(it -> new CatalogueFile(service, problems).read(it))
        .orElse(List.of());
  }

  private static Optional<Node> root(Path path, Problems problems) {
    try {
      Optional<Node> root = Optional.ofNullable(compose(Files.readString(path)));
      if (root.isEmpty()) {
        problems.inFile("expected service, tests but the file is empty");
      }
      return root;
    } catch (MarkedYAMLException e) {
      problems.at(e.getProblemMark(), "not YAML: " + oneLine(e.getProblem()));
    } catch (YAMLException e) {
      problems.inFile("not YAML that can be read safely: " + oneLine(e.getMessage()));
    } catch (CharacterCodingException e) {
      problems.inFile("expected UTF-8 but found other bytes");
    } catch (IOException e) {
      problems.inFile("cannot be read: " + e);
    }
    return Optional.empty();
  }

  private static @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    // A catalogue has no use for aliases, and a bomb is made of nothing else.
    options.setMaxAliasesForCollections(0);
    return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
  }

  private static String oneLine(@Nullable String message) {
    return message == null ? "no reason given" : message.strip().replaceAll("\\s+", " ");
  }

  private static void checkUnique(
      CatalogueFile.Placed placed, Map<String, String> places, Problems problems) {
    String place = problems.place(placed.mark());
    List<String> keys = new ArrayList<>();
    keys.add(placed.entry().id().toString());
    keys.addAll(placed.entry().names());
    for (String key : keys) {
      String earlier = places.putIfAbsent(key, place);
      if (earlier != null) {
        problems.at(placed.mark(), "\"" + key + "\" stands already at " + earlier);
      }
    }
  }
}
