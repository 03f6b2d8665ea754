package org.defcore.scoring;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.scoring.Worksheet.Group;
import org.defcore.yaml.FileFailure;
import org.defcore.yaml.Problems;
import org.defcore.yaml.UnusableFile;

/**
 * Reads the text form that was published. Lines that are neither heading, scores nor note of a
 * capability are prose and are skipped.
 */
public final class TextWorksheetReader {

  /** The beginning of the first line in our files; the cycle follows. */
  static final String TITLE = "Scoring worksheet ";

  private static final String EXPECTED =
      "expected NAME: [x,x,x] [x,x,x] [x,x,x] [x,x,x] [x] [total] with x one of " + Score.SIGNS;
  private static final Pattern LINE = Pattern.compile("(" + WorksheetReader.NAME + "):\\s*(\\[.*)");
  private static final Pattern SCORES =
      Pattern.compile(
          "((?:\\[[01?*],[01?*],[01?*]]\\s*){4})\\[([01?*])](?:\\s*\\[(-?\\d{1,4})]\\*?)?\\s*");
  private static final Pattern NOTE =
      Pattern.compile("\\s+\\* (" + WorksheetReader.NAME + "): (.+)");
  private static final Pattern UNDERLINE = Pattern.compile("-{3,}\\s*");

  private final Problems problems;
  private final List<String> lines;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> totals = new LinkedHashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Map<String, List<ScoreLine>> groups = new LinkedHashMap<>();

  private TextWorksheetReader(List<String> lines, Problems problems) {
    this.lines = lines;
    this.problems = problems;
  }

  /**
   * Reads or refuses; a file that does not name its cycle is of the cycle that it is named after.
   *
   * @param shown the file as the user wrote it
   * @throws UnusableFile with every problem of the file
   */
  public static TextWorksheet read(Path file, String shown) {
    String name = file.getFileName().toString();
    Problems problems = new Problems(name);
    TextWorksheetReader reader = new TextWorksheetReader(lines(file, problems), problems);
    TextWorksheet text = reader.read(name.replaceFirst("\\.[A-Za-z]+$", ""));
    if (problems.lines().isEmpty() && text.worksheet().lines().isEmpty()) {
      problems.inFile("expected lines of scores but found none: " + EXPECTED);
    }
    if (!problems.lines().isEmpty()) {
      throw new UnusableFile(shown, problems.lines());
    }
    return text;
  }

  private static List<String> lines(Path file, Problems problems) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      problems.inFile("expected UTF-8 but found other bytes");
    } catch (IOException e) {
      problems.inFile("cannot be read: " + FileFailure.reason(e));
    }
    return List.of();
  }

  private TextWorksheet read(String named) {
    String heading = "Capabilities";
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && UNDERLINE.matcher(lines.get(i)).matches() && !lines.get(i - 1).isBlank()) {
        heading = lines.get(i - 1).strip();
      }
      read(i, heading);
    }
    List<Group> read =
        groups.entrySet().stream()
            .map(it -> new Group(it.getKey(), it.getValue().stream().map(this::noted).toList()))
            .toList();
    return new TextWorksheet(new Worksheet(cycle(named), read), totals);
  }

  private String cycle(String named) {
    return lines.stream()
        .findFirst()
        .filter(it -> it.startsWith(TITLE))
        .map(it -> it.substring(TITLE.length()).strip())
        .filter(it -> WorksheetReader.NAME.matcher(it).matches())
        .orElse(named);
  }

  private void read(int index, String heading) {
    Matcher note = NOTE.matcher(lines.get(index));
    if (note.matches()) {
      notes.put(note.group(1), note.group(2));
    }
    Matcher line = LINE.matcher(lines.get(index));
    if (!line.matches()) {
      return;
    }
    Matcher scores = SCORES.matcher(line.group(2));
    if (!scores.matches()) {
      problems.atLine(index + 1, EXPECTED + " but found \"" + lines.get(index).strip() + "\"");
      return;
    }
    String name = line.group(1);
    Integer earlier = places.putIfAbsent(name, index + 1);
    if (earlier != null) {
      problems.atLine(index + 1, "\"" + name + "\" stands already in line " + earlier);
      return;
    }
    groups.computeIfAbsent(heading, it -> new ArrayList<>()).add(line(name, scores));
    Optional.ofNullable(scores.group(3)).ifPresent(it -> totals.put(name, Integer.valueOf(it)));
  }

  private static ScoreLine line(String name, Matcher matched) {
    String signs = matched.group(1).replaceAll("[^01?*]", "");
    Map<Criterion, Score> scores = new EnumMap<>(Criterion.class);
    Criterion[] criteria = Criterion.values();
    for (int i = 0; i < criteria.length; i++) {
      scores.put(criteria[i], score(signs.substring(i, i + 1)));
    }
    return new ScoreLine(name, scores, score(matched.group(2)), Optional.empty());
  }

  private static Score score(String sign) {
    return Score.parse(sign).orElseThrow(() -> new IllegalStateException("matched: " + sign));
  }

  private ScoreLine noted(ScoreLine line) {
    return new ScoreLine(
        line.capability(),
        line.scores(),
        line.nonAdmin(),
        Optional.ofNullable(notes.get(line.capability())));
  }
}
