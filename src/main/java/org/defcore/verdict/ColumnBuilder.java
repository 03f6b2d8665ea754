package org.defcore.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.result.Outcome;

/** A column in the making: the word that its tests give, then whatever lowers it. */
final class ColumnBuilder {

  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Integer> waived = new EnumMap<>(Outcome.class);

  /** Tests that are not waived, by outcome. */
  private final Map<Outcome, Integer> standing = new EnumMap<>(Outcome.class);

  private final List<String> reasons = new ArrayList<>();
  private final int all;
  private final int flakyCounted;
  private VerdictStatus word;
  private boolean waiverBehind;

  /**
   * @param none what to say if there is no line
   */
  ColumnBuilder(List<TestLine> lines, String none, PolicyAllowance indulgence) {
    this.all = lines.size();
    for (TestLine line : lines) {
      counts.merge(line.outcome(), 1, Integer::sum);
      (indulgence.waives(line) ? waived : standing).merge(line.outcome(), 1, Integer::sum);
    }
    int flaky = count(Outcome.FLAKY);
    this.flakyCounted = flaky <= indulgence.flakyAllowance() ? flaky : 0;
    this.waiverBehind = !waived.isEmpty();
    this.word = word();
    if (lines.isEmpty()) {
      reasons.add(none);
    }
    sayWhatStandsInTheWay();
    sayWhatIsLetOff(lines, indulgence);
  }

  private int count(Outcome outcome) {
    return standing.getOrDefault(outcome, 0);
  }

  /** The number of tests that neither passed nor failed and are not waived. */
  private int missing() {
    int standingAll = standing.values().stream().mapToInt(Integer::intValue).sum();
    return standingAll - count(Outcome.PASSED) - count(Outcome.FAILED) - flakyCounted;
  }

  private VerdictStatus word() {
    if (all == 0) {
      return VerdictStatus.NOTHING_REQUIRED;
    }
    if (count(Outcome.FAILED) > 0) {
      return VerdictStatus.NOT_CONFORMANT;
    }
    return missing() > 0 ? VerdictStatus.INCONCLUSIVE : VerdictStatus.CONFORMANT;
  }

  private void sayWhatStandsInTheWay() {
    int failed = count(Outcome.FAILED);
    if (failed > 0) {
      reasons.add("%d of %s failed".formatted(failed, tests(all)));
    }
    int notApplicable = count(Outcome.NOT_APPLICABLE);
    int unsettled = missing() - notApplicable;
    if (unsettled > 0) {
      reasons.add(
          "%d of %s ha%s no result that settles it: %s"
              .formatted(unsettled, tests(all), unsettled == 1 ? "s" : "ve", outcomes()));
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
        .map(it -> it.getValue() + " " + it.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private void sayWhatIsLetOff(List<TestLine> lines, PolicyAllowance indulgence) {
    int flaky = count(Outcome.FLAKY);
    if (flakyCounted > 0) {
      reasons.add(
          "%s as passed: the policy allows %d"
              .formatted(
                  flaky == 1 ? "1 flaky test counts" : flaky + " flaky tests count",
                  indulgence.flakyAllowance()));
    } else if (flaky > 0 && indulgence.flakyAllowance() > 0) {
      reasons.add(
          "%d flaky tests are more than the %d that the policy allows: none counts as passed"
              .formatted(flaky, indulgence.flakyAllowance()));
    }
    for (WaiverEffect effect : indulgence.waivers()) {
      long here = lines.stream().filter(it -> effect.tests().contains(it.key())).count();
      if (here > 0) {
        reasons.add(
            "%d of %s need not pass by waiver of %s"
                .formatted(here, tests(all), effect.waiver().words()));
      }
    }
  }

  static String tests(long number) {
    return number == 1 ? "1 required test" : number + " required tests";
  }

  /** For tests that the column could not place: only a failure stands against them. */
  void unsettle(String reason) {
    reasons.add(reason);
    if (word != VerdictStatus.NOT_CONFORMANT) {
      word = VerdictStatus.INCONCLUSIVE;
    }
  }

  /** Lowers the word to a ceiling; where nothing is required there is nothing to lower. */
  void lower(VerdictStatus ceiling, String reason) {
    reasons.add(reason);
    if (word == VerdictStatus.CONFORMANT
        || (word == VerdictStatus.INCONCLUSIVE && ceiling == VerdictStatus.NOT_CONFORMANT)) {
      word = ceiling;
    }
  }

  void standOn(String component, Optional<Column> ground) {
    String prerequisite = "prerequisite " + component;
    if (ground.isEmpty()) {
      lower(VerdictStatus.INCONCLUSIVE, prerequisite + " has no verdict that covers it");
    } else if (ground.get().word() != VerdictStatus.CONFORMANT) {
      boolean fails = ground.get().word() == VerdictStatus.NOT_CONFORMANT;
      lower(
          fails ? VerdictStatus.NOT_CONFORMANT : VerdictStatus.INCONCLUSIVE,
          prerequisite + " is " + ground.get().text());
    } else if (ground.get().asterisk()) {
      waiverBehind = true;
      reasons.add(prerequisite + " is " + ground.get().text());
    }
  }

  /** No word about the cloud can be had from a guideline that is wrong. */
  void withhold(String reason) {
    reasons.add(reason + ": verdict withheld");
    word = VerdictStatus.INCONCLUSIVE;
  }

  Column column() {
    boolean asterisk = waiverBehind && word == VerdictStatus.CONFORMANT;
    return new Column(word, asterisk, reasons, counts, waived, flakyCounted);
  }
}
