package org.defcore.kit;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
    assertRefused(List.of(status), call);
  }

  /**
   * Passes if the call's answer is 404 for an id that nothing has.
   *
   * @param call a client call that expects success
   */
  public static void assertUnknown(Consumer<String> call) {
    assertRefused(404, () -> call.accept(UUID.randomUUID().toString()));
  }

  /**
   * Passes if the call's answer has one of those statuses.
   *
   * @param call a client call that expects success
   */
  public static void assertRefused(List<Integer> statuses, Runnable call) {
    String expected = statuses.stream().map(String::valueOf).collect(joining(" or "));
    try {
      call.run();
    } catch (UnexpectedAnswer answer) {
      if (answer.isRefusal() && statuses.contains(answer.status())) {
        return;
      }
      throw answer.insteadOf(expected);
    }
    throw new AssertionError(
        "expected the call to be refused with " + expected + " but it succeeded");
  }
}
