package org.defcore.scoring;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a worksheet as {@link WorksheetReader} reads it: two lines for the scores of each. */
public final class WorksheetYaml {

  private static final int HALF = Criterion.values().length / 2;

  private WorksheetYaml() {}

  /** The whole file; the same worksheet gives the same bytes. */
  public static String of(Worksheet worksheet) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("cycle: ").append(quoted(worksheet.cycle())).append("\ngroups:\n");
    for (Worksheet.Group group : worksheet.groups()) {
      yaml.append("  - name: ").append(quoted(group.name())).append("\n    capabilities:\n");
      group.lines().forEach(it -> append(yaml, it));
    }
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, ScoreLine line) {
    yaml.append("      - capability: ").append(line.capability()).append('\n');
    yaml.append("        scores: {").append(scores(line, 0, HALF)).append(",\n");
    yaml.append("                 ").append(scores(line, HALF, 2 * HALF)).append("}\n");
    yaml.append("        non-admin: ").append(sign(line.nonAdmin())).append('\n');
    line.note().ifPresent(it -> yaml.append("        note: ").append(quoted(it)).append('\n'));
  }

  private static String scores(ScoreLine line, int from, int to) {
    return Arrays.stream(Criterion.values(), from, to)
        .map(it -> it.key() + ": " + sign(line.score(it)))
        .collect(Collectors.joining(", "));
  }

  /** Quoted where YAML has a meaning of its own for the sign. */
  private static String sign(Score score) {
    return switch (score) {
      case MET, UNMET -> score.sign();
      case OPEN, NOT_CONSIDERED -> "\"" + score.sign() + "\"";
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
