package org.defcore.report.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.defcore.guideline.Rule;
import org.defcore.guideline.lint.LintFinding;
import org.defcore.guideline.lint.LintReport;
import org.defcore.report.TextTable;

/** Findings of lint as text: places first, then each broken rule once. */
public final class LintText {

  public List<String> lines(List<LintReport> reports) {
    List<String> lines = new ArrayList<>();
    TreeSet<Rule> broken = new TreeSet<>();
    for (LintReport report : reports) {
      for (LintFinding finding : report.findings()) {
        broken.add(finding.rule());
        lines.add(
            "%s:%d: %s %s %s"
                .formatted(
                    report.file(),
                    finding.line(),
                    finding.rule().level().word(),
                    finding.rule().id(),
                    finding.finding()));
      }
      lines.add(report.name() + ": " + counts(report));
    }
    if (!broken.isEmpty()) {
      lines.add("");
      lines.add("rules, and the reason for each");
      broken.forEach(it -> lines.add("  %s: %s: %s".formatted(it.id(), it.expected(), it.why())));
    }
    return lines;
  }

  public List<String> rules() {
    TextTable table = new TextTable().row("rule", "severity", "expected", "why");
    for (Rule rule : Rule.values()) {
      table.row(rule.id(), rule.level().word(), rule.expected(), rule.why());
    }
    return table.lines();
  }

  private static String counts(LintReport report) {
    List<String> counts = new ArrayList<>();
    for (Rule.Level level : Rule.Level.values()) {
      long count = report.count(level);
      counts.add(count + " " + level.word() + (count == 1 ? "" : "s"));
    }
    return String.join(", ", counts);
  }
}
