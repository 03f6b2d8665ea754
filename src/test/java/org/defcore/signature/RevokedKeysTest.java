package org.defcore.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.signature.SshKeyFileTest.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.defcore.Programs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of revoked keys, as this program and {@code ssh-keygen} understand them. */
class RevokedKeysTest {

  private static final String MADE =
      ": expected a revocation list of OpenSSH, as ssh-keygen -k makes it, but found ";

  @TempDir private Path work;

  private final SshKey anna = SshKey.make();
  private final SshKey bert = SshKey.make();

  @BeforeEach
  void sign() throws IOException {
    Programs.need("ssh-keygen");
    byte[] message = "text\n".getBytes(StandardCharsets.UTF_8);
    Files.write(work.resolve("text"), message);
    for (SshKey key : new SshKey[] {anna, bert}) {
      String name = key == anna ? "anna" : "bert";
      Files.writeString(work.resolve(name + ".pub"), key.publicKey() + " " + name + "\n");
      Files.writeString(work.resolve(name + ".sig"), key.sign("file", message) + "\n");
    }
    Files.writeString(
        work.resolve("signers"), "anna " + anna.publicKey() + "\nbert " + bert.publicKey() + "\n");
    assertThat(Programs.shell(work, "ssh-keygen -q -t ed25519 -N '' -f ca").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssh-keygen -k -f krl anna.pub                               | true
          ssh-keygen -k -f krl bert.pub                               | false
          ssh-keygen -k -z 7 -f krl anna.pub bert.pub                 | true
          ssh-keygen -k -f krl bert.pub; ssh-keygen -k -u -f krl anna.pub | true
          : > spec; ssh-keygen -k -f krl spec                         | false
          (printf 'sha1: '; cat anna.pub) > spec; ssh-keygen -k -f krl spec | true
          (printf 'sha256: '; cat anna.pub) > spec; ssh-keygen -k -f krl spec | true
          (printf 'sha1: '; cat bert.pub) > spec; ssh-keygen -k -f krl spec | false
          (printf 'key: '; cat anna.pub) > spec; ssh-keygen -k -f krl spec | true
          ssh-keygen -l -f anna.pub > l; echo "hash: $(cut -d ' ' -f 2 l)" > spec; ssh-keygen -k -f krl spec | true
          echo 'serial: 1-9' > spec; ssh-keygen -k -s ca.pub -f krl spec | false
          echo 'id: anna' > spec; ssh-keygen -k -s ca.pub -f krl spec anna.pub | true
          cat anna.pub > krl                                          | true
          (echo '# lost'; cat bert.pub; echo; cat anna.pub) > krl     | true
          cat bert.pub > krl                                          | false
          """,
      quoteCharacter = '`')
  void saysWhatSshKeygenSays(String command, boolean revoked) throws IOException {
    Programs.Said made = Programs.shell(work, command);
    assertThat(made.code()).as(made.text()).isZero();

    RevokedKeys list = RevokedKeys.read(work.resolve("krl"));

    assertThat(list.has(anna.publicHalf())).isEqualTo(revoked);
    assertThat(isRevokedThere("anna")).isEqualTo(revoked);
    assertThat(list.has(bert.publicHalf())).isEqualTo(isRevokedThere("bert"));
  }

  private boolean isRevokedThere(String who) {
    String verify = "ssh-keygen -Y verify -f signers -I %1$s -n file -s %1$s.sig".formatted(who);
    assertThat(Programs.shell(work, verify + " < text").code()).isZero();
    return Programs.shell(work, verify + " -r krl < text").code() != 0;
  }

  @Test
  void damagedBinaryListIsRefusedAtEveryByte() throws IOException {
    Programs.shell(work, "(printf 'sha1: '; cat bert.pub; printf 'sha256: '; cat bert.pub) > spec");
    Programs.shell(work, "ssh-keygen -k -f krl spec anna.pub");
    byte[] whole = Files.readAllBytes(work.resolve("krl"));
    int ends = 0;
    for (int length = 0; length < whole.length; length++) {
      Path cut = Files.write(work.resolve("cut"), Arrays.copyOf(whole, length));
      try {
        RevokedKeys.read(cut);
        ends++;
      } catch (SshKeyException e) {
        assertThat(e).hasMessageMatching("[^\\n]+ but found (a damaged one|none)");
      }
    }
    assertThat(ends).as("nothing, and the ends of three sections").isEqualTo(4);
  }

  @Test
  void signedListAndOneOfAnotherVersionAreRefused() throws IOException {
    Programs.shell(work, "ssh-keygen -k -f krl anna.pub");
    Path list = work.resolve("krl");
    byte[] whole = Files.readAllBytes(list);

    Files.write(list, SshData.joined(whole, new byte[] {4}, SshData.of("key"), SshData.of("x")));
    assertThat(problem(() -> RevokedKeys.read(list)))
        .isEqualTo(list + MADE + "a signed one, which is not supported");
    Files.write(list, SshData.joined(whole, new byte[] {(byte) 255}, SshData.of("")));
    assertThat(problem(() -> RevokedKeys.read(list)))
        .endsWith("found one with a section of unknown type 255");
    whole[11] = 2;
    Files.write(list, whole);
    assertThat(problem(() -> RevokedKeys.read(list))).endsWith("found one of version 2");
  }

  /** It would revoke nothing. */
  @Test
  void damagedKeyInAListOfLinesIsRefused() throws IOException {
    String line = anna.publicKey();
    Path list =
        Files.writeString(work.resolve("krl"), line.substring(0, line.length() - 60) + "\n");
    assertThat(problem(() -> RevokedKeys.read(list)))
        .endsWith("krl:1: expected a public key, ssh-ed25519 AAAA…, but found a damaged one");
    Files.writeString(list, line.replace("ssh-ed25519", "ssh-rsa") + "\n");
    assertThat(problem(() -> RevokedKeys.read(list))).endsWith("but found a damaged one");
  }
}
