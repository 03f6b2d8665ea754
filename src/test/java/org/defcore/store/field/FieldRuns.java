package org.defcore.store.field;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.defcore.capability.Kind;
import org.defcore.desk.Installation;
import org.defcore.guideline.TestId;
import org.defcore.result.Outcome;
import org.defcore.result.PlannedTest;
import org.defcore.result.TestResult;
import org.defcore.store.field.Field.Visit;
import org.defcore.store.field.FieldPlans.Sort;

/**
 * Runs of a field. Most tests pass. The others: a fault is a product's, in all of its clouds, from
 * a release to the one that mends it, and few tests have most faults; a cloud has tests of its own
 * that pass now and then; a run has fixtures that cannot be made, gateways that do not answer, and
 * an end that comes too early.
 */
final class FieldRuns {

  private static final int RANKS = 400;

  private final Chance chance;
  private final FieldPlans plans;

  FieldRuns(Chance chance, Installation installation) {
    this.chance = chance;
    this.plans = new FieldPlans(chance, installation);
  }

  FieldRun run(Visit visit) {
    Sort sort = FieldPlans.sort(chance, visit);
    int release = visit.cloud().release(visit.day());
    String declaration = visit.cloud().declaration(release);
    var plan = plans.plan(visit, sort, declaration);
    Making making = new Making(visit, sort, release, plan.tests());
    making.attempts();
    return new FieldRun(plan, declaration, making.attempts, making.finished());
  }

  /** One run in the making. */
  private final class Making {

    private final Visit visit;
    private final Sort sort;
    private final int release;
    private final List<PlannedTest> tests;
    private final SplittableRandom its;
    private final String blocked;
    private final int end;
    private final int away;
    private final List<TestResult> attempts = new ArrayList<>();
    private Instant now;

    Making(Visit visit, Sort sort, int release, List<PlannedTest> tests) {
      this.visit = visit;
      this.sort = sort;
      this.release = release;
      this.tests = tests.stream().filter(PlannedTest::toRun).toList();
      this.its = chance.of("outcomes", visit.number());
      this.now = visit.when();
      this.blocked =
          its.nextDouble() < 0.02
              ? List.of("compute", "volume", "network").get(its.nextInt(3))
              : "";
      boolean aborted = sort == Sort.FULL && its.nextDouble() < 0.015;
      this.end = aborted ? its.nextInt(this.tests.size()) : this.tests.size();
      this.away = its.nextDouble() < 0.02 ? its.nextInt(this.tests.size()) : RANKS * 2;
    }

    Optional<Instant> finished() {
      return end < tests.size() ? Optional.empty() : Optional.of(now.plusSeconds(5));
    }

    void attempts() {
      for (int i = 0; i < end; i++) {
        PlannedTest test = tests.get(i);
        boolean flaky = flaky(test.id());
        Outcome first = flaky ? Outcome.FAILED : outcome(test, i);
        if (sort != Sort.IMPORTED) {
          add(test, first);
          if (flaky && visit.number() % 5 > 0) {
            add(test, Outcome.PASSED);
          }
        } else if (first == Outcome.PASSED) {
          attempts.add(
              new TestResult(
                  test.id(),
                  test.name(),
                  test.claim(),
                  first,
                  "",
                  "",
                  Optional.empty(),
                  Duration.ZERO,
                  Optional.empty()));
        }
      }
    }

    private Outcome outcome(PlannedTest test, int position) {
      if (position >= away && position < away + 12) {
        return Outcome.ERROR;
      }
      if (test.service().equals(blocked) && plans.boots(test.id())) {
        return Outcome.BLOCKED;
      }
      return faulty(test.id()) || its.nextDouble() < 0.0001 ? Outcome.FAILED : Outcome.PASSED;
    }

    private boolean faulty(TestId test) {
      String id = test.toString();
      double rank = 1 + chance.of("rank", id).nextInt(RANKS);
      SplittableRandom fault = chance.of("fault", visit.cloud().product(), id);
      if (fault.nextDouble()
          >= visit.cloud().trouble() * Math.min(0.6, 1.2 / Math.pow(rank, 0.9))) {
        return false;
      }
      int broken = fault.nextDouble() < 0.6 ? 0 : 1 + fault.nextInt(4);
      int mended = fault.nextDouble() < 0.5 ? Integer.MAX_VALUE : broken + 1 + fault.nextInt(2);
      return broken <= release && release < mended;
    }

    private boolean flaky(TestId test) {
      SplittableRandom habit = chance.of("flaky", visit.cloud().name(), test.toString());
      return habit.nextDouble() < 0.003 && its.nextDouble() < 0.05 + 0.35 * habit.nextDouble();
    }

    private void add(PlannedTest test, Outcome outcome) {
      boolean boots = plans.boots(test.id());
      double slow = visit.cloud().kind() == Kind.BARE_METAL ? 8 : 1;
      double millis = (boots ? 8000 * slow : 90) * (0.3 + 3 * Math.pow(its.nextDouble(), 3));
      attempts.add(
          new TestResult(
              test.id(),
              test.name(),
              test.claim(),
              outcome,
              "",
              reason(test, outcome),
              Optional.of(now),
              Duration.ofMillis((long) millis),
              outcome == Outcome.FAILED ? Optional.of(0) : Optional.empty()));
      now = now.plusMillis((long) (millis / 4) + 1);
    }

    private String reason(PlannedTest test, Outcome outcome) {
      return switch (outcome) {
        case FAILED -> "GET /%s: expected 200 but found 500".formatted(test.service());
        case ERROR -> "GET /%s: no answer within 60 s".formatted(test.service());
        case BLOCKED -> "the server that several tests share could not be made";
        case PASSED, FLAKY, SKIPPED, NOT_APPLICABLE, NOT_RUN, NOT_IMPLEMENTED -> "";
      };
    }
  }
}
