package org.defcore.kit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.helpers.MissingAttachedSessionException;

/** The user and the address of a login; as text it is the command to type. */
record GuestLogin(GuestAccess access, String address, GuestKey key) {

  private static final String CLOSED = "a connection that closed before the login";

  /**
   * The result of an attempt.
   *
   * @param let absent if it did not let in
   * @param seen in words
   */
  record Attempt(Optional<ClientSession> let, String seen) {

    boolean isIn() {
      return let.isPresent();
    }

    /** Only of one that is in. */
    ClientSession session() {
      return let.orElseThrow();
    }

    private static Attempt without(String seen) {
      return new Attempt(Optional.empty(), seen);
    }

    @Override
    public String toString() {
      return seen;
    }
  }

  Attempt attempt(SshClient client, Duration deadline) {
    ClientSession session;
    try {
      session =
          client.connect(access.user(), address, access.port()).verify(deadline).getClientSession();
    } catch (IOException e) {
      return Attempt.without(unconnected(e, deadline));
    }
    try {
      session.addPublicKeyIdentity(key.pair());
      session.auth().verify(deadline);
      return new Attempt(Optional.of(session), "a login");
    } catch (IOException e) {
      session.close(true);
      return Attempt.without(refused(e, deadline));
    }
  }

  private static String unconnected(IOException e, Duration deadline) {
    if (isBy(NoRouteToHostException.class, e)) {
      return "no route";
    }
    if (isBy(ConnectException.class, e)) {
      return "a refused connection";
    }
    // What MINA says when the other side closes before it has taken notice of its own connection.
    if (isBy(MissingAttachedSessionException.class, e)) {
      return CLOSED;
    }
    return isBy(TimeoutException.class, e)
        ? "no connection for " + deadline.toSeconds() + " s"
        : "no connection";
  }

  private static String refused(IOException e, Duration deadline) {
    if (e instanceof SshException ssh
        && ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
      return "a refused key";
    }
    return isBy(TimeoutException.class, e)
        ? "no answer to the login for " + deadline.toSeconds() + " s"
        : CLOSED;
  }

  private static boolean isBy(Class<? extends Throwable> kind, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  /** As one would type it with a command. */
  String with(String command) {
    return this + " '" + command + "'";
  }

  @Override
  public String toString() {
    String port = access.port() == GuestAccess.USUAL_PORT ? "" : "-p " + access.port() + " ";
    return "ssh " + port + access.user() + "@" + address;
  }
}
