package org.defcore.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no key to sign with, and what is said of them. */
class SshKeyFileTest {

  private static final String EXPECTED =
      "expected a private key of OpenSSH, as ssh-keygen -t ed25519 makes it, but found ";

  @TempDir private Path work;

  @Test
  void readsAKey() {
    SshKey key = SshKeyFile.read(WrittenKey.to(work.resolve("key"))).open(Optional::empty);

    assertThat(key.publicKey())
        .isEqualTo(
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
  }

  @Test
  void saysWhatAFileIsInsteadOfAKey() throws IOException {
    Path whole = WrittenKey.to(work.resolve("key"));

    assertThat(problem(work.resolve("none"))).endsWith(EXPECTED + "no such file");
    assertThat(problem(work)).endsWith(EXPECTED + "a file that cannot be read");
    assertThat(problem(Files.writeString(work.resolve("text"), "hello"))).endsWith("found none");
    assertThat(problem(Files.writeString(work.resolve("key.pub"), "ssh-ed25519 AAAA anna")))
        .isEqualTo(work.resolve("key.pub") + ": " + EXPECTED + "a public key");
    assertThat(problem(Files.writeString(work.resolve("long"), "x".repeat(65 * 1024))))
        .endsWith("found a file that is too long for one");
    assertThat(problem(Files.writeString(work.resolve("odd"), block("AAAA"))))
        .endsWith("found a damaged one");
    assertThat(problem(Files.writeString(work.resolve("odder"), block("A"))))
        .endsWith("found a damaged one");
    for (int bytes : new int[] {30, 100, 200}) {
      assertThat(problem(WrittenKey.cutOff(work.resolve("cut"), whole, bytes)))
          .as("without %d bytes", bytes)
          .endsWith("found a damaged one");
    }
  }

  @Test
  void refusesOtherTypesAndCiphers() {
    assertThat(problem(WrittenKey.to(work.resolve("rsa"), "none", "ssh-rsa")))
        .endsWith("found a key of type ssh-rsa");
    assertThat(problem(WrittenKey.to(work.resolve("cbc"), "aes128-cbc", SshKey.TYPE)))
        .endsWith(
            "expected a key that is encrypted by aes256-ctr but found another cipher: change it"
                + " with ssh-keygen -p -Z aes256-ctr -f FILE");
  }

  private static String block(String base64) {
    return "-----BEGIN OPENSSH PRIVATE KEY-----\n"
        + base64
        + "\n-----END OPENSSH PRIVATE KEY-----\n";
  }

  private static String problem(Path file) {
    return problem(() -> SshKeyFile.read(file).open(Optional::empty));
  }

  static String problem(ThrowingCallable call) {
    return assertThatExceptionOfType(SshKeyException.class).isThrownBy(call).actual().getMessage();
  }
}
