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
    try {
      call.run();
    } catch (UnexpectedAnswer answer) {
      if (answer.isRefusal() && answer.status() == status) {
        return;
      }
      throw answer.insteadOf(status);
    }
    throw new AssertionError(
        "expected the call to be refused with " + status + " but it succeeded");
  }
}
