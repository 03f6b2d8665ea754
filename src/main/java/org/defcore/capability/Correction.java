package org.defcore.capability;

import java.util.Optional;
import org.defcore.guideline.TestId;

/**
 * The relation of a test to corrected tests: it is one, has none, or needs none.
 *
 * @param corrects the test that this one corrects, by the API contract alone
 * @param lost the part of its proof that this one lacks; with {@code corrects} only
 * @param uncorrected the reason for which no test corrects this one, although it asks for more than
 *     the API contract
 */
public record Correction(
    Optional<TestId> corrects, Optional<String> lost, Optional<String> uncorrected) {

  /** A test that corrects no other and needs no correction. */
  public static final Correction NONE =
      new Correction(Optional.empty(), Optional.empty(), Optional.empty());
}
