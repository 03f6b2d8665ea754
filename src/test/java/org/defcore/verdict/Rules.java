package org.defcore.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.defcore.capability.Basis;
import org.defcore.capability.CatalogueEntry;
import org.defcore.capability.Kind;
import org.defcore.capability.Offer;
import org.defcore.guideline.Annex;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Flag;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestId;
import org.defcore.policy.Policy;
import org.defcore.result.Deviation;
import org.defcore.result.Integrity;
import org.defcore.result.Outcome;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.result.remark.Remark;

/** Small guidelines, runs and catalogues; test number n has the id and the name of that number. */
final class Rules {

  static final Target COMPUTE =
      new Target("compute", "Powered Compute", Target.Kind.PLATFORM, List.of("compute"), List.of());

  /**
   * Terms for a cloud that declares virtual machines, on a day when everything here is approved.
   */
  static final ScoringTerms TERMS = terms(Policy.USUAL);

  /** One required capability of tests 1 and 2. */
  static final Guideline TWO_TESTS =
      guideline(required("servers"), capability("servers", test(1), test(2)));

  private Rules() {}

  static ScoringTerms terms(Policy policy) {
    return new ScoringTerms(
        policy,
        LocalDate.of(2026, 11, 22),
        new Offer(Optional.of(Kind.VIRTUAL_MACHINE), Set.of()),
        Optional.empty(),
        List.of());
  }

  static TestId id(int number) {
    return new TestId(new UUID(0, number));
  }

  static String name(int number) {
    return "tempest.api.test_" + number;
  }

  static GuidelineTest test(int number) {
    return new GuidelineTest(name(number), Optional.of(id(number)), List.of(), Optional.empty());
  }

  static GuidelineTest flagged(int number) {
    Flag flag = new Flag(Optional.of("D403"), "needs two networks", "", Optional.empty());
    return new GuidelineTest(name(number), Optional.of(id(number)), List.of(), Optional.of(flag));
  }

  static GuidelineTest nameOnly(String name, String... aliases) {
    return new GuidelineTest(name, Optional.empty(), List.of(aliases), Optional.empty());
  }

  static Capability capability(String name, GuidelineTest... tests) {
    return new Capability(
        name, name + " works", "nova", false, List.of(), Optional.empty(), List.of(tests));
  }

  static Map<Status, List<String>> required(String... capabilities) {
    return Map.of(Status.REQUIRED, List.of(capabilities));
  }

  /** A guideline with one component, {@code compute}, and one target, {@link #COMPUTE}. */
  static Guideline guideline(Map<Status, List<String>> listed, Capability... capabilities) {
    return guideline(
        List.of(COMPUTE), List.of(new Guideline.Component("compute", listed)), capabilities);
  }

  static Guideline guideline(
      List<Target> targets, List<Guideline.Component> components, Capability... capabilities) {
    Map<String, Guideline.Component> byName = new LinkedHashMap<>();
    components.forEach(it -> byName.put(it.name(), it));
    Map<String, Capability> defined = new LinkedHashMap<>();
    Arrays.stream(capabilities).forEach(it -> defined.put(it.name(), it));
    return new Guideline(
        "2020.06",
        "2.0",
        "sha256:" + "0".repeat(64),
        "approved",
        Optional.empty(),
        List.of("ussuri"),
        targets,
        byName,
        defined,
        Annex.NONE,
        List.of());
  }

  static CatalogueEntry entry(int number, Basis basis, String... names) {
    return new CatalogueEntry(
        id(number),
        names.length == 0 ? List.of(name(number)) : List.of(names),
        "compute",
        "test " + number,
        basis,
        "",
        List.of());
  }

  static TestResult result(int number, Outcome outcome) {
    return result(number, name(number), outcome);
  }

  static TestResult result(int number, String name, Outcome outcome) {
    return new TestResult(
        id(number),
        name,
        "claim " + number,
        outcome,
        outcome == Outcome.SKIPPED ? "second-project" : "",
        outcome == Outcome.PASSED ? "" : "expected 200 but found 500",
        Optional.of(Instant.EPOCH),
        Duration.ZERO,
        Optional.empty());
  }

  static RunRecord run(TestResult... results) {
    return run(false, "", results);
  }

  static RunRecord run(boolean simulated, String partial, TestResult... results) {
    return run(simulated, partial, List.of(), results);
  }

  static RunRecord run(
      boolean simulated, String partial, List<Remark> remarks, TestResult... results) {
    return new RunRecord(
        "r1",
        "0.1.0",
        "acme",
        "https://acme.example/v3",
        "",
        simulated,
        partial,
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        List.of(),
        List.of(),
        List.of(results),
        remarks,
        Integrity.UNKNOWN);
  }

  /** The same run with one deviation. */
  static RunRecord deviating(RunRecord run, String what) {
    return new RunRecord(
        run.runId(),
        run.harness(),
        run.cloud(),
        run.authUrl(),
        run.region(),
        run.simulated(),
        run.partial(),
        run.started(),
        run.finished(),
        List.of(new Deviation(what, "")),
        run.observation(),
        run.results(),
        run.remarks(),
        run.integrity());
  }

  /** The verdict on {@link #COMPUTE} with tests 1 to 9 known to rest on the API alone. */
  static Verdict score(Guideline guideline, RunRecord run) {
    return scorer().score(guideline, COMPUTE, run, List.of());
  }

  static Scorer scorer() {
    return scorer(TERMS);
  }

  static Scorer scorer(ScoringTerms terms) {
    return new Scorer(
        IntStream.rangeClosed(1, 9).mapToObj(it -> entry(it, Basis.API_CONTRACT)).toList(), terms);
  }
}
