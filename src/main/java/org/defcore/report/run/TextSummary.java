package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import org.defcore.policy.Mark;
import org.defcore.report.declaration.DeclaredConfiguration;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;

/** The first verdict of a report in a few lines for a terminal. */
public final class TextSummary {

  private static final int MOST_EXTRAS = 12;

  private final ReportModel report;
  private final Verdict verdict;

  public TextSummary(ReportModel report) {
    this.report = report;
    this.verdict = report.verdicts().get(0);
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s under guideline %s, target %s"
            .formatted(
                report.run().cloud(),
                verdict.marked().text(),
                verdict.guideline().id(),
                verdict.target().key()));
    lines.add("  full          " + column(verdict.full()) + carries(Mark.FULL));
    lines.add("  API contract  " + column(verdict.apiContract()) + carries(Mark.API_CONTRACT));
    verdict.marked().reasons().forEach(it -> lines.add("  because: " + it));
    verdict.bypassing().ifPresent(it -> bypassed(lines, it));
    extras(lines);
    verdict.waivers().stream()
        .filter(it -> !it.used())
        .map(it -> "  waiver not applied: " + it.waiver().scope().words() + ": " + it.why())
        .forEach(lines::add);
    report.run().results().stream()
        .filter(it -> it.outcome() == Outcome.FLAKY)
        .forEach(it -> lines.add("  flaky: " + it.name() + ": " + it.reason()));
    report.run().integrity().lines().forEach(it -> lines.add("  file problem: " + it));
    verdict.barriers().forEach(it -> lines.add("  not eligible for the mark: " + it));
    if (!report.release().signs().isEmpty()) {
      lines.add("  release: %s (%s)".formatted(report.release().words(), report.release().basis()));
    }
    lines.add("  files: " + report.run().integrity().words());
    report.remarkWords().ifPresent(it -> lines.add("  breaches of the API contract: " + it));
    report.notices().forEach(it -> lines.add("  notice: " + it));
    report.declared().ifPresent(it -> declared(lines, it));
    return lines;
  }

  private static void bypassed(List<String> lines, Verdict other) {
    lines.add("  with extra attributes bypassed:");
    lines.add("    full          " + column(other.full()));
    lines.add("    API contract  " + column(other.apiContract()));
  }

  private void extras(List<String> lines) {
    List<ExtraAttributeRow> extras = report.extraAttributes();
    extras.stream()
        .limit(MOST_EXTRAS)
        .forEach(it -> lines.add("  extra attribute: " + it.name() + ": " + it.words()));
    if (extras.size() > MOST_EXTRAS) {
      lines.add(
          "  extra attributes: %d more, in the report".formatted(extras.size() - MOST_EXTRAS));
    }
  }

  private String carries(Mark mark) {
    return verdict.mark() == mark ? " (decides the mark)" : "";
  }

  private static void declared(List<String> lines, DeclaredConfiguration declared) {
    lines.add("  declared and observed: " + declared.tally());
    declared.mismatches().stream()
        .map(
            it ->
                "  contradicted: %s: declared %s, observed %s"
                    .formatted(it.what(), it.declared(), it.observed()))
        .forEach(lines::add);
  }

  private static String column(Column column) {
    String waived = column.waivedTests() == 0 ? "" : ", " + column.waivedTests() + " waived";
    return "%-14s %d of %d passed, %d failed, %d not judged%s"
        .formatted(
            column.text(),
            column.passed(),
            column.mustPass(),
            column.failed(),
            column.missing(),
            waived);
  }
}
