package org.defcore.http;

import java.util.Optional;
import org.defcore.http.message.HttpResponse;

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
  private final String call;
  private final String found;
  private final boolean refusal;
  private final Certainty certainty;

  /** The weight of the answer. */
  private enum Certainty {
    CERTAIN,
    /** The request was sent twice, and the first may have been carried out. */
    DOUBTFUL
  }

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
    super(call + ": expected " + expected + " but found " + identified(found, requestId));
    this.status = status;
    this.exchange = exchange;
    this.call = call;
    this.found = identified(found, requestId);
    this.refusal = status >= 400;
    this.certainty = Certainty.CERTAIN;
  }

  private UnexpectedAnswer(
      UnexpectedAnswer like, String expected, String found, Certainty certainty) {
    super(like.call + ": expected " + expected + " but found " + found);
    this.status = like.status;
    this.exchange = like.exchange;
    this.call = like.call;
    this.found = found;
    this.refusal = like.refusal;
    this.certainty = certainty;
  }

  private UnexpectedAnswer(String message, HttpResponse found) {
    super(identified(message, found.requestId()));
    this.status = found.status();
    this.exchange = found.exchange();
    this.call = "";
    this.found = "";
    this.refusal = false;
    this.certainty = Certainty.CERTAIN;
  }

  /** About an answer that would be wrong with whatever status. */
  static UnexpectedAnswer finding(String message, HttpResponse found) {
    return new UnexpectedAnswer(message, found);
  }

  private static String identified(String text, Optional<String> requestId) {
    return text + requestId.map(it -> " (" + it + ")").orElse("");
  }

  /** The same answer to one who expected a refusal with that status, {@code 400 or 413}. */
  public UnexpectedAnswer insteadOf(String refusedWith) {
    return refusal ? new UnexpectedAnswer(this, refusedWith, found, certainty) : this;
  }

  /** The same answer to a request that was sent twice and may have been carried out at first. */
  UnexpectedAnswer doubted(String expected) {
    return new UnexpectedAnswer(
        this,
        expected,
        found + " to the repetition of a request that may have been carried out",
        Certainty.DOUBTFUL);
  }

  /**
   * Returns whether the request was sent twice and may have been carried out at first. Then nothing
   * is held against the cloud.
   */
  public boolean isDoubtful() {
    return certainty == Certainty.DOUBTFUL;
  }

  /**
   * Returns whether the cloud refused the call in the proper form: an error status instead of the
   * expected success, with a body that errors may have.
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
