package org.defcore.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.scoring.Worksheet.Group;

/** Writes the text form that was published: a bracket for three criteria, then non-admin. */
public final class TextWorksheetWriter {

  private static final int BRACKET = 3;

  private final Optional<Integer> cutoff;

  /**
   * @param cutoff totals from which on get an asterisk
   */
  public TextWorksheetWriter(Optional<Integer> cutoff) {
    this.cutoff = cutoff;
  }

  /** The whole file; the same worksheet gives the same bytes. */
  public String write(TextWorksheet text) {
    List<String> lines = new ArrayList<>();
    String title = TextWorksheetReader.TITLE + text.worksheet().cycle();
    lines.addAll(List.of(title, "=".repeat(title.length())));
    for (Group group : text.worksheet().groups()) {
      lines.addAll(List.of("", group.name(), "-".repeat(Math.max(3, group.name().length()))));
      int width =
          group.lines().stream().mapToInt(it -> it.capability().length()).max().orElse(0) + 2;
      group.lines().forEach(it -> lines.add(line(it, width, text)));
      lines.addAll(notes(group));
    }
    return String.join("\n", lines) + "\n";
  }

  private String line(ScoreLine line, int width, TextWorksheet text) {
    String name = line.capability() + ":";
    return name
        + " ".repeat(width - name.length())
        + brackets(line)
        + Optional.ofNullable(text.totals().get(line.capability())).map(this::total).orElse("");
  }

  private static String brackets(ScoreLine line) {
    List<String> signs = line.scores().values().stream().map(Score::sign).toList();
    List<String> brackets = new ArrayList<>();
    for (int from = 0; from < signs.size(); from += BRACKET) {
      brackets.add(
          signs.subList(from, from + BRACKET).stream().collect(Collectors.joining(",", "[", "]")));
    }
    return String.join(" ", brackets) + " [" + line.nonAdmin().sign() + "]";
  }

  private String total(int total) {
    return " [" + total + "]" + (cutoff.filter(it -> total >= it).isPresent() ? "*" : "");
  }

  private static List<String> notes(Group group) {
    List<String> notes = new ArrayList<>();
    group
        .lines()
        .forEach(
            line -> line.note().ifPresent(it -> notes.add("  * " + line.capability() + ": " + it)));
    if (!notes.isEmpty()) {
      notes.addAll(0, List.of("", "Notes:"));
    }
    return notes;
  }
}
