package org.defcore.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A guest on the loopback address that lets one key in and knows a few odd commands. */
final class SmallGuest implements AutoCloseable {

  private final SshServer server = SshServer.setUpDefaultServer();

  /**
   * @param publicLine of the key that it lets in
   */
  SmallGuest(String publicLine, int port) throws IOException {
    AuthorizedKeyEntry entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(publicLine);
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(GuestKey.generate().pair()));
    server.setPublickeyAuthenticator(
        (user, key, session) ->
            user.equals("cirros") && KeyUtils.compareKeys(key, resolved(entry)));
    server.setCommandFactory((channel, command) -> new Spoken(command));
    server.start();
  }

  private static java.security.PublicKey resolved(AuthorizedKeyEntry entry) {
    try {
      return entry.resolvePublicKey(null, null);
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code say}, {@code fail}, {@code flood}, {@code hang up}; anything else never ends. */
  private static final class Spoken implements Command {

    private final String command;
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (status, message, closeImmediately) -> {};

    Spoken(String command) {
      this.command = command;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
      switch (command) {
        case "say" -> end("grüß Gott\n", "", 0);
        case "fail" -> end("half\n", "no such\u001b[31m file\n", 3);
        case "flood" -> end("0123456789".repeat(7_000), "", 0);
        case "hang up" -> channel.getSession().close(true);
        default -> {}
      }
    }

    private void end(String said, String complained, int status) throws IOException {
      out.write(said.getBytes(StandardCharsets.UTF_8));
      out.flush();
      err.write(complained.getBytes(StandardCharsets.UTF_8));
      err.flush();
      exit.onExit(status);
    }

    @Override
    public void destroy(ChannelSession channel) {}

    @Override
    public void setInputStream(InputStream in) {}

    @Override
    public void setOutputStream(OutputStream stream) {
      out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
      err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
      exit = callback;
    }
  }
}
