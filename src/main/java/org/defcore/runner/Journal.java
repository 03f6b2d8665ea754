package org.defcore.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.defcore.contract.Watch;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.kit.Evidence;
import org.defcore.result.Fact;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;

/** Writes down what is said and what is established, attempt by attempt, as tests end. */
final class Journal implements SuiteRunner.RunWatcher {

  /**
   * Receivers of what a journal is told.
   *
   * @param giveUp ends the run, when nothing can be written for long
   */
  record Output(RunFolder folder, Progress progress, Backlog backlog, Runnable giveUp) {}

  private final Output output;
  private final OutcomeRule rule;
  private final Map<TestId, PlannedTest> planned;
  private final Map<String, Evidence> evidence = new ConcurrentHashMap<>();
  private final Map<TestId, TestResult> results = new ConcurrentHashMap<>();
  private final RepeatedRequests repeated = new RepeatedRequests();
  private final Watch watch;

  Journal(Output output, OutcomeRule rule, Watch watch, Collection<PlannedTest> planned) {
    this.output = output;
    this.rule = rule;
    this.watch = watch;
    this.planned = planned.stream().collect(Collectors.toMap(PlannedTest::id, it -> it));
  }

  /** Goes on after what a run had established before it stopped. */
  void goOn(List<TestResult> ended) {
    for (TestResult result : ended) {
      results.put(result.id(), result);
      for (int attempt = 1; attempt <= result.attempt(); attempt++) {
        List<Exchange> said = output.folder.evidence(result.id(), attempt);
        see(new Evidence(result.id().toString(), said, 0));
      }
    }
  }

  /** Keeps what was said for a test or a shared fixture; comes before the test is told of. */
  void keep(Evidence said) {
    if (said.equals(evidence.put(said.id(), said))) {
      return;
    }
    Optional<TestResult> before =
        TestId.parse(said.id()).flatMap(it -> Optional.ofNullable(results.get(it)));
    output.backlog.write(
        () -> {
          before.ifPresent(it -> output.folder.keepAttempt(it.id(), it.attempt()));
          output.folder.keepEvidence(said.id(), said.exchanges());
        });
    see(said);
  }

  private void see(Evidence said) {
    repeated.count(said);
    watch.see(said.id(), said.exchanges());
  }

  /** Holds a test back while what others have established cannot be written. */
  @Override
  public void started(ImplementedTest test) {
    if (!output.backlog.settle()) {
      output.giveUp.run();
    }
  }

  /** The sentences that the whole run needs. */
  List<Fact> notices() {
    return repeated.notices();
  }

  @Override
  public void ended(
      ImplementedTest test, Instant started, Duration took, Optional<Throwable> failure) {
    String id = test.id().toString();
    Evidence said = evidence.getOrDefault(id, new Evidence(id, List.of(), 0));
    TestResult attempt = rule.judge(planned(test), started, took, failure, said);
    output.backlog.write(() -> output.folder.append(attempt));
    evidence.remove(id);
    output.progress.ended(results.merge(test.id(), attempt, TestResult::retried));
  }

  private PlannedTest planned(ImplementedTest test) {
    return Objects.requireNonNull(planned.get(test.id()), "only what was planned is launched");
  }

  /**
   * Those of the tests whose last attempt, past attributes that were bypassed, broke the claim,
   * established nothing or was blocked.
   *
   * @param attempts the most that a test may have had
   */
  List<ImplementedTest> toRetry(List<ImplementedTest> tests, int attempts) {
    return tests.stream()
        .filter(
            test ->
                result(test)
                    .filter(it -> it.bypassed().outcome().isToRetry() && it.attempt() <= attempts)
                    .isPresent())
        .toList();
  }

  /** Those of the tests that have not come to an end. */
  List<ImplementedTest> toRun(List<ImplementedTest> tests) {
    return tests.stream().filter(it -> result(it).isEmpty()).toList();
  }

  /** Empty if the run was ended before the test. */
  private Optional<TestResult> result(ImplementedTest test) {
    return Optional.ofNullable(results.get(test.id()));
  }
}
