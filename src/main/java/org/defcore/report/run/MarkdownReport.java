package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.policy.Mark;
import org.defcore.report.Markdown;
import org.defcore.report.PlainText;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** Writes page one of a report in Markdown, for an issue or a change request. */
final class MarkdownReport {

  private static final int SHOWN = 50;

  /** The whole document; the same model gives the same bytes. */
  String render(ReportModel report) {
    List<String> lines = new ArrayList<>();
    RunRecord run = report.run();
    Verdict verdict = report.verdicts().get(0);
    lines.add("# %s: %s".formatted(Markdown.text(run.cloud()), verdict.marked().text()));
    paragraph(lines, Markdown.text(VerdictSentence.of(run.cloud(), verdict)));
    paragraph(lines, "**" + ReportModel.UNOFFICIAL + "**");
    warnings(run).forEach(it -> paragraph(lines, Markdown.text(it)));
    lines.add("");
    lines.add("| | must pass | passed | failed | missing | verdict |");
    lines.add("|---|---:|---:|---:|---:|---|");
    lines.add(row("full", verdict.full(), verdict.mark() == Mark.FULL));
    lines.add(row("API contract", verdict.apiContract(), verdict.mark() == Mark.API_CONTRACT));
    tests(lines, "Failed", verdict.failed());
    tests(lines, "Missing", verdict.missing());
    section(lines, "Notices", report.notices());
    section(
        lines,
        "Deviations",
        run.deviations().stream().map(it -> it.what() + ": " + it.detail()).toList());
    section(
        lines,
        "Facts",
        List.of(
            "run: " + run.runId() + ", started " + run.started(),
            "guideline: " + verdict.guideline().id() + ", " + verdict.guideline().contentHash(),
            "target: " + verdict.target().key(),
            "policy: " + report.terms().policy().contentHash(),
            "files: " + run.integrity().words(),
            "harness: defcore " + run.harness()));
    return PlainText.of(String.join("\n", lines) + "\n");
  }

  private static Stream<String> warnings(RunRecord run) {
    return Stream.of(
            run.simulated() ? "Simulated cloud: no real cloud was tested." : "",
            run.imported() ? "Imported: another tool ran the tests, and nobody watched." : "",
            run.partial().isEmpty() ? "" : "Partial run: " + run.partial(),
            run.finished().isPresent() ? "" : "Unfinished run: it ended before its last test.",
            run.integrity().problems().isEmpty()
                ? ""
                : "Not all files of this run can be relied on: "
                    + String.join("; ", run.integrity().lines()))
        .filter(it -> !it.isEmpty());
  }

  private static String row(String name, Column column, boolean mark) {
    return "| %s | %d | %d | %d | %d | %s |"
        .formatted(
            name + (mark ? " (mark)" : ""),
            column.mustPass(),
            column.passed(),
            column.failed(),
            column.missing(),
            Markdown.text(column.text()));
  }

  private static void tests(List<String> lines, String heading, List<TestLine> tests) {
    List<String> shown =
        new ArrayList<>(
            tests.stream()
                .limit(SHOWN)
                .map(it -> "%s: %s: %s".formatted(it.name(), it.outcome().word(), it.reason()))
                .toList());
    if (tests.size() > SHOWN) {
      shown.add("and %d more".formatted(tests.size() - SHOWN));
    }
    section(lines, heading, shown);
  }

  private static void section(List<String> lines, String heading, List<String> items) {
    if (!items.isEmpty()) {
      paragraph(lines, "## " + heading);
      lines.add("");
      items.forEach(it -> lines.add("- " + Markdown.text(it)));
    }
  }

  private static void paragraph(List<String> lines, String text) {
    lines.add("");
    lines.add(text);
  }
}
