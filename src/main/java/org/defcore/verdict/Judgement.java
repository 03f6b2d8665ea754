package org.defcore.verdict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defcore.guideline.Status;
import org.defcore.result.Outcome;
import org.defcore.verdict.Verdict.Undefined;

/** Turns the lines of a target into the word of a column, and says why. */
final class Judgement {

  private final List<TestLine> counted;
  private final List<Undefined> withheld;
  private final boolean requiresCapabilities;
  private final String partial;

  Judgement(List<ScoredCapability> capabilities, List<Undefined> undefined, String partial) {
    this.counted =
        capabilities.stream().flatMap(it -> it.tests().stream()).filter(TestLine::counted).toList();
    this.withheld = undefined.stream().filter(it -> it.status() == Status.REQUIRED).toList();
    this.requiresCapabilities =
        capabilities.stream().anyMatch(it -> it.status() == Status.REQUIRED);
    this.partial = partial;
  }

  Column full(Prerequisites prerequisites) {
    String none =
        requiresCapabilities
            ? "no test counts: every required test is flagged"
            : "no capability is required";
    Draft draft = new Draft(counted, none);
    limit(draft, prerequisites, Verdict::full);
    return draft.column();
  }

  Column apiContract(Prerequisites prerequisites) {
    String none =
        counted.isEmpty()
            ? "no required test counts"
            : "no required test rests on the API contract alone";
    Draft draft = new Draft(counted.stream().filter(TestLine::restsOnTheApi).toList(), none);
    long unknown = counted.stream().filter(it -> it.basis().isEmpty()).count();
    if (unknown > 0) {
      draft.unsettle(
          "the catalogue does not know what " + tests(unknown) + " rest" + s(unknown) + " on");
    }
    limit(draft, prerequisites, Verdict::apiContract);
    return draft.column();
  }

  private void limit(Draft draft, Prerequisites prerequisites, Function<Verdict, Column> column) {
    if (!partial.isEmpty()) {
      draft.lower(Word.INCONCLUSIVE, "the run left tests out: " + partial);
    }
    for (String component : prerequisites.components()) {
      draft.standOn(component, prerequisites.word(component, column));
    }
    for (Undefined undefined : withheld) {
      draft.withhold("the guideline requires " + undefined.name() + " but does not define it");
    }
  }

  private static String tests(long number) {
    return number == 1 ? "1 required test" : number + " required tests";
  }

  // The ending of a verb, not of a noun: one test rests, two tests rest.
  private static String s(long number) {
    return number == 1 ? "s" : "";
  }

  /** A column in the making: the word that its tests give, then whatever lowers it. */
  private static final class Draft {

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<String> reasons = new ArrayList<>();
    private Word word;

    Draft(List<TestLine> lines, String none) {
      lines.forEach(it -> counts.merge(it.outcome(), 1, Integer::sum));
      int failed = counts.getOrDefault(Outcome.FAILED, 0);
      int missing = lines.size() - failed - counts.getOrDefault(Outcome.PASSED, 0);
      if (lines.isEmpty()) {
        reasons.add(none);
      }
      if (failed > 0) {
        reasons.add("%d of %s failed".formatted(failed, tests(lines.size())));
      }
      if (missing > 0) {
        reasons.add(
            "%d of %s ha%s no result that settles it: %s"
                .formatted(missing, tests(lines.size()), missing == 1 ? "s" : "ve", unsettled()));
      }
      this.word = word(lines.size(), failed, missing);
    }

    private static Word word(int all, int failed, int missing) {
      if (all == 0) {
        return Word.NOTHING_REQUIRED;
      }
      if (failed > 0) {
        return Word.NOT_CONFORMANT;
      }
      return missing > 0 ? Word.INCONCLUSIVE : Word.CONFORMANT;
    }

    private String unsettled() {
      return counts.entrySet().stream()
          .filter(it -> it.getKey() != Outcome.PASSED && it.getKey() != Outcome.FAILED)
          .map(it -> it.getValue() + " " + it.getKey().word())
          .collect(Collectors.joining(", "));
    }

    /** For tests that the column could not place: only a failure stands against them. */
    void unsettle(String reason) {
      reasons.add(reason);
      if (word != Word.NOT_CONFORMANT) {
        word = Word.INCONCLUSIVE;
      }
    }

    /** Lowers the word to a ceiling; where nothing is required there is nothing to lower. */
    void lower(Word ceiling, String reason) {
      reasons.add(reason);
      if (word == Word.CONFORMANT
          || (word == Word.INCONCLUSIVE && ceiling == Word.NOT_CONFORMANT)) {
        word = ceiling;
      }
    }

    void standOn(String component, Optional<Word> ground) {
      String prerequisite = "prerequisite " + component;
      if (ground.isEmpty()) {
        lower(Word.INCONCLUSIVE, prerequisite + " has no verdict that covers it");
      } else if (ground.get() != Word.CONFORMANT) {
        lower(
            ground.get() == Word.NOT_CONFORMANT ? Word.NOT_CONFORMANT : Word.INCONCLUSIVE,
            prerequisite + " is " + ground.get().word());
      }
    }

    /** No word about the cloud can be had from a guideline that is wrong. */
    void withhold(String reason) {
      reasons.add(reason + ": verdict withheld");
      word = Word.INCONCLUSIVE;
    }

    Column column() {
      return new Column(word, reasons, counts);
    }
  }
}
