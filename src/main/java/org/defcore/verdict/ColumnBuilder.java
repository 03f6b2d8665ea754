package org.defcore.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.policy.Policy;
import org.defcore.result.Outcome;

/** Builds a column: the status that its tests earn, then whatever lowers it. */
final class ColumnBuilder {

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Integer> waived = new EnumMap<>(Outcome.class);

  /** Tests that no waiver covers. */
  private final Map<Outcome, Integer> standing = new EnumMap<>(Outcome.class);

  private final List<String> reasons = new ArrayList<>();
  private final int all;
  private final int flakyCounted;
  private final int skippedExcused;
  private VerdictStatus status;
  private boolean waiverBehind;

  /**
   * @param none what to say if there is no line
   */
  ColumnBuilder(List<TestLine> lines, String none, PolicyAllowance allowance) {
    this.all = lines.size();
    for (TestLine line : lines) {
      counts.merge(line.outcome(), 1, Integer::sum);
      (allowance.waives(line) ? waived : standing).merge(line.outcome(), 1, Integer::sum);
    }
    int flaky = count(Outcome.FLAKY);
    this.flakyCounted = flaky <= allowance.policy().flakyAllowance() ? flaky : 0;
    int skipped = count(Outcome.SKIPPED);
    boolean shown = count(Outcome.PASSED) + flakyCounted > 0;
    this.skippedExcused = shown && skipped <= allowance.policy().skippedAllowance() ? skipped : 0;
    this.waiverBehind = !waived.isEmpty();
    this.status = earned();
    if (lines.isEmpty()) {
      reasons.add(none);
    }
    explainShortfall();
    explainAllowance(lines, allowance);
  }

  private int count(Outcome outcome) {
    return standing.getOrDefault(outcome, 0);
  }

  /** Number of tests that neither passed nor failed, and are not excused. */
  private int missing() {
    int standingAll = standing.values().stream().mapToInt(Integer::intValue).sum();
    return standingAll
        - count(Outcome.PASSED)
        - count(Outcome.FAILED)
        - flakyCounted
        - skippedExcused;
  }

  private VerdictStatus earned() {
    if (all == 0) {
      return VerdictStatus.NOTHING_REQUIRED;
    }
    if (count(Outcome.FAILED) > 0) {
      return VerdictStatus.NOT_CONFORMANT;
    }
    return missing() > 0 ? VerdictStatus.INCONCLUSIVE : VerdictStatus.CONFORMANT;
  }

  private void explainShortfall() {
    int failed = count(Outcome.FAILED);
    if (failed > 0) {
      reasons.add("%d of %s failed".formatted(failed, tests(all)));
    }
    int notApplicable = count(Outcome.NOT_APPLICABLE);
    int unsettled = missing() - notApplicable;
    if (unsettled > 0) {
      reasons.add("%d of %s could not be judged: %s".formatted(unsettled, tests(all), outcomes()));
    }
    if (notApplicable > 0) {
      reasons.add(
          "%d of %s %s not applicable to the declared kind"
              .formatted(notApplicable, tests(all), notApplicable == 1 ? "is" : "are"));
    }
  }

  private String outcomes() {
    return standing.entrySet().stream()
        .filter(it -> it.getKey() != Outcome.PASSED && it.getKey() != Outcome.FAILED)
        .filter(it -> it.getKey() != Outcome.NOT_APPLICABLE)
        .filter(it -> it.getKey() != Outcome.FLAKY || flakyCounted == 0)
        .filter(it -> it.getKey() != Outcome.SKIPPED || skippedExcused == 0)
        .map(it -> it.getValue() + " " + it.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private void explainAllowance(List<TestLine> lines, PolicyAllowance allowance) {
    int flaky = count(Outcome.FLAKY);
    if (flakyCounted > 0) {
      reasons.add(
          "%s as passed: the policy allows %d"
              .formatted(
                  flaky == 1 ? "1 flaky test counts" : flaky + " flaky tests count",
                  allowance.policy().flakyAllowance()));
    } else if (flaky > 0 && allowance.policy().flakyAllowance() > 0) {
      reasons.add(
          "%d flaky tests are more than the %d that the policy allows: none counts as passed"
              .formatted(flaky, allowance.policy().flakyAllowance()));
    }
    explainSkips(allowance.policy());
    for (WaiverEffect effect : allowance.waivers()) {
      long here = lines.stream().filter(it -> effect.tests().contains(it.key())).count();
      if (here > 0) {
        reasons.add(
            "%d of %s %s waived by %s"
                .formatted(here, tests(all), here == 1 ? "is" : "are", effect.waiver().words()));
      }
    }
  }

  private void explainSkips(Policy policy) {
    int skipped = count(Outcome.SKIPPED);
    if (skippedExcused > 0) {
      reasons.add(
          "%s no failure: the policy allows %s"
              .formatted(
                  skipped == 1 ? "1 skipped test is" : skipped + " skipped tests are",
                  policy.skippedWords()));
    } else if (skipped > policy.skippedAllowance() && policy.skippedAllowance() > 0) {
      reasons.add(
          "%d tests were skipped and the policy allows %s: none of them is allowed"
              .formatted(skipped, policy.skippedWords()));
    } else if (skipped > 0 && policy.skippedAllowance() > 0) {
      reasons.add("no test passed, so the policy allows no skipped test");
    }
  }

  /** Says of what was not run that it may have failed. */
  void explainPassesOnly() {
    int notRun = count(Outcome.NOT_RUN);
    if (notRun > 0) {
      reasons.add(
          "the results list passed tests only: failed and not-run cannot be distinguished for %d"
              .formatted(notRun));
    }
  }

  static String tests(long number) {
    return number == 1 ? "1 required test" : number + " required tests";
  }

  /** Makes the column inconclusive unless a test failed. */
  void unsettle(String reason) {
    reasons.add(reason);
    if (status != VerdictStatus.NOT_CONFORMANT) {
      status = VerdictStatus.INCONCLUSIVE;
    }
  }

  /** Lowers the status to a ceiling; where nothing is required there is nothing to lower. */
  void lower(VerdictStatus ceiling, String reason) {
    reasons.add(reason);
    if (status == VerdictStatus.CONFORMANT
        || (status == VerdictStatus.INCONCLUSIVE && ceiling == VerdictStatus.NOT_CONFORMANT)) {
      status = ceiling;
    }
  }

  void standOn(String component, Optional<Column> ground) {
    String prerequisite = "prerequisite " + component;
    if (ground.isEmpty()) {
      lower(VerdictStatus.INCONCLUSIVE, prerequisite + " has no verdict that covers it");
    } else if (ground.get().status() != VerdictStatus.CONFORMANT) {
      boolean fails = ground.get().status() == VerdictStatus.NOT_CONFORMANT;
      lower(
          fails ? VerdictStatus.NOT_CONFORMANT : VerdictStatus.INCONCLUSIVE,
          prerequisite + " is " + ground.get().text());
    } else if (ground.get().asterisk()) {
      waiverBehind = true;
      reasons.add(prerequisite + " is " + ground.get().text());
    }
  }

  /** Withholds the verdict, as a guideline that is wrong supports none. */
  void withhold(String reason) {
    reasons.add(reason + ": verdict withheld");
    status = VerdictStatus.INCONCLUSIVE;
  }

  Column column() {
    boolean asterisk = waiverBehind && status == VerdictStatus.CONFORMANT;
    return new Column(status, asterisk, reasons, counts, waived, flakyCounted, skippedExcused);
  }
}
