package org.defcore.report.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Deviation;
import org.defcore.result.ExtraAttribute;
import org.defcore.result.Fact;
import org.defcore.result.Integrity;
import org.defcore.result.Manifest;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.result.remark.Remark;
import org.defcore.result.remark.RemarkKind;
import org.defcore.verdict.Scorer;
import org.defcore.verdict.Verdict;

/** One run with every outcome, scored for a platform and for an add-on that stands on it. */
public final class Sample {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Sample() {}

  public static ReportModel report() {
    return report(run(false, ""));
  }

  public static ReportModel report(RunRecord run) {
    return ReportModel.of(run, SampleTerms.TERMS, verdicts(run), catalogue(), evidence(exchange()));
  }

  /** The same capabilities under two targets. */
  public static ReportModel twice() {
    RunRecord run = run(false, "");
    Guideline one = SampleGuidelines.powered();
    Target target =
        new Target(
            "platform",
            "Platform",
            Target.Kind.PLATFORM,
            SampleGuidelines.COMPUTE.components(),
            List.of());
    Guideline two =
        SampleGuidelines.guideline(
            one.id(),
            target,
            one.components().get("os_powered_compute").capabilities(),
            List.copyOf(one.capabilities().values()));
    Scorer scorer = new Scorer(catalogue(), SampleTerms.TERMS);
    return ReportModel.of(
        run,
        SampleTerms.TERMS,
        List.of(
            scorer.score(one, SampleGuidelines.COMPUTE, run, List.of()),
            scorer.score(two, target, run, List.of())),
        catalogue(),
        evidence(exchange()));
  }

  public static List<Verdict> verdicts(RunRecord run) {
    Scorer scorer = new Scorer(catalogue(), SampleTerms.TERMS);
    Guideline powered = SampleGuidelines.powered();
    Verdict compute = scorer.score(powered, SampleGuidelines.COMPUTE, run, List.of());
    return List.of(
        compute, scorer.score(SampleGuidelines.dns(), SampleGuidelines.DNS, run, List.of(compute)));
  }

  public static TestId id(int number) {
    return new TestId(new UUID(0x1000, number));
  }

  /** The run where two tests saw an attribute too many: one passes without it, one does not. */
  public static RunRecord bypassing() {
    return run(
        false,
        "",
        results().stream()
            .map(it -> it.id().equals(id(1)) || it.id().equals(id(2)) ? extra(it) : it)
            .toList());
  }

  /** The same run, made strictly. */
  public static RunRecord strict() {
    return run(
        false,
        "",
        bypassing().results().stream().map(it -> it.with(it.extras(), Optional.empty())).toList());
  }

  private static TestResult extra(TestResult without) {
    return new TestResult(
            without.id(),
            without.name(),
            without.claim(),
            Outcome.FAILED,
            "",
            "GET /servers: /servers/0/vendor:rack: expected no such field but found \"7\"",
            without.started(),
            without.took(),
            Optional.of(0))
        .with(
            List.of(
                new ExtraAttribute("GET /servers", "/servers/*/vendor:rack"),
                new ExtraAttribute(
                    "GET /servers/4f3ad5c2-8a6e-4e0c-9d1b-0c9f5f0a7d11", "/server/vendor:rack")),
            Optional.of(without));
  }

  public static RunRecord run(boolean simulated, String partial) {
    return run(simulated, partial, results());
  }

  public static RunRecord run(boolean simulated, String partial, List<TestResult> results) {
    return new RunRecord(
        "20261122-120000-k3f9",
        "0.1.0",
        "acme",
        "https://identity.acme.example/v3",
        "north",
        simulated,
        partial,
        NOON,
        Optional.of(NOON.plusSeconds(754)),
        List.of(
            new Deviation("tls-not-verified", "verify is false in clouds.yaml"),
            new Deviation("endpoint-override", "network: https://network.acme.example")),
        List.of(
            new Fact("compute.microversion.max", "2.93", "GET /v2.1"),
            new Fact("image.id", "4f3ad5c2-8a6e-4e0c-9d1b-0c9f5f0a7d11", "GET /v2/images")),
        results,
        List.of(
            new Remark(
                RemarkKind.IDENTITY,
                "image",
                "GET /v2/images/{id}",
                "/file",
                "\"/v2/images/1/file\" is not of 5f1c",
                id(2).toString(),
                1,
                3),
            new Remark(
                RemarkKind.HEADER,
                "compute",
                "GET /v2.1/servers",
                "Vary",
                "none",
                "SharedServer",
                0,
                1)),
        new Integrity(
            Optional.of(
                new Manifest(new TreeMap<>(Map.of("plan.json", "0".repeat(64))), new TreeMap<>())),
            List.of()));
  }

