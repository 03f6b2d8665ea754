package org.defcore.report.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.policy.Mark;
import org.defcore.report.Markdown;
import org.defcore.report.OutcomeMeaning;
import org.defcore.report.OutcomeSymbols;
import org.defcore.report.PlainText;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/** Writes page one of a report in Markdown, for the page of a job, an issue or a change request. */
final class MarkdownReport {

  private static final int SHOWN = 50;

  /** The whole document; the same model gives the same bytes. */
  String render(ReportModel report) {
    List<String> lines = new ArrayList<>();
    RunRecord run = report.run();
    Verdict verdict = report.verdicts().get(0);
    lines.add(
        "# %s %s: %s"
            .formatted(
                new OutcomeSymbols().symbol(verdict.status()),
                Markdown.text(report.title()),
                verdict.marked().text().replace('-', ' ')));
    paragraph(lines, Markdown.text(VerdictSentence.of(report.subject(), verdict)));
    paragraph(lines, "**" + ReportModel.UNOFFICIAL + "**");
    warnings(run).forEach(it -> paragraph(lines, Markdown.text(it)));
    lines.add("");
    lines.add("| Column | Verdict | Required | Passed | Failed | Accepted | Not judged |");
    lines.add("|---|---|---:|---:|---:|---:|---:|");
    lines.add(row("full", verdict.full(), verdict.mark() == Mark.FULL));
    lines.add(row("API contract", verdict.apiContract(), verdict.mark() == Mark.API_CONTRACT));
    services(lines, report, verdict);
    failed(lines, report, verdict.failed());
    notJudged(lines, report, verdict);
    section(lines, "Not eligible for the mark", verdict.barriers());
    section(lines, "Notices", report.notices());
    section(
        lines,
        "Deviations",
        run.deviations().stream().map(it -> it.what() + ": " + it.detail()).toList());
    section(
        lines,
        "Run",
        List.of(
            "cloud: " + run.cloud(),
            "run: " + run.runId() + ", started " + run.started(),
            "guideline: " + verdict.guideline().id() + ", " + verdict.guideline().contentHash(),
            "target: " + verdict.target().key(),
            "policy: " + report.terms().policy().contentHash(),
            "files: " + run.integrity().words(),
            "tool: defcore " + run.harness()));
    return PlainText.of(String.join("\n", lines) + "\n");
  }

  private static void services(List<String> lines, ReportModel report, Verdict verdict) {
    List<ServiceRow> rows = ServiceRow.of(report, verdict);
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("| Service | Required | Passed | Failed | Accepted | Not judged |");
    lines.add("|---|---:|---:|---:|---:|---:|");
    rows.forEach(it -> lines.add("| %s | %s".formatted(it.service(), numbers(it.full()))));
  }

  private static String numbers(Shares shares) {
    return "%d | %d | %d | %d | %d |"
        .formatted(
            shares.all(), shares.passed(), shares.failed(), shares.accepted(), shares.notJudged());
  }

  private static void failed(List<String> lines, ReportModel report, List<TestLine> failed) {
    if (failed.isEmpty()) {
      return;
    }
    Map<String, TestReport> tests = report.byKey();
    paragraph(lines, "## Failed (%d)".formatted(failed.size()));
    lines.add("");
    for (TestLine line : failed.stream().limit(SHOWN).toList()) {
      TestReport test = Objects.requireNonNull(tests.get(line.key()));
      lines.add("- **%s**  ".formatted(Markdown.text(test.headline())));
      lines.add("  %s  ".formatted(Markdown.text(line.reason())));
      lines.add("  %s".formatted(Markdown.code(line.name())));
    }
    more(lines, failed.size());
  }

  private static void more(List<String> lines, int tests) {
    if (tests > SHOWN) {
      lines.add("- and %d more".formatted(tests - SHOWN));
    }
  }

  /** Tests that a change of the cloud or of the run could judge by name, all others by number. */
  private static void notJudged(List<String> lines, ReportModel report, Verdict verdict) {
    Map<Outcome, List<TestLine>> groups =
        verdict.missing().stream()
            .collect(
                Collectors.groupingBy(
                    TestLine::outcome, () -> new EnumMap<>(Outcome.class), Collectors.toList()));
    if (groups.isEmpty()) {
      return;
    }
    Map<String, TestReport> tests = report.byKey();
    paragraph(lines, "## Not judged (%d)".formatted(verdict.missing().size()));
    groups.forEach(
        (outcome, missing) -> {
          paragraph(lines, "%d %s.".formatted(missing.size(), OutcomeMeaning.cause(outcome)));
          if (outcome != Outcome.NOT_IMPLEMENTED && outcome != Outcome.NOT_RUN) {
            lines.add("");
            missing.stream()
                .limit(SHOWN)
                .map(
                    it ->
                        "- %s: %s"
                            .formatted(
                                Markdown.text(
                                    Objects.requireNonNull(tests.get(it.key())).headline()),
                                Markdown.text(it.reason())))
                .forEach(lines::add);
            more(lines, missing.size());
          }
        });
  }

  private static Stream<String> warnings(RunRecord run) {
    return Stream.of(
            run.simulated() ? "Simulated cloud: no real cloud was tested." : "",
            run.imported() ? "Imported: another tool ran the tests." : "",
            run.partial().isEmpty() ? "" : "Partial run: " + run.partial(),
            run.finished().isPresent() ? "" : "Unfinished run: it ended before its last test.",
            run.integrity().problems().isEmpty()
                ? ""
                : "Not all files of this run can be relied on: "
                    + String.join("; ", run.integrity().lines()))
        .filter(it -> !it.isEmpty());
  }

  private static String row(String name, Column column, boolean mark) {
    return "| %s | %s | %s"
        .formatted(
            name + (mark ? " (decides the mark)" : ""),
            Markdown.text(column.text().replace('-', ' ')),
            numbers(Shares.of(column)));
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
