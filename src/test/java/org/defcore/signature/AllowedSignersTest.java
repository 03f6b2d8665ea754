package org.defcore.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.defcore.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of signers, as this program and {@code ssh-keygen} understand them. */
class AllowedSignersTest {

  private static final Instant AT =
      LocalDateTime.parse("2026-06-01T12:00:00").atZone(ZoneId.systemDefault()).toInstant();

  @TempDir private Path work;

  private final SshKey key = SshKey.make();

  @BeforeEach
  void sign() throws IOException {
    byte[] message = "text\n".getBytes(StandardCharsets.UTF_8);
    Files.write(work.resolve("text"), message);
    Files.writeString(work.resolve("text.sig"), key.sign("bundle@x", message) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna %s",
        "anna %s anna at home",
        "anna,bert %s",
        "!anna %s",
        "!bert %s",
        "anna namespaces=\"bundle@x\" %s",
        "anna namespaces=\"file,bundle@*\" %s",
        "anna namespaces=\"bundle@?\" %s",
        "anna namespaces=\"*,!bundle@x\" %s",
        "anna namespaces=\"!bundle@x,*\" %s",
        "anna namespaces=\"file\" %s",
        "anna namespaces=\"Bundle@x\" %s",
        "anna NameSpaces=\"bundle@x\" %s",
        "anna valid-after=\"20260601\" %s",
        "anna valid-after=\"202606011200\" %s",
        "anna valid-after=\"20260601120000\" %s",
        "anna valid-after=\"20260601120001\" %s",
        "anna valid-after=\"20260602Z\" %s",
        "anna valid-before=\"20260602\" %s",
        "anna valid-before=\"20260601120000\" %s",
        "anna valid-before=\"20260601115959\" %s",
        "anna valid-before=\"20260531Z\" %s",
        "anna namespaces=\"bundle@x\",valid-after=\"20200101\",valid-before=\"20300101\" %s",
        "anna valid-before=\"20200101\" %1$s\nanna valid-after=\"20200101\" %1$s",
        "# anna %s",
        "\n  \n# list\nanna %s\n"
      })
  void saysWhatSshKeygenSays(String lines) throws IOException {
    Programs.need("ssh-keygen");
    Path file = Files.writeString(work.resolve("signers"), lines.formatted(key.publicKey()) + "\n");
    String time =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneId.systemDefault()).format(AT);

    boolean theirs =
        Programs.run(
                    work,
                    work.resolve("text"),
                    "ssh-keygen",
                    "-Y",
                    "verify",
                    "-f",
                    "signers",
                    "-I",
                    "anna",
                    "-n",
                    "bundle@x",
                    "-s",
                    "text.sig",
                    "-Overify-time=" + time)
                .code()
            == 0;

    AllowedSigners.Standing ours =
        AllowedSigners.read(file).judge(key.publicHalf(), "bundle@x", AT);
    assertThat(ours.principal().isPresent()).as(ours.words()).isEqualTo(theirs);
  }

  /** They read the first of two, and say that it is good. */
  @Test
  void secondSignatureInAFileIsRefusedHereAndNotSeenThere() throws IOException {
    Programs.need("ssh-keygen");
    String other = SshKey.make().sign("bundle@x", new byte[0]) + "\n";
    String two = Files.readString(work.resolve("text.sig")) + other;
    Files.writeString(work.resolve("text.sig"), two);
    Files.writeString(work.resolve("signers"), "anna " + key.publicKey() + "\n");

    assertThat(
            Programs.shell(
                    work, "ssh-keygen -Y verify -f signers -I anna -n bundle@x -s text.sig < text")
                .code())
        .isZero();
    assertThat(
            SshKeyFileTest.problem(
                () -> SshSignature.read(two.getBytes(StandardCharsets.UTF_8), "a.sig")))
        .isEqualTo("a.sig: expected one SSH signature and nothing else but found two");
  }
}
