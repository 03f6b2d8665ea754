package org.defcore.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.guideline.TestId;
import org.defcore.result.remark.Remark;

/**
 * Everything of one run that a verdict or a report may use.
 *
 * @param runId names the run and everything that it creates in the cloud
 * @param harness version of the program that ran it
 * @param cloud name in clouds.yaml
 * @param authUrl identity endpoint, without credentials
 * @param region empty where the catalogue names none
 * @param simulated whether the cloud was the simulated one
 * @param partial the filter that left tests out, as typed; empty for a full run
 * @param finished absent if the run died
 * @param results each id once, as strict tests have them
 * @param remarks breaches of the API's contract, in the order in which they were first seen
 * @param integrity state of the files that all of this was read from
 */
public record RunRecord(
    String runId,
    String harness,
    String cloud,
    String authUrl,
    String region,
    boolean simulated,
    String partial,
    Instant started,
    Optional<Instant> finished,
    List<Deviation> deviations,
    List<Fact> observation,
    List<TestResult> results,
    List<Remark> remarks,
    Integrity integrity) {

  public RunRecord {
    deviations = List.copyOf(deviations);
    observation = List.copyOf(observation);
    results = List.copyOf(results);
    remarks = List.copyOf(remarks);
  }

  /** Returns whether another tool ran the tests, and nobody watched. */
  public boolean imported() {
    return Deviation.isAmong(deviations, Deviation.IMPORTED);
  }

  /** Sentences for page one, about the run as a whole. */
  public List<String> notices() {
    return observation.stream()
        .filter(it -> FactNames.isNotice(it.name()))
        .map(Fact::value)
        .toList();
  }

  /** The same where extra attributes are bypassed; absent if the run bypassed none. */
  public Optional<RunRecord> bypassing() {
    return results.stream().allMatch(it -> it.bypassing().isEmpty())
        ? Optional.empty()
        : Optional.of(with(results.stream().map(TestResult::bypassed).toList(), integrity));
  }

  /**
   * The same where a pass of a test that cannot have run does not count; another tool has tests of
   * its own.
   *
   * @param implemented whether the suite has a test
   */
  public RunRecord countingOnly(Predicate<TestId> implemented) {
    return imported() ? this : PassRule.without(this, implemented);
  }

  /** The same, where the state of the files is known from elsewhere. */
  public RunRecord knownAs(Integrity other) {
    return with(results, other);
  }

  /** The same run with other results. */
  RunRecord with(List<TestResult> others, Integrity other) {
    return new RunRecord(
        runId,
        harness,
        cloud,
        authUrl,
        region,
        simulated,
        partial,
        started,
        finished,
        deviations,
        observation,
        others,
        remarks,
        other);
  }
}
