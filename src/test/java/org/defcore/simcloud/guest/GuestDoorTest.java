package org.defcore.simcloud.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.rmi.RemoteException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.GuestUserland;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestDoorTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final KeyPair FIRST = pair();
  private static final KeyPair SECOND = pair();

  private final Defects defects = Defects.none();
  private final SshClient client = SshClient.setUpDefaultClient();

  private static KeyPair pair() {
    try {
      return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void startClient() {
    client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.start();
  }

  @AfterEach
  void stopClient() {
    client.stop();
  }

  private GuestDoor open() throws IOException {
    Map<String, Guest> guests =
        Map.of(
            "127.20.0.2", new Guest("first", 1, line(FIRST), GuestUserland.LINUX),
            "127.20.1.2", new Guest("second", 2, line(SECOND), GuestUserland.LINUX),
            "127.20.1.3", new Guest("closed", 2, Optional.empty(), GuestUserland.LINUX),
            "127.20.1.4", new Guest("zone", 2, line(SECOND), GuestUserland.SUN_OS));
    return GuestDoor.open(new GuestFlaws(it -> Optional.ofNullable(guests.get(it)), defects));
  }

  private static Optional<String> line(KeyPair pair) {
    return Optional.of(PublicKeyEntry.toString(pair.getPublic()) + " somebody@somewhere");
  }

  private String said(InetSocketAddress where, KeyPair key, String command) throws IOException {
    try (ClientSession session = client.connect("root", where).verify(SOON).getClientSession()) {
      session.addPublicKeyIdentity(key);
      session.auth().verify(SOON);
      ByteArrayOutputStream complaint = new ByteArrayOutputStream();
      try {
        return session.executeRemoteCommand(command, complaint, StandardCharsets.UTF_8);
      } catch (RemoteException e) {
        return complaint.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private String said(GuestDoor door, String address, KeyPair key, String command)
      throws IOException {
    return said(new InetSocketAddress(address, door.port()), key, command);
  }

  @ParameterizedTest
  @CsvSource({
    "hostname, 'second\n'",
    "true, ''",
    "grep -c ^processor /proc/cpuinfo, '2\n'",
    "uptime, 'sh: uptime: not found\n'",
  })
  void guestKnowsAFewCommands(String command, String output) throws IOException {
    try (GuestDoor door = open()) {
      assertThat(said(door, "127.20.1.2", SECOND, command)).isEqualTo(output);
    }
  }

  @Test
  void processorsAreListedOneByOne() throws IOException {
    try (GuestDoor door = open()) {
      assertThat(said(door, "127.20.1.2", SECOND, "cat /proc/cpuinfo").lines())
          .filteredOn(it -> it.startsWith("processor"))
          .containsExactly("processor\t: 0", "processor\t: 1");
    }
  }

  @Test
  void solarisTellsItsNameAndNotItsProcessors() throws IOException {
    try (GuestDoor door = open()) {
      assertThat(said(door, "127.20.1.4", SECOND, "hostname")).isEqualTo("zone\n");
      assertThat(said(door, "127.20.1.4", SECOND, "grep -c ^processor /proc/cpuinfo"))
          .isEqualTo("grep: cannot open /proc/cpuinfo\n");
    }
  }

  @Test
  void addressTellsWhichGuestIsMeant() throws IOException {
    try (GuestDoor door = open()) {
      assertThat(said(door, "127.20.0.2", FIRST, "hostname")).isEqualTo("first\n");
      assertThat(said(door, "127.20.1.2", SECOND, "hostname")).isEqualTo("second\n");
    }
  }

  @Test
  void guestLetsInItsOwnKeyOnly() throws IOException {
    try (GuestDoor door = open()) {
      assertThatThrownBy(() -> said(door, "127.20.1.2", FIRST, "hostname"))
          .hasMessageContaining("No more authentication methods available");
      assertThatThrownBy(() -> said(door, "127.20.1.3", FIRST, "hostname"))
          .hasMessageContaining("No more authentication methods available");
    }
  }

  @Test
  void hangsUpWhereNoGuestIs() throws IOException {
    try (GuestDoor door = open()) {
      assertThat(isCutOff(new InetSocketAddress("127.20.0.3", door.port()))).isTrue();
      assertThat(isCutOff(new InetSocketAddress("127.20.1.2", door.port()))).isFalse();
    }
  }

  /** Returns whether the connection ends without an offer to exchange keys. */
  private static boolean isCutOff(InetSocketAddress where) throws IOException {
    try (Socket socket = new Socket(where.getAddress(), where.getPort())) {
      socket.setSoTimeout((int) SOON.toMillis());
      InputStream in = socket.getInputStream();
      // The greeting of a server may be on the way already.
      for (int octet = in.read(); octet != '\n'; octet = in.read()) {
        if (octet < 0) {
          return true;
        }
      }
      socket.getOutputStream().write("SSH-2.0-test\r\n".getBytes(StandardCharsets.US_ASCII));
      return in.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void defectsAreWhatTheySay() throws IOException {
    try (GuestDoor door = open()) {
      defects.switchOn(GuestDefect.OTHER_HOST_NAME);
      defects.switchOn(GuestDefect.OTHER_PROCESSORS);

      assertThat(said(door, "127.20.0.2", FIRST, "hostname")).isEqualTo("localhost\n");
      assertThat(said(door, "127.20.0.2", FIRST, "grep -c ^processor /proc/cpuinfo"))
          .isEqualTo("2\n");

      defects.switchOn(GuestDefect.REFUSES);

      assertThatThrownBy(() -> said(door, "127.20.0.2", FIRST, "hostname"))
          .hasMessageContaining("No more authentication methods available");
    }
  }
}
