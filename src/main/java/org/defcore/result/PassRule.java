package org.defcore.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.guideline.TestId;

/**
 * A pass counts if the plan wanted it, it has a start, and its evidence is there; one of another
 * tool, of which there is neither, if the plan has it. Any other one is taken for what the plan
 * decided, else for an error.
 */
final class PassRule {

  private static final String REFUSED = "passed, which does not count: ";
  private static final String UNKNOWN = "the suite of this version does not have the test";

  private final Map<TestId, PlannedTest> planned = new HashMap<>();
  private final Predicate<TestId> evidence;
  private final Map<String, Integer> refused = new TreeMap<>();
  private final boolean imported;

  /** For the results of a plan. */
  static PassRule of(Plan plan, Predicate<TestId> evidence) {
    return new PassRule(plan.tests(), evidence, plan.imported());
  }

  /**
   * @param evidence whether any exchange of a test is kept
   */
  private PassRule(List<PlannedTest> planned, Predicate<TestId> evidence, boolean imported) {
    this.imported = imported;
    planned.forEach(it -> this.planned.put(it.id(), it));
    this.evidence = evidence;
  }

  /** The result as it counts, and so with what it would be where extra attributes are bypassed. */
  TestResult judge(TestResult result) {
    return judged(result, this::refusal);
  }

  private TestResult judged(TestResult result, Function<TestResult, Optional<String>> refusal) {
    if (isPass(result.outcome())) {
      return refusal.apply(result).map(it -> refused(result, it)).orElse(result);
    }
    return result.with(result.extras(), result.bypassing().map(it -> judged(it, refusal)));
  }

  private static boolean isPass(Outcome outcome) {
    return outcome == Outcome.PASSED || outcome == Outcome.FLAKY;
  }

  /** The record without passes of tests that cannot have run. */
  static RunRecord without(RunRecord run, Predicate<TestId> implemented) {
    boolean none =
        run.results().stream()
            .filter(it -> isPass(it.outcome()) || isPass(it.bypassed().outcome()))
            .allMatch(it -> implemented.test(it.id()));
    if (none) {
      return run;
    }
    PassRule rule = new PassRule(List.of(), it -> true, false);
    List<TestResult> results =
        run.results().stream()
            .map(it -> rule.judged(it, test -> unknown(test, implemented)))
            .toList();
    return run.with(
        results,
        new Integrity(
            run.integrity().manifest(),
            run.integrity().hash(),
            Stream.concat(run.integrity().problems().stream(), rule.refusals().stream()).toList()));
  }

  private static Optional<String> unknown(TestResult result, Predicate<TestId> implemented) {
    return implemented.test(result.id()) ? Optional.empty() : Optional.of(UNKNOWN);
  }

  private TestResult refused(TestResult result, String why) {
    refused.merge(why, 1, Integer::sum);
    Optional<PlannedTest> plan = Optional.ofNullable(planned.get(result.id()));
    return result.as(
        plan.flatMap(PlannedTest::decided).filter(it -> !isPass(it)).orElse(Outcome.ERROR),
        plan.map(PlannedTest::code).orElse(""),
        REFUSED + why);
  }

  private Optional<String> refusal(TestResult result) {
    PlannedTest plan = planned.get(result.id());
    if (plan == null) {
      return Optional.of("the plan does not have the test");
    }
    if (!plan.toRun()) {
      return Optional.of(
          "the plan ruled it out as " + plan.decided().map(Outcome::word).orElse(""));
    }
    if (imported) {
      return Optional.empty();
    }
    if (result.started().isEmpty()) {
      return Optional.of("it has no start");
    }
    return evidence.test(result.id()) ? Optional.empty() : Optional.of("it has no evidence");
  }

  /** A line for each reason, with the number of passes. */
  List<String> refusals() {
    return refused.entrySet().stream()
        .map(
            it ->
                "outcomes.jsonl: %d %s not count: %s"
                    .formatted(
                        it.getValue(), it.getValue() == 1 ? "pass does" : "passes do", it.getKey()))
        .toList();
  }
}
