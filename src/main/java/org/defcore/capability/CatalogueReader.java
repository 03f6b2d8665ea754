package org.defcore.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;

/** Reads a folder with one YAML file a service, {@code compute.yaml}, as a whole or not at all. */
public final class CatalogueReader {

  private static final String ENDING = ".yaml";

  /**
   * Reads every file of the folder that ends in {@code .yaml}.
   *
   * @throws UnusableFile with every problem of every file
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
      throw new UnusableFile(folder.toString(), problems);
    }
    return new Catalogue(entries);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UnusableFile(folder.toString(), List.of("expected a folder, found none"));
    }
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(it -> it.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UnusableFile(folder.toString(), List.of("cannot be listed: " + e));
    }
    if (files.isEmpty()) {
      throw new UnusableFile(
          folder.toString(), List.of("expected files that end in .yaml, found none"));
    }
    return files;
  }

  private static List<CatalogueFile.Placed> entries(Path path, String service, Problems problems) {
    return YamlFile.root(path, problems)
        .map(it -> new CatalogueFile(service, problems).read(it))
        .orElse(List.of());
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