  public static ReportModel.Evidence evidence(Exchange exchange) {
    return (id, attempt) ->
        id.equals(id(2)) || (id.equals(id(7)) && attempt == 1) ? List.of(exchange) : List.of();
  }

  public static Exchange exchange() {
    return new Exchange(
        NOON.plusSeconds(61),
        Duration.ofMillis(412),
        "POST",
        "https://compute.acme.example/v2.1/servers",
        List.of(
            new Header("Content-Type", "application/json"),
            new Header("X-Auth-Token", Secrets.MASK)),
        "{\"server\": {\"name\": \"defcore-k3f9-1\", \"adminPass\": \"" + Secrets.MASK + "\"}}",
        500,
        List.of(
            new Header("Content-Type", "application/json"),
            new Header("X-OpenStack-Request-Id", "req-7f3c")),
        "{\"computeFault\": {\"code\": 500, \"message\": \"Unexpected API error\"}}",
        "");
  }

  public static List<CatalogueEntry> catalogue() {
    return List.of(
        entry(1, "list_servers", Basis.API_CONTRACT, ""),
        entry(2, "create_server", Basis.INSTANCE_LIFECYCLE, "an instance has to become active"),
        entry(3, "verify_vcpus", Basis.GUEST_ACCESS, "counts processors inside the guest"),
        entry(4, "resize_server", Basis.INSTANCE_LIFECYCLE, "an instance has to be resized"),
        entry(5, "list_two_projects", Basis.API_CONTRACT, ""),
        entry(6, "attach_volume", Basis.IMPLEMENTATION, "expects a block device of a hypervisor"),
        entry(7, "reboot_server", Basis.INSTANCE_LIFECYCLE, "an instance has to restart"),
        entry(8, "list_keypairs", Basis.API_CONTRACT, ""),
        entry(9, "show_quota", Basis.API_CONTRACT, ""),
        entry(10, "list_zones", Basis.API_CONTRACT, ""),
        entry(13, "suspend_server", Basis.IMPLEMENTATION, "memory is written to disk"));
  }

  private static CatalogueEntry entry(int number, String name, Basis basis, String reason) {
    return new CatalogueEntry(
        id(number),
        List.of(name(name)),
        "compute",
        "Upstream checks " + name.replace('_', ' '),
        basis,
        reason,
        List.of());
  }

  private static List<TestResult> results() {
    return List.of(
        result(1, "list_servers", Outcome.PASSED, "", ""),
        result(
            2,
            "create_server",
            Outcome.FAILED,
            "",
            "POST /servers: expected 202 but found 500 (req-7f3c)"),
        result(
            3, "verify_vcpus", Outcome.SKIPPED, "guest-access", "no login into a guest was given"),
        result(
            4,
            "resize_server",
            Outcome.BLOCKED,
            "",
            "shared server: expected ACTIVE within 300 s but found BUILD after 61 polls"),
        result(
            5, "list_two_projects", Outcome.SKIPPED, "second-project", "no second project is set"),
        result(
            6,
            "attach_volume",
            Outcome.NOT_APPLICABLE,
            "",
            "zones have no block devices of a guest"),
        result(
                7,
                "reboot_server",
                Outcome.FAILED,
                "",
                "server 5f1c: expected ACTIVE but found ERROR")
            .retried(result(7, "reboot_server", Outcome.PASSED, "", "")),
        result(8, "list_keypairs", Outcome.FAILED, "", "GET /os-keypairs: no field name")
            .retried(
                result(
                    8,
                    "list_keypairs",
                    Outcome.ERROR,
                    "",
                    "GET /os-keypairs: no answer within 60 s")),
        result(10, "list_zones", Outcome.PASSED, "", ""),
        result(
            13,
            "suspend_server",
            Outcome.NOT_APPLICABLE,
            "not-offered",
            "the test depends on operations that are declared as not offered: suspend"),
        result(11, "create_container", Outcome.NOT_IMPLEMENTED, "", "the suite lacks this test"));
  }

  public static TestResult result(
      int number, String name, Outcome outcome, String code, String reason) {
    boolean started =
        !Set.of(Outcome.NOT_IMPLEMENTED, Outcome.SKIPPED, Outcome.NOT_APPLICABLE).contains(outcome);
    return new TestResult(
        id(number),
        name(name),
        "A project member can " + name.replace('_', ' '),
        outcome,
        code,
        reason,
        started ? Optional.of(NOON.plusSeconds(number)) : Optional.empty(),
        started ? Duration.ofMillis(340L * number * number) : Duration.ZERO,
        number == 2 || (number == 7 && outcome == Outcome.FAILED)
            ? Optional.of(0)
            : Optional.empty());
  }

  static String name(String name) {
    return "tempest.api.compute.test_servers.ServersTestJSON.test_" + name;
  }
}
