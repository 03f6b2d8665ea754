package org.defcore.report.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.capability.Basis;
import org.defcore.report.EnumWord;
import org.defcore.report.Json;
import org.defcore.report.compare.RunComparison.CapabilityRow;
import org.defcore.report.compare.RunComparison.Cloud;
import org.defcore.report.compare.RunComparison.DeclaredRow;
import org.defcore.report.compare.RunComparison.FactRow;
import org.defcore.report.compare.RunComparison.TestCell;
import org.defcore.report.compare.RunComparison.TestRow;
import org.defcore.report.compare.RunComparison.View;
import org.defcore.report.run.JsonReport;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.verdict.Column;

/** Writes a comparison for programs, as {@code reports/schema/comparison.json} describes it. */
public final class JsonComparison {

  /** Rises by its number when an old reader could misread a new file. */
  public static final String FORMAT = "defcore-comparison/1";

  /** The whole document; the same model gives the same bytes. */
  public String render(RunComparison comparison) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("label", "unofficial");
    JsonReport.guideline(root.putObject("guideline"), comparison.guideline());
    root.putObject("target")
        .put("key", comparison.target().key())
        .put("title", comparison.target().title());
    root.put("mark", comparison.mark().word());
    root.put("alike", comparison.alike());
    Json.strings(root, "sentences", comparison.sentences());
    Json.objects(root, "clouds", comparison.clouds(), JsonComparison::cloud);
    Json.objects(root, "verdicts", comparison.verdicts(), JsonComparison::view);
    Json.objects(root, "capabilities", comparison.capabilities(), JsonComparison::capability);
    Json.objects(root, "differing_tests", comparison.tests(), JsonComparison::test);
    Json.objects(
        root,
        "agreeing_tests",
        comparison.agreements(),
        (node, it) -> node.put("outcome", it.outcome().word()).put("tests", it.tests()));
    root.put("asked_of_some", comparison.askedOfSome());
    ObjectNode observed = root.putObject("observed");
    facts(observed, "differing", comparison.observed().differing());
    facts(observed, "same", comparison.observed().same());
    facts(observed, "own", comparison.observed().own());
    Json.objects(root, "declared", comparison.declared(), JsonComparison::declared);
    return Json.text(root);
  }

  private static void cloud(ObjectNode node, Cloud cloud) {
    node.put("label", cloud.label());
    JsonReport.run(node.putObject("run"), cloud.run());
    Json.objects(node, "deviations", cloud.run().deviations(), JsonComparison::deviation);
    Json.objects(node, "remarks", cloud.run().remarks(), JsonReport::remark);
    times(node.putObject("times"), cloud.times());
    times(node.putObject("common_times"), cloud.common());
  }

  private static void deviation(ObjectNode node, Deviation deviation) {
    node.put("what", deviation.what()).put("detail", deviation.detail());
  }

  private static void times(ObjectNode node, TestTimes times) {
    node.put("tests", times.tests());
    node.put("total_ms", times.total().toMillis());
    node.put("median_ms", times.median().toMillis());
    node.put("p90_ms", times.ninetieth().toMillis());
    Json.objects(
        node,
        "slowest",
        times.slowest(),
        (child, it) ->
            child.put("key", it.key()).put("name", it.name()).put("took_ms", it.took().toMillis()));
  }

  private static void view(ObjectNode node, View view) {
    node.put("view", view.view().word());
    Json.objects(node, "cells", view.columns(), JsonComparison::column);
    if (!view.bypassing().isEmpty()) {
      ArrayNode cells = node.putArray("bypassing");
      view.bypassing()
          .forEach(
              it -> it.ifPresentOrElse(cell -> column(cells.addObject(), cell), cells::addNull));
    }
  }

  private static void column(ObjectNode node, Column column) {
    node.put("word", column.status().word());
    node.put("asterisk", column.asterisk());
    node.put("must_pass", column.mustPass());
    node.put("passed", column.passed());
    node.put("failed", column.failed());
    node.put("missing", column.missing());
    node.put("waived", column.waivedTests());
    Json.strings(node, "reasons", column.reasons());
  }

  private static void capability(ObjectNode node, CapabilityRow row) {
    node.put("name", row.name());
    node.put("status", row.status().word());
    node.put("differs", row.differs());
    Json.objects(
        node,
        "cells",
        row.tallies(),
        (cell, it) ->
            cell.put("worst", it.worst().word())
                .put("passed", it.passed())
                .put("of", it.counting())
                .put("flagged", it.flagged()));
  }

  private static void test(ObjectNode node, TestRow row) {
    node.put("key", row.key());
    node.put("name", row.name());
    node.put("headline", row.headline());
    row.basis().map(Basis::word).ifPresent(it -> node.put("basis", it));
    node.put("basis_reason", row.basisReason());
    node.put("counted", row.counted());
    Json.strings(node, "capabilities", row.capabilities());
    node.put("difference", EnumWord.of(row.difference()));
    Json.objects(node, "cells", row.cells(), JsonComparison::cell);
  }

  private static void cell(ObjectNode node, TestCell cell) {
    cell.outcome().map(Outcome::word).ifPresent(it -> node.put("outcome", it));
    node.put("code", cell.code());
    node.put("reason", cell.reason());
    node.put("exchange", cell.exchange());
    node.put("took_ms", cell.took().toMillis());
  }

  private static void facts(ObjectNode node, String key, List<FactRow> rows) {
    Json.objects(
        node,
        key,
        rows,
        (child, it) -> Json.strings(child.put("name", it.name()), "values", it.values()));
  }

  private static void declared(ObjectNode node, DeclaredRow row) {
    Json.strings(node.put("what", row.what()), "values", row.values());
  }
}
