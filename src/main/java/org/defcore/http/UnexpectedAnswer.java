package org.defcore.http;

import java.util.Optional;

/**
 * The cloud answered, but not as the API says.
 *
 * <p>An {@link AssertionError}, so that the runner counts it against the cloud; a call that got no
 * answer throws {@link NoAnswer} and counts against nobody.
 */
public final class UnexpectedAnswer extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final int exchange;

  /**
   * Describes one exchange: {@code POST /os-keypairs: expected 201 but found 403 (req-7f3c)}.
   *
   * @param call method and path, {@code POST /os-keypairs}
   * @param requestId the cloud's own id for the call
   * @param exchange position of the exchange in its recording
   */
  public UnexpectedAnswer(
      String call,
      String expected,
      String found,
      Optional<String> requestId,
      int status,
      int exchange) {
    super(
        call
            + ": expected "
            + expected
            + " but found "
            + found
            + requestId.map(it -> " (" + it + ")").orElse(""));
    this.status = status;
    this.exchange = exchange;
  }

  /** Status of the answer. */
  public int status() {
    return status;
  }

  /** Position, from 0, of the exchange in its recording. */
  public int exchange() {
    return exchange;
  }
}
