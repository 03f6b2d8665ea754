package org.defcore.runner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.clouds.CloudConfig;
import org.defcore.guideline.TestId;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.result.Plan;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunException;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;

/**
 * A run that did not come to its end, and what has to be the same for it to go on.
 *
 * @param name of the run as the user wrote it
 */
public record StoppedRun(String name, RunFolder folder, Plan plan, RunRecord record) {

  private static final String RESUMED = "resumed";

  /**
   * Reads a run.
   *
   * @throws RunException if it came to its end, or its files were changed since
   */
  public static StoppedRun of(RunFolder folder, String name) {
    RunRecord record = folder.record();
    if (record.finished().isPresent()) {
      throw new RunException(
          "%s: the run came to its end at %s: nothing to resume; for its reports: defcore report %s"
              .formatted(name, record.finished().get().truncatedTo(ChronoUnit.SECONDS), name));
    }
    List<String> problems = record.integrity().problems();
    if (record.integrity().manifest().isPresent() && !problems.isEmpty()) {
      throw new RunException(
          "%s: expected the files as the run left them but found %s: nothing was run"
              .formatted(name, problems.get(0)));
    }
    return new StoppedRun(name, folder, folder.plan(), record);
  }

  /** The tests of the plan. */
  Selection selection() {
    return new Selection(
        plan.tests().stream().map(it -> it.id().toString()).toList(), List.of(), List.of());
  }

  /**
   * Checks an order before anything is asked of its cloud.
   *
   * @param harness version of this program
   * @throws RunException if it is another run's
   */
  void check(RunOrder order, String harness) {
    same("version of this program", plan.harness(), harness);
    same("guideline", plan.guideline(), order.requirements().named());
    same(
        "content of guideline " + plan.guideline(),
        plan.guidelineHash(),
        order.requirements().guideline().contentHash());
    same("target", plan.target(), order.requirements().target().key());
    same("cloud", plan.cloud(), order.cloud().name());
    same(
        "second cloud",
        plan.secondCloud().orElse("none"),
        order.second().map(CloudConfig::name).orElse("none"));
    same(
        "disposable cloud",
        plan.disposableCloud().orElse("none"),
        order.disposable().map(CloudConfig::name).orElse("none"));
    SameCloud cloud = new SameCloud(plan, "run");
    cloud.check(order.cloud());
    order.second().ifPresent(cloud::check);
    order.disposable().ifPresent(cloud::check);
  }

  /**
   * Checks who is logged in where, and the options.
   *
   * @throws RunException if it is somebody else, or if the options are others
   */
  void check(RunOrder order, CloudAccess access) {
    access.sessions().values().forEach(new SameCloud(plan, "run")::check);
    List<Deviation> then =
        plan.deviations().stream()
            .filter(it -> !it.what().equals(RESUMED) && !it.what().equals(Deviations.EXCLUSION))
            .toList();
    List<Deviation> now = Deviations.of(order, List.of(), access);
    same("deviations", words(then), words(now));
  }

  private static String words(List<Deviation> deviations) {
    return deviations.isEmpty()
        ? "none"
        : deviations.stream()
            .map(it -> it.what() + ": " + it.detail())
            .collect(Collectors.joining("; "));
  }

  /**
   * Checks that what is still to run can be run as it was planned.
   *
   * @param now the same tests as they would be planned now
   */
  void check(List<PlannedTest> now) {
    Map<TestId, PlannedTest> by = new HashMap<>();
    now.forEach(it -> by.put(it.id(), it));
    Set<TestId> ended = ended().stream().map(TestResult::id).collect(Collectors.toSet());
    plan.tests().stream()
        .filter(it -> it.toRun() && !ended.contains(it.id()))
        .forEach(
            it ->
                same(
                    it.name(),
                    becomes(Optional.of(it)),
                    becomes(Optional.ofNullable(by.get(it.id())))));
  }

  private static String becomes(Optional<PlannedTest> test) {
    return test.map(
            it -> it.decided().map(to -> to.word() + " (" + it.reason() + ")").orElse("to be run"))
        .orElse("no such test");
  }

  private void same(String what, String planned, String found) {
    if (!planned.equals(found)) {
      throw new RunException(
          "%s: %s: expected as in the plan, %s, but found %s: nothing was run; give the options that the run was begun with, or begin another"
              .formatted(name, what, planned, found));
    }
  }

  /** The tests that were run and came to an end. */
  List<TestResult> ended() {
    Set<TestId> toRun =
        plan.tests().stream()
            .filter(PlannedTest::toRun)
            .map(PlannedTest::id)
            .collect(Collectors.toSet());
    return record.results().stream()
        .filter(it -> toRun.contains(it.id()) && it.outcome() != Outcome.NOT_RUN)
        .toList();
  }

  /** The number of this resumption, from 1. */
  int number() {
    return 1 + (int) plan.deviations().stream().filter(it -> it.what().equals(RESUMED)).count();
  }

  /** The plan of the run that goes on. */
  Plan resumed(Instant now) {
    long all = plan.tests().stream().filter(PlannedTest::toRun).count();
    return plan.with(
        new Deviation(
            RESUMED,
            "the run was stopped and resumed at %s, when %d of %d tests had ended%s"
                .formatted(
                    now.truncatedTo(ChronoUnit.SECONDS),
                    ended().size(),
                    all,
                    record.integrity().manifest().isPresent()
                        ? ""
                        : "; earlier changes of its files cannot be detected")));
  }
}
