package org.defcore.report.run;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.policy.Mark;
import org.defcore.policy.Waiver;
import org.defcore.report.Json;
import org.defcore.report.PlainText;
import org.defcore.report.Rows;
import org.defcore.report.TextTable;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoringTerms;
import org.defcore.verdict.Verdict;
import org.defcore.verdict.WaiverEffect;

/**
 * Many verdicts on one run, a row each: how a cloud stands under several guidelines and targets.
 *
 * @param terms what the verdicts were given by
 * @param verdicts in the order of the rows
 */
public record Matrix(RunRecord run, ScoringTerms terms, List<Verdict> verdicts) {

  /** Rises by its number when an old reader could misread a new file. */
  public static final String FORMAT = "defcore-matrix/1";

  private static final String BYPASSED = "(extra attributes bypassed)";

  public Matrix {
    verdicts = List.copyOf(verdicts);
  }

  /** The document that {@code reports/schema/matrix.json} describes. */
  public String json() {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("label", "unofficial");
    JsonReport.run(root.putObject("run"), run);
    PolicyJson.policy(root.putObject("policy"), terms);
    Json.objects(root, "rows", verdicts, Matrix::row);
    return Json.text(root);
  }

  /** Table for a terminal, without trailing blanks, between what is to be known of the run. */
  public String text() {
    TextTable table = new TextTable().row(headings());
    for (Verdict verdict : verdicts) {
      table.row(cells(verdict, verdict.target().key()));
      verdict.bypassing().ifPresent(it -> table.row(cells(it, BYPASSED)));
    }
    StringBuilder text = new StringBuilder();
    run.integrity().lines().forEach(it -> text.append("file problem: ").append(it).append('\n'));
    text.append(table.text());
    notes().forEach(it -> text.append(it).append('\n'));
    text.append("files of the run: ").append(run.integrity().words()).append('\n');
    return PlainText.of(text.toString());
  }

  /** A line of CSV a row. */
  public String csv() {
    Rows rows =
        new Rows(
            "guideline",
            "target",
            "verdict",
            "full",
            "passed",
            "must_pass",
            "missing",
            "api_contract",
            "api_passed",
            "api_must_pass",
            "api_missing");
    for (Verdict verdict : verdicts) {
      Column full = verdict.full();
      Column api = verdict.apiContract();
      rows.add(
          verdict.guideline().id(),
          verdict.target().key(),
          verdict.marked().text(),
          full.text(),
          full.passed(),
          full.mustPass(),
          full.missing(),
          api.text(),
          api.passed(),
          api.mustPass(),
          api.missing());
    }
    return rows.csv();
  }

  private List<String> headings() {
    boolean full = terms.policy().mark() == Mark.FULL;
    return List.of(
        "GUIDELINE",
        "TARGET",
        full ? "FULL (MARK)" : "FULL",
        "PASSED",
        "NOT JUDGED",
        full ? "API CONTRACT" : "API CONTRACT (MARK)",
        "PASSED",
        "NOT JUDGED");
  }

  /** Effect of each waiver of the policy in some row, or why it has none. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Waiver waiver : terms.policy().waivers()) {
      List<WaiverEffect> effects =
          verdicts.stream()
              .flatMap(it -> it.waivers().stream())
              .filter(it -> it.waiver().equals(waiver))
              .toList();
      if (effects.stream().anyMatch(WaiverEffect::used)) {
        notes.add("* waiver of " + waiver.words());
      } else {
        String why = effects.stream().map(WaiverEffect::why).distinct().collect(joining("; "));
        notes.add("waiver not applied: " + waiver.scope().words() + ": " + why);
      }
    }
    return notes;
  }

  private static List<String> cells(Verdict verdict, String target) {
    Column full = verdict.full();
    Column api = verdict.apiContract();
    return List.of(
        verdict.guideline().id(),
        target,
        full.text(),
        full.passed() + "/" + full.mustPass(),
        missing(full),
        api.text(),
        api.passed() + "/" + api.mustPass(),
        missing(api));
  }

  private static String missing(Column column) {
    int flaky = column.count(Outcome.FLAKY);
    List<String> notes = new ArrayList<>();
    if (flaky > 0) {
      notes.add(flaky + " flaky" + (column.flakyCounted() > 0 ? " passed" : ""));
    }
    if (column.skippedExcused() > 0) {
      notes.add(column.skippedExcused() + " skipped, accepted");
    }
    if (column.waivedTests() > 0) {
      notes.add(column.waivedTests() + " waived");
    }
    return column.missing() + (notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")");
  }

  private static void row(ObjectNode node, Verdict verdict) {
    JsonReport.guideline(node.putObject("guideline"), verdict.guideline());
    node.putObject("target")
        .put("key", verdict.target().key())
        .put("title", verdict.target().title());
    columns(node, verdict);
    verdict.bypassing().ifPresent(it -> columns(node.putObject("bypassing"), it));
  }

  private static void columns(ObjectNode node, Verdict verdict) {
    node.put("word", verdict.status().word());
    node.put("asterisk", verdict.marked().asterisk());
    column(node.putObject("full"), verdict.full());
    column(node.putObject("api_contract"), verdict.apiContract());
  }

  private static void column(ObjectNode node, Column column) {
    node.put("word", column.status().word());
    node.put("asterisk", column.asterisk());
    node.put("must_pass", column.mustPass());
    node.put("passed", column.passed());
    node.put("failed", column.failed());
    node.put("missing", column.missing());
    node.put("flaky", column.count(Outcome.FLAKY));
    node.put("flaky_counted", column.flakyCounted());
    PolicyJson.skips(node, column);
    node.put("waived", column.waivedTests());
    node.put("not_applicable", column.count(Outcome.NOT_APPLICABLE));
    Json.strings(node, "reasons", column.reasons());
  }
}
