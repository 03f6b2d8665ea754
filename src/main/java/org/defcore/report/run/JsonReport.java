package org.defcore.report.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.capability.Basis;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.declaration.compare.UpstreamRelease;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.report.Json;
import org.defcore.report.declaration.DeclarationJson;
import org.defcore.report.run.TestReport.TriedBefore;
import org.defcore.result.Attempt;
import org.defcore.result.Manifest;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.remark.Remark;
import org.defcore.verdict.Column;
import org.defcore.verdict.ScoredCapability;
import org.defcore.verdict.TestLine;
import org.defcore.verdict.Verdict;

/**
 * Writes {@code report.json}, as {@code reports/schema/report.json} describes it: all that the
 * other formats say, once, for programs.
 */
public final class JsonReport {

  /** Rises by its first number when an old reader could misread a new file. */
  public static final String FORMAT = "defcore-report/2";

  /** The whole document; the same model gives the same bytes. */
  public String render(ReportModel report) {
    ObjectNode root = Json.object();
    root.put("format", FORMAT);
    root.put("label", "unofficial");
    run(root.putObject("run"), report.run());
    Json.objects(
        root,
        "deviations",
        report.run().deviations(),
        (node, it) -> node.put("what", it.what()).put("detail", it.detail()));
    Json.strings(root, "notices", report.notices());
    Json.objects(
        root,
        "observation",
        report.run().observation(),
        (node, it) ->
            node.put("name", it.name()).put("value", it.value()).put("source", it.source()));
    release(root, report.release());
    report.declared().ifPresent(it -> DeclarationJson.write(root.putObject("declaration"), it));
    PolicyJson.policy(root.putObject("policy"), report.terms());
    Json.objects(
        root, "verdicts", report.verdicts(), (node, it) -> verdict(node, it, report.run().cloud()));
    Json.objects(root, "extra_attributes", report.extraAttributes(), JsonReport::extra);
    Json.objects(root, "remarks", report.run().remarks(), JsonReport::remark);
    Json.objects(root, "tests", report.tests(), JsonReport::test);
    report.run().integrity().manifest().ifPresent(it -> files(root, it));
    return Json.text(root);
  }

  private static void release(ObjectNode root, ObservedRelease observed) {
    if (observed.signs().isEmpty()) {
      return;
    }
    ObjectNode node = root.putObject("observed_release");
    node.put("words", observed.words());
    Json.strings(node, "releases", labels(observed.fitting()));
    Json.objects(
        node,
        "services",
        observed.signs(),
        (child, it) -> {
          child.put("service", it.word()).put("version", it.version());
          Json.strings(child, "releases", labels(it.releases()));
        });
  }

  private static List<String> labels(List<UpstreamRelease> releases) {
    return releases.stream().map(UpstreamRelease::label).toList();
  }

  private static void files(ObjectNode root, Manifest manifest) {
    Json.objects(
        root,
        "files",
        List.copyOf(manifest.run().entrySet()),
        (node, it) -> node.put("name", it.getKey()).put("sha256", it.getValue()));
  }

  /** The facts of a run that every file of this package repeats. */
  public static void run(ObjectNode node, RunRecord run) {
    node.put("id", run.runId());
    node.put("harness", run.harness());
    node.put("cloud", run.cloud());
    node.put("auth_url", run.authUrl());
    node.put("region", run.region());
    node.put("simulated", run.simulated());
    node.put("partial", !run.partial().isEmpty());
    node.put("filter", run.partial());
    node.put("started", run.started().toString());
    run.finished().ifPresent(it -> node.put("finished", it.toString()));
    run.integrity().hash().ifPresent(it -> node.put("manifest", it));
    Json.strings(node, "file_problems", run.integrity().problems());
  }

  public static void guideline(ObjectNode node, Guideline guideline) {
    node.put("id", guideline.id());
    node.put("schema", guideline.schema());
    node.put("content_hash", guideline.contentHash());
    node.put("approval", guideline.approval());
  }

  private static void verdict(ObjectNode node, Verdict verdict, String cloud) {
    guideline(node.putObject("guideline"), verdict.guideline());
    ObjectNode target = node.putObject("target");
    target.put("key", verdict.target().key());
    target.put("title", verdict.target().title());
    Json.strings(target, "components", verdict.target().components());
    Json.strings(target, "prerequisites", verdict.target().prerequisites());
    node.put("word", verdict.status().word());
    node.put("asterisk", verdict.marked().asterisk());
    node.put("sentence", VerdictSentence.of(cloud, verdict));
    column(node.putObject("full"), verdict.full());
    column(node.putObject("api_contract"), verdict.apiContract());
    verdict.bypassing().ifPresent(it -> bypassing(node.putObject("bypassing"), verdict, it));
    ObjectNode mark = node.putObject("mark");
    mark.put("column", verdict.mark().word());
    mark.put("open", verdict.barriers().isEmpty());
    Json.strings(mark, "barriers", verdict.barriers());
    PolicyJson.waivers(node.putObject("waivers"), verdict);
    lines(node, "failed", verdict.failed());
    lines(node, "missing", verdict.missing());
    lines(node, "not_applicable", verdict.notApplicable());
    lines(node, "waived", verdict.waived());
    lines(node, "flaky_counted", verdict.flakyCounted());
    if (!verdict.skippedExcused().isEmpty()) {
      lines(node, "skipped_excused", verdict.skippedExcused());
    }
    Json.objects(
        node,
        "not_evidenced",
        verdict.notEvidenced(),
        (child, it) -> child.put("capability", it.capability()).put("why", it.why()));
    Json.objects(
        node,
        "undefined",
        verdict.undefined(),
        (child, it) -> child.put("name", it.name()).put("status", it.status().word()));
    lines(node, "outside_api_contract", verdict.outsideApiContract());
    Json.objects(node, "capabilities", verdict.capabilities(), JsonReport::capability);
  }

