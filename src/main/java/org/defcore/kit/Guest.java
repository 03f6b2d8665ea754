package org.defcore.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.defcore.http.NoAnswer;

/** A running server from the inside: one login a command. */
public final class Guest {

  private final GuestLogin login;
  private final Deadlines deadlines;
  private final Poll poll;

  /**
   * Deadlines of single steps; the boot of a guest is awaited by polling.
   *
   * @param login from the first byte to being let in
   * @param command from its start to its end
   */
  record Deadlines(Duration login, Duration command) {

    static final Deadlines USUAL = new Deadlines(Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  Guest(GuestLogin login, Deadlines deadlines, Poll poll) {
    this.login = login;
    this.deadlines = deadlines;
    this.poll = poll;
  }

  /**
   * Gives what a command prints to its standard output. Waits until the guest lets in, as it may
   * still be booting.
   *
   * @throws AssertionError if the guest never lets in, or the command fails or prints too much
   * @throws NoAnswer if the command does not come to an end
   */
  public String run(String command) {
    SshClient client = client();
    try (ClientSession session =
        poll.until(
                login + " to let in with the injected key",
                () -> login.attempt(client, deadlines.login()),
                GuestLogin.Attempt::isIn)
            .session()) {
      return printed(session, command);
    } catch (IOException e) {
      throw brokenOff(command, e);
    } finally {
      client.stop();
    }
  }

  private static SshClient client() {
    SshClient client = SshClient.setUpDefaultClient();
    client.setNioWorkers(1);
    // A guest makes its host key when it first boots, and no API tells which. Nothing secret is
    // said to it: that the key is held here is proven by a signature.
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    // Keys and settings of whoever runs this say nothing about the key that was injected.
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.start();
    return client;
  }

  private String printed(ClientSession session, String command) throws IOException {
    BoundedText out = new BoundedText();
    BoundedText err = new BoundedText();
    try (ChannelExec channel = session.createExecChannel(command)) {
      channel.setOut(out);
      channel.setErr(err);
      channel.open().verify(deadlines.command());
      Set<ClientChannelEvent> seen =
          channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), deadlines.command());
      if (seen.contains(ClientChannelEvent.TIMEOUT)) {
        throw late(command);
      }
      Integer status = channel.getExitStatus();
      if (status == null) {
        throw new IOException("closed without an exit status");
      }
      check(command, status, out, err);
      return out.text();
    }
  }

  private void check(String command, int status, BoundedText out, BoundedText err) {
    if (status != 0) {
      throw new AssertionError(
          "%s: expected exit status 0 but found %d, with output %s and errors %s"
              .formatted(login.with(command), status, out.quoted(), err.quoted()));
    }
    if (out.overflown()) {
      throw new AssertionError(
          "%s: expected at most %d bytes of output but found more, which begin %s"
              .formatted(login.with(command), BoundedText.MOST, out.quoted()));
    }
  }

  private NoAnswer late(String command) {
    String message =
        "%s: expected an end within %d s but found it still running"
            .formatted(login.with(command), deadlines.command().toSeconds());
    return new NoAnswer(NoAnswer.Cause.TIMED_OUT, message, new IOException("deadline passed"));
  }

  private NoAnswer brokenOff(String command, IOException cause) {
    String message =
        "%s: expected an exit status but found a connection that broke off"
            .formatted(login.with(command));
    return new NoAnswer(NoAnswer.Cause.BROKEN_OFF, message, cause);
  }
}
