package org.defcore.capability;

import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * What a test has to do with corrected tests: it is one, or it has none, or it needs none.
 *
 * @param corrects the test whose capability this one checks by the API contract alone
 * @param lost what that one proves and this one does not; with {@code corrects} only
 * @param uncorrected why no test corrects this one, although it asks for more than the API contract
 */
public record Correction(
    Optional<TestId> corrects, Optional<String> lost, Optional<String> uncorrected) {

  /** Of a test that corrects none and of which nothing is said. */
  public static final Correction NONE =
      new Correction(Optional.empty(), Optional.empty(), Optional.empty());
}
