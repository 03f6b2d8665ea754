package org.defcore.simcloud.wire;

/**
 * Ends the work on a request with a reply that is ready to be sent. Another service that caused it
 * reads status and message, and refuses in its own form.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;
  private final String message;

  public Refusal(Reply reply) {
    this(reply, "refused with " + reply.status());
  }

  public Refusal(Reply reply, String message) {
    super(message, null, false, false);
    this.reply = reply;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public Reply reply() {
    return reply;
  }

  public int status() {
    return reply.status();
  }
}
