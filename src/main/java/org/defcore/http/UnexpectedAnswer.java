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
  private final boolean refusal;

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
    this(
        message(call + ": expected " + expected + " but found " + found, requestId),
        new Place(status, exchange),
        status >= 400);
  }

  private UnexpectedAnswer(String message, Place place, boolean refusal) {
    super(message);
    this.status = place.status;
    this.exchange = place.exchange;
    this.refusal = refusal;
  }

  private record Place(int status, int exchange) {}

  /** About an answer that would be wrong with whatever status. */
  static UnexpectedAnswer finding(String message, HttpResponse found) {
    return new UnexpectedAnswer(
        message(message, found.requestId()), new Place(found.status(), found.exchange()), false);
  }

  private static String message(String message, Optional<String> requestId) {
    return message + requestId.map(it -> " (" + it + ")").orElse("");
  }

  /**
   * Whether the cloud refused the call in due form: an error status where success was expected,
   * with a body as errors may have. A broken error answer is none.
   */
  public boolean isRefusal() {
    return refusal;
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
