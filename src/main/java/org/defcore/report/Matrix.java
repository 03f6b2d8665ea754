package org.defcore.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.verdict.Column;
import org.defcore.verdict.Verdict;

/**
 * Many verdicts on one run, a row each: how a cloud stands under several guidelines and targets.
 *
 * @param verdicts in the order of the rows
 */
public record Matrix(RunRecord run, List<Verdict> verdicts) {

  /** Rises by its number when an old reader could misread a new file. */
  public static final String FORMAT = "defcore-matrix/1";

  private static final List<String> HEADINGS =
      List.of(
          "GUIDELINE", "TARGET", "FULL", "PASSED", "MISSING", "API CONTRACT", "PASSED", "MISSING");

  public Matrix {
    verdicts = List.copyOf(verdicts);
  }

  /** As {@code reports/schema/matrix.json} describes it. */
  public String json() {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("label", "unofficial");
    JsonReport.run(root.putObject("run"), run);
    Json.objects(root, "rows", verdicts, Matrix::row);
    return Json.text(root);
  }

  /** For a terminal: aligned columns, a line each, no trailing blanks. */
  public String text() {
    TextTable table = new TextTable().row(HEADINGS);
    verdicts.forEach(it -> table.row(cells(it)));
    return PlainText.of(table.text());
  }

  private static List<String> cells(Verdict verdict) {
    Column full = verdict.full();
    Column api = verdict.apiContract();
    return List.of(
        verdict.guideline().id(),
        verdict.target().key(),
        full.word().word(),
        full.passed() + "/" + full.mustPass(),
        missing(full),
        api.word().word(),
        api.passed() + "/" + api.mustPass(),
        missing(api));
  }

  private static String missing(Column column) {
    int flaky = column.count(Outcome.FLAKY);
    return column.missing() + (flaky == 0 ? "" : " (" + flaky + " flaky)");
  }

  private static void row(ObjectNode node, Verdict verdict) {
    JsonReport.guideline(node.putObject("guideline"), verdict.guideline());
    node.putObject("target")
        .put("key", verdict.target().key())
        .put("title", verdict.target().title());
    column(node.putObject("full"), verdict.full());
    column(node.putObject("api_contract"), verdict.apiContract());
  }

  private static void column(ObjectNode node, Column column) {
    node.put("word", column.word().word());
    node.put("must_pass", column.mustPass());
    node.put("passed", column.passed());
    node.put("failed", column.failed());
    node.put("missing", column.missing());
    node.put("flaky", column.count(Outcome.FLAKY));
    Json.strings(node, "reasons", column.reasons());
  }
}
