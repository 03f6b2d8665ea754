package org.defcore.guideline.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Approval;
import org.defcore.guideline.Finding;
import org.defcore.guideline.Finding.Severity;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Target;
import org.defcore.guideline.read.GuidelineReader;
import org.defcore.guideline.read.GuidelineReader.Inspection;

/**
 * The guidelines in one or more folders, each with {@code add-ons} and {@code verticals} beside its
 * files. The name of a guideline is that of its file without {@code .json}; if two folders have the
 * same name, the first folder takes precedence. A file that changed is read again.
 */
public final class GuidelineLibrary {

  /** The folder of a guideline. */
  public enum Group {
    POWERED(""),
    ADD_ON("add-ons"),
    VERTICAL("verticals");

    private final String folder;

    Group(String folder) {
      this.folder = folder;
    }
  }

  /**
   * One file of the library.
   *
   * @param name without {@code .json}
   * @param guideline absent when the file cannot be used
   */
  public record Entry(
      String name, Group group, Path file, Optional<Guideline> guideline, List<Finding> findings) {

    public Entry {
      findings = List.copyOf(findings);
    }
  }

  private final List<Path> roots;
  private final ReadFiles files = new ReadFiles();
  private final ForeignComponents foreignComponents = new ForeignComponents(this::read);

  /**
   * @param roots folders; one that does not exist is empty
   */
  public GuidelineLibrary(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /** All files by group, then by name, usable or not. */
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    for (Group group : Group.values()) {
      files(group)
          .forEach(
              (name, file) -> {
                Inspection inspection = inspect(name, file);
                entries.add(
                    new Entry(name, group, file, inspection.guideline(), inspection.findings()));
              });
    }
    return entries;
  }

  /** The approvals that the files tell, by group, then by name; nothing else of them is read. */
  public List<Approval> approvals() {
    return Stream.of(Group.values())
        .flatMap(it -> files(it).values().stream())
        .flatMap(it -> approval(it).stream())
        .toList();
  }

  private Optional<Approval> approval(Path file) {
    try {
      return new GuidelineReader().approval(file);
    } catch (GuidelineException e) {
      return Optional.empty();
    }
  }

  /**
   * The guideline of that name ({@code 2020.06}, {@code next}, {@code dns.2020.06}, {@code
   * add-on/dns.2020.06}, {@code vertical/nfv.next}) or else in the file of that path, with the
   * components that it takes from others.
   *
   * @throws GuidelineException when there is none, or it cannot be used
   */
  public Guideline find(String nameOrPath) {
    return foreignComponents.resolve(read(nameOrPath, locate(nameOrPath)));
  }

  /**
   * Same as {@link #find}, but only in the folders of the library: for names from the network.
   *
   * @throws GuidelineException when there is none, or it cannot be used
   */
  public Guideline bundled(String name) {
    Path file = file(name).orElseThrow(() -> unknown(name));
    return foreignComponents.resolve(read(name, file));
  }

  /**
   * The file behind a name or path as {@link #find} understands it.
   *
   * @throws GuidelineException when there is none
   */
  public Path locate(String nameOrPath) {
    return file(nameOrPath).or(() -> existing(nameOrPath)).orElseThrow(() -> unknown(nameOrPath));
  }

  private static Optional<Path> existing(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads without refusing, and compares the id with the name when the file is in the library.
   *
   * @throws GuidelineException when there is no such file
   */
  public Inspection inspect(String nameOrPath) {
    Path file = locate(nameOrPath);
    Optional<String> name =
        file(nameOrPath).map(it -> GuidelineNames.withoutExtension(it.getFileName().toString()));
    return name.isPresent() ? inspect(name.get(), file) : files.inspect(file);
  }

  /**
   * The guideline of the platform that an add-on or vertical goes with: of the same folder, by the
   * source that its file gives, else by the cycle in its id. Empty for one that needs no other.
   *
   * @throws GuidelineException when it goes with one that the library lacks or that cannot be used
   */
  public Optional<Guideline> platformOf(Guideline addOn) {
    boolean alone =
        addOn.targets().stream()
            .noneMatch(it -> it.kind() == Target.Kind.ADD_ON || it.kind() == Target.Kind.VERTICAL);
    if (alone) {
      return Optional.empty();
    }
    Optional<String> bySource =
        addOn.annex().foreignComponents().stream()
            .map(Annex.ForeignComponent::guideline)
            .filter(it -> file(it).isPresent())
            .findFirst();
    String byId = addOn.id().substring(addOn.id().indexOf('.') + 1);
    return Optional.of(bundled(bySource.orElse(byId)));
  }

  /**
   * A finding if the id of a guideline differs from the name of its file. A file outside the
   * library may have any name that does not look like an id.
   */
  public Optional<Finding> checkName(Guideline guideline, Path file) {
    String name = GuidelineNames.withoutExtension(String.valueOf(file.getFileName()));
    return GuidelineNames.isId(name) || file(name).filter(file::equals).isPresent()
        ? GuidelineNames.check(guideline, name)
        : Optional.empty();
  }

  /**
   * The problem with the source of a component, if there is one.
   *
   * @param pointer to the source in the guideline's file
   */
  public Optional<Finding> check(
      Guideline guideline, Annex.ForeignComponent component, String pointer) {
    return foreignComponents.check(guideline, component, pointer);
  }

  private Optional<Guideline> read(String name) {
    return file(name).map(it -> read(name, it));
  }

  private Guideline read(String source, Path file) {
    return files.inspect(file).usable(source);
  }

  private Inspection inspect(String name, Path file) {
    try {
      Inspection inspection = files.inspect(file);
      List<Finding> findings = new ArrayList<>(inspection.findings());
      inspection.guideline().flatMap(it -> GuidelineNames.check(it, name)).ifPresent(findings::add);
      return new Inspection(inspection.guideline(), findings);
    } catch (GuidelineException e) {
      return new Inspection(
          Optional.empty(),
          List.of(new Finding(Rule.JSON, Severity.ERROR, "", String.valueOf(e.getMessage()))));
    }
  }

  private Optional<Path> file(String name) {
    for (Group group : Group.values()) {
      for (String plain : GuidelineNames.plain(name, group)) {
        Path file = files(group).get(plain);
        if (file != null) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  private GuidelineException unknown(String name) {
    List<String> names = names();
    if (names.isEmpty()) {
      return new GuidelineException(
          "guideline '" + name + "': expected a file, as there are no guidelines in " + roots);
    }
    return new GuidelineException(
        "guideline '%s': no such guideline or file. Did you mean %s? All: defcore guideline list"
            .formatted(
                name,
                GuidelineNames.nearestFirst(name, names).stream()
                    .limit(3)
                    .collect(Collectors.joining(", "))));
  }

  /** All names by group, then by name; no file is read. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Group group : Group.values()) {
      names.addAll(files(group).keySet());
    }
    return names;
  }

  private Map<String, Path> files(Group group) {
    Map<String, Path> files = new TreeMap<>();
    for (Path root : roots) {
      Path folder = group.folder.isEmpty() ? root : root.resolve(group.folder);
      for (Path file : jsonFiles(folder)) {
        files.putIfAbsent(GuidelineNames.withoutExtension(file.getFileName().toString()), file);
      }
    }
    return new LinkedHashMap<>(files);
  }

  private static List<Path> jsonFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new GuidelineException(folder + ": cannot be listed: " + e.getMessage());
    }
  }
}
