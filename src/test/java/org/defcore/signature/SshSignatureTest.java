package org.defcore.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures beside those of OpenSSH, which has to be installed. */
class SshSignatureTest {

  private static final String REPORT = "spec: {}\nsubject: acme\n";

  @TempDir private Path work;

  @BeforeEach
  void needOpenSsh() {
    Programs.need("ssh-keygen");
  }

  @Test
  void isTheOneThatSshKeygenMakes() throws Exception {
    Path key = made("key", "ed25519", "");
    Path file = Files.writeString(work.resolve("report"), REPORT);

    String ours = sign(key, Optional.empty());

    assertThat(run("-Y", "sign", "-q", "-n", "report", "-f", key.toString(), file.toString()))
        .isZero();
    assertThat(ours + "\n").isEqualTo(Files.readString(work.resolve("report.sig")));
  }

  @Test
  void sshKeygenVerifiesThatOfAnEncryptedKeyAndOfNothingElse() throws Exception {
    Path key = made("key", "ed25519", "long and secret");
    Files.writeString(work.resolve("report.sig"), sign(key, Optional.of("long and secret")));
    Files.writeString(work.resolve("allowed"), "acme " + Files.readString(work.resolve("key.pub")));

    assertThat(verified("report", REPORT)).isTrue();
    assertThat(verified("file", REPORT)).as("for another purpose").isFalse();
    assertThat(verified("report", REPORT + "\n")).as("of another report").isFalse();
  }

  @Test
  void passphraseHasToBeTheRightOne() throws Exception {
    Path key = made("key", "ed25519", "long and secret");

    assertThatExceptionOfType(SshKeyException.class)
        .isThrownBy(() -> sign(key, Optional.of("short")))
        .withMessageEndingWith("expected the passphrase of the key but found another");
    assertThatExceptionOfType(SshKeyException.class)
        .isThrownBy(() -> sign(key, Optional.empty()))
        .withMessageEndingWith("expected the passphrase of the key but found none");
  }

  @Test
  void keyOfAnotherTypeIsNamed() throws Exception {
    Path key = made("key", "ecdsa", "");

    assertThatExceptionOfType(SshKeyException.class)
        .isThrownBy(() -> sign(key, Optional.empty()))
        .withMessageEndingWith("but found a key of type ecdsa-sha2-nistp256");
  }

  private static String sign(Path key, Optional<String> passphrase) {
    return SshKeyFile.read(key)
        .open(() -> passphrase)
        .sign("report", REPORT.getBytes(StandardCharsets.UTF_8));
  }

  private Path made(String name, String type, String passphrase) throws Exception {
    Path key = work.resolve(name);
    assertThat(run("-q", "-t", type, "-N", passphrase, "-C", "acme", "-f", key.toString()))
        .as("ssh-keygen makes a key")
        .isZero();
    return key;
  }

  private boolean verified(String namespace, String report) throws Exception {
    Files.writeString(work.resolve("input"), report);
    return run(
            "-Y",
            "verify",
            "-q",
            "-f",
            "allowed",
            "-I",
            "acme",
            "-n",
            namespace,
            "-s",
            "report.sig")
        == 0;
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    Path input = work.resolve("input");
    if (!Files.exists(input)) {
      Files.createFile(input);
    }
    return new ProcessBuilder(Stream.concat(Stream.of("ssh-keygen"), Stream.of(arguments)).toList())
        .directory(work.toFile())
        .redirectInput(input.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
