package org.defcore.kit;

import java.util.Optional;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;

/** A shared fixture could not be made, so the tests that need it are blocked, not failed. */
public final class FixtureFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param title what could not be made, {@code two images with data}
   */
  public FixtureFailed(String title, Throwable cause) {
    super(title + ": " + Optional.ofNullable(cause.getMessage()).orElse(cause.toString()), cause);
  }

  /**
   * Returns whether another try may succeed: no answer of the service came, or it said that the
   * error was its own.
   */
  public static boolean mayPass(Throwable cause) {
    return cause instanceof NoAnswer
        || (cause instanceof UnexpectedAnswer answer
            && (answer.status() >= 500 || answer.isDoubtful()));
  }
}
