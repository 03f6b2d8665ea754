package org.defcore.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.scoring.Worksheet.Group;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;
import org.defcore.yaml.YamlFile;
import org.defcore.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code scoring/2020.06.yaml} as a whole or not at all. */
public final class WorksheetReader {

  private static final List<String> FILE_KEYS = List.of("cycle", "groups");
  private static final List<String> GROUP_KEYS = List.of("name", "capabilities");
  private static final List<String> LINE_KEYS =
      List.of("capability", "scores", "non-admin", "note");
  private static final List<String> CRITERIA =
      Arrays.stream(Criterion.values()).map(Criterion::key).toList();

  /** The form of the names of capabilities and cycles. */
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path file;
  private final String shown;
  private final Problems problems;
  private final Map<String, String> places = new HashMap<>();

  private WorksheetReader(Path file, String shown) {
    this.file = file;
    this.shown = shown;
    this.problems = new Problems(file.getFileName().toString());
  }

  /**
   * Reads a worksheet.
   *
   * @param shown the file as the user wrote it
   * @throws UnusableFile with every problem of the file
   */
  public static Worksheet read(Path file, String shown) {
    return new WorksheetReader(file, shown).read();
  }

  private Worksheet read() {
    Optional<Worksheet> worksheet = YamlFile.root(file, problems).flatMap(this::worksheet);
    if (worksheet.isEmpty() || !problems.lines().isEmpty()) {
      throw new UnusableFile(shown, problems.lines());
    }
    return worksheet.get();
  }

  private Optional<Worksheet> worksheet(Node root) {
    Optional<YamlMapping> top = YamlMapping.of(root, FILE_KEYS, problems);
    if (top.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> cycle = top.get().text("cycle").filter(it -> named(top.get(), "cycle", it));
    List<Group> groups = new ArrayList<>();
    for (Node node : top.get().nodes("groups")) {
      YamlMapping.of(node, GROUP_KEYS, problems).flatMap(this::group).ifPresent(groups::add);
    }
    return cycle.map(it -> new Worksheet(it, groups));
  }

  private Optional<Group> group(YamlMapping mapping) {
    Optional<String> name = mapping.text("name");
    List<ScoreLine> lines = new ArrayList<>();
    for (Node node : mapping.nodes("capabilities")) {
      YamlMapping.of(node, LINE_KEYS, problems).flatMap(it -> line(it, node)).ifPresent(lines::add);
    }
    return name.map(it -> new Group(it.replaceAll("\\s+", " "), lines));
  }

  private Optional<ScoreLine> line(YamlMapping mapping, Node node) {
    Optional<String> name =
        mapping.text("capability").filter(it -> named(mapping, "capability", it));
    name.ifPresent(it -> checkUnique(it, node));
    Map<Criterion, Score> scores = new EnumMap<>(Criterion.class);
    mapping
        .mapping("scores", CRITERIA)
        .ifPresent(
            given -> {
              for (Criterion criterion : Criterion.values()) {
                score(given, criterion.key()).ifPresent(it -> scores.put(criterion, it));
              }
            });
    Optional<Score> nonAdmin = score(mapping, "non-admin");
    if (name.isEmpty() || nonAdmin.isEmpty() || scores.size() < CRITERIA.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new ScoreLine(name.get(), scores, nonAdmin.get(), mapping.optionalText("note")));
  }

  private static Optional<Score> score(YamlMapping mapping, String key) {
    return mapping.value(key, Score.SIGNS, Score::parse);
  }

  private static boolean named(YamlMapping mapping, String key, String text) {
    boolean fits = NAME.matcher(text).matches();
    if (!fits) {
      mapping.problem(key, "expected letters, digits, dots and hyphens but found \"" + text + "\"");
    }
    return fits;
  }

  private void checkUnique(String capability, Node node) {
    String place = problems.place(node.getStartMark());
    String earlier = places.putIfAbsent(capability, place);
    if (earlier != null) {
      problems.at(node, "\"" + capability + "\" stands already at " + earlier);
    }
  }
}
