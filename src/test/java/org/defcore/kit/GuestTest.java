package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.http.NoAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestTest {

  private static final GuestKey KEY = GuestKey.generate();
  private static final Guest.Deadlines SHORT =
      new Guest.Deadlines(Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final ManualTime time = new ManualTime();
  private final Poll poll = new Poll(Duration.ofSeconds(1), () -> false, time);

  private Guest guest(int port) {
    return new Guest(
        new GuestLogin(new GuestAccess("cirros", port), "127.0.0.1", KEY), SHORT, poll);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void commandIsRunForItsOutput() throws IOException {
    try (SmallGuest small = new SmallGuest(KEY.publicLine(), 0)) {
      Guest guest = guest(small.port());

      assertThat(guest.run("say")).isEqualTo("grüß Gott\n");
      assertThat(guest.run("say")).isEqualTo("grüß Gott\n");
      assertThat(time.pauses).isEmpty();
    }
  }

  @Test
  void guestThatStillBootsIsWaitedFor() throws IOException {
    int port = freePort();
    List<SmallGuest> booted = new ArrayList<>();
    time.at(3, () -> booted.add(boot(port)));

    String said = guest(port).run("say");

    assertThat(said).isEqualTo("grüß Gott\n");
    assertThat(time.pauses).hasSize(3);
    booted.forEach(SmallGuest::close);
  }

  private static SmallGuest boot(int port) {
    try {
      return new SmallGuest(KEY.publicLine(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void guestThatNeverListensIsGivenUp() throws IOException {
    int port = freePort();

    assertThatThrownBy(() -> guest(port).run("say"))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "expected ssh -p %d cirros@127.0.0.1 to let in with the injected key within 1 s but found a refused connection after \\d+ polls"
                .formatted(port));
  }

  @Test
  void guestThatKnowsAnotherKeyRefuses() throws IOException {
    try (SmallGuest small = new SmallGuest(GuestKey.generate().publicLine(), 0)) {
      assertThatThrownBy(() -> guest(small.port()).run("say"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(" but found a refused key after ");
    }
  }

  @Test
  void guestThatHangsUpBeforeTheLoginIsNamedAsThat() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread closing = new Thread(() -> closeAll(door), "closing");
      closing.start();

      assertThatThrownBy(() -> guest(door.getLocalPort()).run("say"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(" but found a connection that closed before the login after ");
    }
  }

  private static void closeAll(ServerSocket door) {
    try {
      while (true) {
        Socket caller = door.accept();
        caller.close();
      }
    } catch (IOException e) {
      // The door was closed: the test is over.
    }
  }

  @Test
  void guestThatNeverSaysAWordIsNamedAsThat() throws IOException {
    time.at(1, () -> time.pass(Duration.ofHours(1)));
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> guest(door.getLocalPort()).run("say"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(" but found no answer to the login for 2 s after 2 polls");
    }
  }

  @Test
  void commandThatFailsIsTheGuestsFault() throws IOException {
    try (SmallGuest small = new SmallGuest(KEY.publicLine(), 0)) {
      assertThatThrownBy(() -> guest(small.port()).run("fail"))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "ssh -p %d cirros@127.0.0.1 'fail': expected exit status 0 but found 3, with output"
                  + " \"half\" and errors \"no such [31m file\"",
              small.port());
    }
  }

  @Test
  void outputWithoutAnEndIsNotKept() throws IOException {
    try (SmallGuest small = new SmallGuest(KEY.publicLine(), 0)) {
      assertThatThrownBy(() -> guest(small.port()).run("flood"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("'flood': expected at most 65536 bytes of output but found more")
          .hasMessageEndingWith("0123456789…\"");
    }
  }

  @Test
  void commandThatNeverEndsEstablishesNothing() throws IOException {
    try (SmallGuest small = new SmallGuest(KEY.publicLine(), 0)) {
      assertThatThrownBy(() -> guest(small.port()).run("sleep"))
          .isInstanceOf(NoAnswer.class)
          .hasMessage(
              "ssh -p %d cirros@127.0.0.1 'sleep': expected an end within 2 s but found it still"
                  + " running",
              small.port());
    }
  }

  @Test
  void connectionThatBreaksOffEstablishesNothing() throws IOException {
    try (SmallGuest small = new SmallGuest(KEY.publicLine(), 0)) {
      assertThatThrownBy(() -> guest(small.port()).run("hang up"))
          .isInstanceOf(NoAnswer.class)
          .hasMessageEndingWith(
              "'hang up': expected an exit status but found a connection that broke off");
    }
  }

  @Test
  void usualPortIsNotSpokenOf() {
    GuestLogin login = new GuestLogin(new GuestAccess("root", 22), "10.0.0.3", KEY);

    assertThat(login).hasToString("ssh root@10.0.0.3");
  }

  @Test
  void keyTellsItsPublicHalfOnly() {
    assertThat(KEY.publicLine()).startsWith("ecdsa-sha2-nistp256 AAAA").doesNotContain("\n");
    assertThat(KEY).hasToString("GuestKey[" + KEY.publicLine() + "]");
    assertThat(GuestKey.generate().publicLine()).isNotEqualTo(KEY.publicLine());
  }

  @Test
  void runThatMayNotLogInHasNoGuests(@TempDir Path dir) {
    try (Workbench bench = new Workbench(dir)) {
      assertThatThrownBy(() -> bench.cloud().guest("10.0.0.3", KEY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the test lacks the need guest-access");
    }
  }
}
