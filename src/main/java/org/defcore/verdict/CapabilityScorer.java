package org.defcore.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.CatalogueEntry;
import org.defcore.guideline.GuidelineTest;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.TestId;
import org.defcore.result.TestResult;

/** Gives the tests of one target their results, and decides which of them count. */
final class CapabilityScorer {

  private final ResultMatcher matcher;
  private final Set<Object> counted = new HashSet<>();

  CapabilityScorer(ResultMatcher matcher) {
    this.matcher = matcher;
  }

  /**
   * The capabilities in their order; a test counts in the first required one that lists it.
   *
   * @param requirements by status
   */
  List<ScoredCapability> score(List<Requirement> requirements) {
    return requirements.stream().map(this::capability).toList();
  }

  private ScoredCapability capability(Requirement requirement) {
    List<TestLine> lines = new ArrayList<>();
    for (GuidelineTest test : requirement.capability().tests()) {
      lines.add(line(requirement.status(), test));
    }
    return new ScoredCapability(
        requirement.capability().name(),
        requirement.capability().description(),
        requirement.capability().project(),
        requirement.status(),
        lines);
  }

  private TestLine line(Status status, GuidelineTest test) {
    ResultMatcher.Found found = matcher.find(test);
    Optional<TestId> known = test.id().or(() -> found.result().map(TestResult::id));
    Optional<CatalogueEntry> entry = matcher.entry(known, test);
    Optional<TestId> id = known.or(() -> entry.map(CatalogueEntry::id));
    return new TestLine(
        id,
        test.name(),
        test.flag(),
        entry.map(CatalogueEntry::basis),
        found.match(),
        counting(status, test, id),
        found.result());
  }

  private CountingRule counting(Status status, GuidelineTest test, Optional<TestId> id) {
    if (status != Status.REQUIRED) {
      return CountingRule.NOT_REQUIRED;
    }
    if (test.flagged()) {
      return CountingRule.FLAGGED;
    }
    return counted.add(id.<Object>map(it -> it).orElse(test.name()))
        ? CountingRule.COUNTED
        : CountingRule.COUNTED_ELSEWHERE;
  }
}
