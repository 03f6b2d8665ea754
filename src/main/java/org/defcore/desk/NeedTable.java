package org.defcore.desk;

import java.util.ArrayList;
import java.util.List;
import org.defcore.report.EnumWord;
import org.defcore.runner.NeedLine;
import org.defcore.runner.Preconditions.Judged;

/** Needs of tests, for people and for programs. */
public record NeedTable(List<NeedLine> needs) {

  private static final String ROW = "%-32s %5s  %-8s %-36s  %s";

  /** A need as JSON has it; without a cloud the last four are empty. */
  record Value(
      String need, int tests, String standing, String value, String source, String reason) {}

  public List<Value> values() {
    return needs.stream()
        .map(
            it ->
                new Value(
                    it.need().toString(),
                    it.tests(),
                    it.judged().map(Judged::standing).map(EnumWord::of).orElse(""),
                    it.judged().map(Judged::value).orElse(""),
                    it.judged().map(Judged::source).orElse(""),
                    it.judged().map(Judged::reason).orElse("")))
        .toList();
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("NEED", "TESTS", "IS", "VALUE", "SOURCE").stripTrailing());
    for (Value it : values()) {
      lines.add(
          ROW.formatted(it.need(), it.tests(), it.standing(), it.value(), it.source())
              .stripTrailing());
      if (!it.reason().isEmpty()) {
        lines.add("    " + it.reason());
      }
    }
    return lines;
  }
}
