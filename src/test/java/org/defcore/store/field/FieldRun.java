package org.defcore.store.field;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.result.Plan;
import org.defcore.result.TestResult;

/**
 * A run of a field, as it is written.
 *
 * @param attempts of tests, in the order in which they ended
 * @param finished absent if the run was aborted
 */
record FieldRun(
    Plan plan, String declaration, List<TestResult> attempts, Optional<Instant> finished) {

  FieldRun {
    attempts = List.copyOf(attempts);
  }
}
