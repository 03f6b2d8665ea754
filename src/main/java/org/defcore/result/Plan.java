package org.defcore.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tests that a run was to perform and its cloud; {@code plan.json} of a run.
 *
 * @param runId names the run and everything that it creates in the cloud
 * @param harness version of the program
 * @param guideline the guideline as the user named it: an id or a file
 * @param guidelineHash content hash of that guideline
 * @param target key of the target that was asked for
 * @param cloud name in clouds.yaml
 * @param secondCloud name of the cloud entry of the second project's user
 * @param disposableCloud name of the cloud entry of the user whose password tests may change
 * @param authUrl identity endpoint, without credentials
 * @param region empty where the catalogue names none
 * @param users all who were logged in; empty in plans of earlier versions
 * @param simulated whether the cloud was the simulated one
 * @param partial the filter that left tests out, as typed; empty for a full run
 * @param tests each id once
 */
public record Plan(
    String runId,
    String harness,
    String guideline,
    String guidelineHash,
    String target,
    String cloud,
    Optional<String> secondCloud,
    Optional<String> disposableCloud,
    String authUrl,
    String region,
    List<RunUser> users,
    boolean simulated,
    String partial,
    Instant created,
    List<Deviation> deviations,
    List<PlannedTest> tests) {

  /** The beginning of the ids of all runs, and so of all names that they give. */
  public static final String RUN_PREFIX = "defcore-";

  public Plan {
    users = List.copyOf(users);
    deviations = List.copyOf(deviations);
    tests = List.copyOf(tests);
  }

  /** Returns whether the results are another tool's. */
  public boolean imported() {
    return Deviation.isAmong(deviations, Deviation.IMPORTED);
  }

  /** The same plan with one more deviation. */
  public Plan with(Deviation deviation) {
    return new Plan(
        runId,
        harness,
        guideline,
        guidelineHash,
        target,
        cloud,
        secondCloud,
        disposableCloud,
        authUrl,
        region,
        users,
        simulated,
        partial,
        created,
        Stream.concat(deviations.stream(), Stream.of(deviation)).toList(),
        tests);
  }
}
