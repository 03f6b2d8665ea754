package org.defcore.report.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.report.run.ReportModel;
import org.defcore.report.run.Sample;
import org.defcore.report.run.SampleTerms;
import org.defcore.result.Fact;
import org.defcore.result.Integrity;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.verdict.Verdict;

/** Runs of {@link Sample} that differ in known respects. */
final class ComparisonSample {

  private ComparisonSample() {}

  /** The usual run beside one where listing servers fails and creating them passes. */
  static RunComparison comparison() {
    return RunComparison.of(
        List.of(Sample.report(), report(other("zonex"))),
        List.of(new RunComparison.DeclaredRow("compute kind", List.of("virtual-machine", "zone"))));
  }

  static RunRecord other(String cloud) {
    List<TestResult> results = new ArrayList<>();
    for (TestResult result : Sample.run(false, "").results()) {
      if (result.id().equals(Sample.id(1))) {
        results.add(
            changed(result, Outcome.FAILED, "expected 2 servers in the list but found 1", 0));
      } else if (result.id().equals(Sample.id(2))) {
        results.add(changed(result, Outcome.PASSED, "", -1));
      } else if (result.id().equals(Sample.id(5))) {
        results.add(changed(result, Outcome.PASSED, "", -1));
      } else {
        results.add(result);
      }
    }
    return run(cloud, results);
  }

  static RunRecord run(String cloud, List<TestResult> results) {
    RunRecord usual = Sample.run(false, "");
    return new RunRecord(
        "20261122-130000-p0q1",
        usual.harness(),
        cloud,
        "https://identity." + cloud + ".example/v3",
        "",
        true,
        "--service compute",
        usual.started().plusSeconds(3600),
        Optional.empty(),
        List.of(),
        List.of(
            new Fact("compute.microversion.max", "2.79", "GET /v2.1"),
            new Fact("compute.microversion.min", "2.1", "GET /v2.1"),
            new Fact("image.id", "00000000-8a6e-4e0c-9d1b-0c9f5f0a7d11", "GET /v2/images"),
            new Fact("network.unavailable", "the catalogue has no network", "catalogue")),
        results,
        List.of(),
        Integrity.UNKNOWN);
  }

  static ReportModel report(RunRecord run) {
    List<Verdict> verdicts = Sample.verdicts(run);
    return ReportModel.of(
        run,
        SampleTerms.TERMS,
        verdicts,
        Sample.catalogue(),
        (id, attempt) -> id.equals(Sample.id(1)) ? List.of(Sample.exchange()) : List.of());
  }

  static TestResult changed(TestResult result, Outcome outcome, String reason, int exchange) {
    return new TestResult(
        result.id(),
        result.name(),
        result.claim(),
        outcome,
        "",
        reason,
        Optional.of(Sample.NOON.plusSeconds(3700)),
        Duration.ofMillis(900),
        exchange < 0 ? Optional.empty() : Optional.of(exchange));
  }
}
