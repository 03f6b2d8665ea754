package org.defcore.clouds;

/** A cloud cannot be used at all; the message says what was tried, on what, what came back. */
public final class CloudException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The party that has to act. */
  public enum Kind {
    /** The configuration: no such cloud, a missing or malformed setting. */
    CONFIGURATION,
    /** The cloud or the way to it: not reachable, login refused, no usable catalogue. */
    CLOUD
  }

  private final Kind kind;

  public CloudException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  CloudException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
