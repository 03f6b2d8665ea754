package org.defcore.kit;

import org.defcore.result.Deviation;

/**
 * How the guests of a run are logged in to, which only its user can know.
 *
 * @param user whom the image lets in with the injected key, {@code cirros}
 * @param port of SSH at the first fixed address
 */
public record GuestAccess(String user, int port) {

  /** Where SSH is unless somebody moved it. */
  public static final int USUAL_PORT = 22;

  /** The default is not to log in at all. */
  public Deviation deviation() {
    return new Deviation(
        "guest-ssh",
        "guests are logged in to as %s at port %d of the first fixed address, by --guest-ssh"
            .formatted(user, port));
  }
}