  private static void extra(ObjectNode node, ExtraAttributeRow row) {
    node.put("attribute", row.name());
    Json.strings(node, "calls", row.calls());
    Json.strings(node, "tests", row.tests().stream().map(TestId::toString).toList());
  }

  /** A breach of the API's contract. */
  public static void remark(ObjectNode node, Remark remark) {
    node.put("kind", remark.kind().word());
    node.put("service", remark.service());
    node.put("call", remark.call());
    node.put("where", remark.where());
    node.put("found", remark.found());
    node.put("source", remark.kind().source());
    node.put("times", remark.times());
    node.put("evidence", remark.evidence());
    node.put("exchange", remark.exchange());
  }

  private static void bypassing(ObjectNode node, Verdict verdict, Verdict other) {
    node.put("word", other.status().word());
    node.put("asterisk", other.marked().asterisk());
    column(node.putObject("full"), other.full());
    column(node.putObject("api_contract"), other.apiContract());
    lines(node, "passed", verdict.passedByBypass());
  }

  private static void column(ObjectNode node, Column column) {
    node.put("word", column.status().word());
    node.put("asterisk", column.asterisk());
    Json.strings(node, "reasons", column.reasons());
    node.put("must_pass", column.mustPass());
    node.put("flaky_counted", column.flakyCounted());
    PolicyJson.skips(node, column);
    node.put("waived", column.waivedTests());
    ObjectNode counts = node.putObject("outcomes");
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome.word(), column.count(outcome));
    }
  }

  private static void lines(ObjectNode node, String key, List<TestLine> lines) {
    Json.strings(node, key, lines.stream().map(TestLine::key).toList());
  }

  private static void capability(ObjectNode node, ScoredCapability capability) {
    node.put("name", capability.name());
    node.put("description", capability.description());
    node.put("project", capability.project());
    node.put("status", capability.status().word());
    node.put("evidenced", capability.evidenced());
    Json.objects(node, "tests", capability.tests(), JsonReport::line);
  }

  private static void line(ObjectNode node, TestLine line) {
    node.put("key", line.key());
    node.put("name", line.name());
    node.put("outcome", line.outcome().word());
    node.put("matched_by", line.match().word());
    line.otherId().ifPresent(it -> node.put("result_id", it.toString()));
    node.put("counted", line.counted());
    node.put("counting", line.counting().word());
    line.flag().ifPresent(it -> flag(node.putObject("flag"), it));
  }

  private static void flag(ObjectNode node, Flag flag) {
    flag.code().ifPresent(it -> node.put("code", it));
    node.put("reason", flag.reason());
    node.put("action", flag.action());
    flag.date().ifPresent(it -> node.put("date", it.toString()));
  }

  private static void test(ObjectNode node, TestReport test) {
    node.put("key", test.key());
    test.id().map(TestId::toString).ifPresent(it -> node.put("id", it));
    node.put("name", test.name());
    node.put("claim", test.claim());
    node.put("title", test.title());
    test.basis().map(Basis::word).ifPresent(it -> node.put("basis", it));
    node.put("basis_reason", test.basisReason());
    node.put("outcome", test.outcome().word());
    node.put("code", test.code());
    node.put("reason", test.reason());
    test.bypassing().ifPresent(it -> node.put("bypassing", it));
    test.started().ifPresent(it -> node.put("started", it.toString()));
    node.put("took_ms", test.took().toMillis());
    Json.strings(node, "capabilities", test.capabilities());
    test.exchange().ifPresent(it -> exchange(node.putObject("exchange"), it));
    Json.objects(node, "attempts", test.attempts(), JsonReport::attempt);
  }

  private static void attempt(ObjectNode node, TriedBefore tried) {
    Attempt attempt = tried.attempt();
    node.put("outcome", attempt.outcome().word());
    node.put("reason", attempt.reason());
    attempt.started().ifPresent(it -> node.put("started", it.toString()));
    node.put("took_ms", attempt.took().toMillis());
    tried.exchange().ifPresent(it -> exchange(node.putObject("exchange"), it));
  }

  private static void exchange(ObjectNode node, BrokenExchange broken) {
    Exchange exchange = broken.exchange();
    node.put("started", exchange.started().toString());
    node.put("took_ms", exchange.took().toMillis());
    ObjectNode request = node.putObject("request");
    request.put("method", exchange.method());
    request.put("uri", exchange.uri());
    Json.objects(request, "headers", exchange.requestHeaders(), JsonReport::header);
    request.put("body", exchange.requestBody());
    if (exchange.error().isEmpty()) {
      ObjectNode response = node.putObject("response");
      response.put("status", exchange.status());
      Json.objects(response, "headers", exchange.responseHeaders(), JsonReport::header);
      response.put("body", exchange.responseBody());
    } else {
      node.put("error", exchange.error());
    }
    node.put("curl", broken.curl());
  }

  private static void header(ObjectNode node, Header header) {
    node.put("name", header.name()).put("value", header.value());
  }
}
