package org.defcore.simcloud.volume;

/** What the store refuses, with the status that the service answers then. */
public final class VolumeRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  VolumeRefusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
