package org.defcore.report.guideline;

import java.util.List;
import java.util.Set;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.TestSelection;
import org.defcore.guideline.TestSelection.Aliases;
import org.defcore.guideline.TestSelection.Flagged;

/**
 * Number of capabilities and tests that a target asks for under one status.
 *
 * @param tests each counted once, also when several capabilities have it
 * @param flagged of those tests
 */
record GuidelineFigures(int capabilities, int tests, int flagged) {

  static GuidelineFigures of(Guideline guideline, Target target, Status status) {
    List<Requirement> requirements =
        guideline.requirements(target).stream().filter(it -> it.status() == status).toList();
    List<TestSelection.Selected> tests =
        new TestSelection(Set.of(status), Flagged.INCLUDE, Aliases.OMIT).tests(guideline, target);
    int flagged = (int) tests.stream().filter(TestSelection.Selected::flagged).count();
    return new GuidelineFigures(requirements.size(), tests.size(), flagged);
  }

  int counted() {
    return tests - flagged;
  }
}
