package org.defcore.kit;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a state of the cloud: quickly at first, then once a second, never past a deadline. */
public final class Poll {

  Poll() {}

  /**
   * Calls until the answer meets the condition.
   *
   * @param what what is awaited, as the failure should name it: {@code image 5f1c to be gone}
   * @return the answer that met it
   * @throws AssertionError when the deadline passes; it says what was awaited and last seen
   */
  public <T> T until(String what, Supplier<T> call, Predicate<? super T> condition) {
    throw new UnsupportedOperationException();
  }

  /** Reads until the answer is 404. */
  public void untilGone(String what, Runnable read) {
    throw new UnsupportedOperationException();
  }
}
