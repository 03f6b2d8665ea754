package org.defcore.kit;

import org.defcore.result.Deviation;

/**
 * The way to log in to the guests of a run, which only its user knows.
 *
 * @param user whom the image lets in with the injected key, {@code cirros}
 * @param port of SSH at the first fixed address
 */
public record GuestAccess(String user, int port) {

  /** The default port of SSH. */
  public static final int USUAL_PORT = 22;

  /** The default is not to log in at all. */
  public Deviation deviation() {
    return new Deviation(
        "guest-ssh",
        "guests are logged in to as %s at port %d of the first fixed address, by --guest-ssh"
            .formatted(user, port));
  }
}
