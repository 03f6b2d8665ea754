package org.defcore.simcloud.volume;

/** What the store refuses, with the status that the service answers then. */
public final class VolumeRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String message;

  VolumeRefusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public int status() {
    return status;
  }
}
