package org.defcore.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.guideline.TestId;
import org.defcore.result.PlannedTest;
import org.defcore.result.RunException;
import org.defcore.result.RunSource;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.runner.TestEntry;

/** The tests of a run that failed, ended in error or were blocked. */
public final class FailedTests {

  private static final String OPTION = "--rerun-failed";

  private FailedTests() {}

  /**
   * The selection of those alone.
   *
   * @param name of the run as the user wrote it
   * @param among filters that they have to pass, too; without tests of its own
   * @throws RunException if there are none
   */
  public static Selection of(RunSource run, String name, Selection among) {
    Set<TestId> planned =
        run.plan().tests().stream()
            .filter(PlannedTest::toRun)
            .map(PlannedTest::id)
            .collect(Collectors.toSet());
    List<TestEntry> failed =
        run.record().results().stream()
            .filter(it -> it.outcome().isToRetry() && planned.contains(it.id()))
            .map(TestResult::id)
            .map(
                it ->
                    new TestEntry(
                        OPTION, Optional.of(new TestEntry.Line(name, 0)), it.toString(), ""))
            .toList();
    if (failed.isEmpty()) {
      throw new RunException(
          name + ": no test failed, ended in error or was blocked: nothing to run again");
    }
    return new Selection(failed, among.capabilities(), among.services(), among.excluded());
  }
}
