package org.defcore.simcloud.wire;

/** Ends the work on a request with a reply that is ready to be sent. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  public Refusal(Reply reply) {
    super("refused with " + reply.status(), null, false, false);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
