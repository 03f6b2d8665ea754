package org.defcore.kit;

import org.defcore.http.UnexpectedAnswer;

/** Claims that a call is refused. */
public final class Refusals {

  private Refusals() {}

  /**
   * Passes if the call's answer has exactly that status.
   *
   * @param call a client call that expects success
   */
  public static void assertRefused(int status, Runnable call) {
    throw new UnsupportedOperationException();
  }
}
