package org.defcore.simcloud.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * SSH of all guests, at one port: which of them is meant is told by the loopback address that is
 * called. A guest lets in everybody who has the key that it was created with.
 */
public final class GuestDoor implements AutoCloseable {

  private final SshServer server = SshServer.setUpDefaultServer();
  private final Function<String, Optional<Guest>> guests;

  private GuestDoor(Function<String, Optional<Guest>> guests) {
    this.guests = guests;
  }

  /**
   * Opens a free port.
   *
   * @param guests those that are up, by address
   */
  public static GuestDoor open(Function<String, Optional<Guest>> guests) throws IOException {
    GuestDoor door = new GuestDoor(guests);
    door.start();
    return door;
  }

  private void start() throws IOException {
    server.setNioWorkers(1);
    // All of 127.0.0.0/8 cannot be bound to, so this takes any address and hangs up on others.
    server.setHost("0.0.0.0");
    server.setPort(0);
    server.addSessionListener(new OnlyGuests());
    server.setKeyPairProvider(hostKey());
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator((user, key, session) -> letsIn(key, session));
    server.setCommandFactory(
        (channel, command) -> new ShellCommand(shell(channel.getSession()).run(command)));
    server.start();
  }

  private static KeyPairProvider hostKey() throws IOException {
    try {
      return KeyPairProvider.wrap(
          KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256));
    } catch (GeneralSecurityException e) {
      throw new IOException("this Java cannot make ECDSA keys", e);
    }
  }

  public int port() {
    return server.getPort();
  }

  private boolean letsIn(PublicKey key, ServerSession session) {
    return at(session.getIoSession().getLocalAddress())
        .flatMap(Guest::publicKey)
        .filter(it -> KeyUtils.compareKeys(parsed(it), key))
        .isPresent();
  }

  private static PublicKey parsed(String line) {
    try {
      return PublicKeyEntry.parsePublicKeyEntry(line).resolvePublicKey(null, null, null);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a server was created with an invalid key", e);
    }
  }

  private Shell shell(ServerSession session) throws IOException {
    return new Shell(
        at(session.getIoSession().getLocalAddress())
            .orElseThrow(() -> new IOException("the guest is gone")));
  }

  private Optional<Guest> at(SocketAddress called) {
    InetAddress address = ((InetSocketAddress) called).getAddress();
    return address.isLoopbackAddress() ? guests.apply(address.getHostAddress()) : Optional.empty();
  }

  /** Hangs up where no guest is. */
  private final class OnlyGuests implements SessionListener {

    @Override
    public void sessionCreated(Session session) {
      if (at(session.getIoSession().getLocalAddress()).isEmpty()) {
        session.close(true);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException("simulated guests cannot be stopped", e);
    }
  }
}
