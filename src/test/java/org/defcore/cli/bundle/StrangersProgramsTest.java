package org.defcore.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.Programs;
import org.defcore.Programs.Said;
import org.defcore.bundle.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same bundle, judged by programs that do not know this one. */
class StrangersProgramsTest {

  private static final Path SIGSTORE =
      Path.of("src/test/resources/bundle/verify-sigstore.js").toAbsolutePath();

  @TempDir private Path work;

  private BundledRun bundled;

  @BeforeEach
  void make() {
    bundled = BundledRun.in(work);
  }

  @Test
  void commandsThatWePrintAcceptItAndNameWhatIsChanged() throws IOException {
    Programs.need("unzip", "ssh-keygen", "sha256sum");
    List<String> commands =
        bundled.verify("b.zip").out().lines().dropWhile(it -> !it.startsWith("  unzip")).toList();
    assertThat(commands).hasSize(3);
    Said said = Programs.shell(work, String.join(" && ", commands));
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).startsWith("Good \"bundle@defcore.org\" signature for vendor@acme");

    Path unpacked = work.resolve("bundle");
    String check = String.join(" && ", commands.subList(1, 3));
    for (Path part : parts(unpacked)) {
      byte[] whole = Files.readAllBytes(part);
      if (whole.length == 0 || part.endsWith("attestation.sigstore.json")) {
        continue;
      }
      byte[] other = whole.clone();
      other[whole.length / 2] ^= 1;
      Files.write(part, other);
      Said changed = Programs.shell(unpacked, check);
      String name = part.getFileName().toString();
      assertThat(changed.code()).as(name).isNotZero();
      if (!name.startsWith("SHA256SUMS")) {
        assertThat(changed.text()).as(name).contains(name + ": FAILED");
      }
      Files.write(part, whole);
    }
  }

  @Test
  void tierIsGivenAwayWithoutTheOthers() {
    Programs.need("unzip", "ssh-keygen", "sha256sum");
    bundled.say("bundle", "extract", "b.zip", "--tier", "public", "--out", "p.zip");
    List<String> commands =
        bundled.verify("p.zip").out().lines().dropWhile(it -> !it.startsWith("  unzip")).toList();

    Said said = Programs.shell(work, String.join(" && ", commands));

    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void opensslVerifiesTheAttestation() throws IOException {
    Programs.need("openssl");
    JsonNode envelope = attestation().path("dsseEnvelope");
    byte[] payload = envelope.path("payload").binaryValue();
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    String type = envelope.path("payloadType").asText();
    signed.writeBytes(
        "DSSEv1 %d %s %d "
            .formatted(type.length(), type, payload.length)
            .getBytes(StandardCharsets.US_ASCII));
    signed.writeBytes(payload);
    Files.write(work.resolve("pae"), signed.toByteArray());
    Files.write(work.resolve("sig"), envelope.at("/signatures/0/sig").binaryValue());
    Files.writeString(work.resolve("key.pem"), bundled.say("key", "show", "--pem", "key").out());
    String verify = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in pae -sigfile sig";

    assertThat(Programs.shell(work, verify).text()).contains("Signature Verified Successfully");
    byte[] other = signed.toByteArray();
    other[other.length - 3] ^= 1;
    Files.write(work.resolve("pae"), other);
    assertThat(Programs.shell(work, verify).code()).isNotZero();
  }

  @Test
  void sigstoreOfNpmVerifiesTheAttestationAndNoOther() throws IOException {
    Programs.need("node", "npm");
    String root = Programs.shell(work, "npm root -g").text().strip();
    assumeThat(Path.of(root, "npm/node_modules/@sigstore/verify"))
        .as("@sigstore/verify that npm carries")
        .isDirectory();
    Files.writeString(work.resolve("key.pem"), bundled.say("key", "show", "--pem", "key").out());
    String file = new String(content("attestation.sigstore.json"), StandardCharsets.UTF_8);
    String payload = attestation().at("/dsseEnvelope/payload").asText();
    int middle = payload.length() / 2;
    char other = payload.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = payload.substring(0, middle) + other + payload.substring(middle + 1);

    assertThat(sigstore(root, file)).isEqualTo(new Said(0, "FAILED\n"));
    assertThat(sigstore(root, file.replace(payload, changed)).text())
        .contains("signature verification failed");
  }

  /** The key that we make, and the signature of one that they make. */
  @Test
  void sshKeygenReadsOurKeyAndWeReadItsSignature() throws IOException {
    Programs.need("ssh-keygen", "unzip");
    bundled.newKey("mine", "x");
    Said read = Programs.shell(work, "ssh-keygen -y -P 'long and secret' -f mine");
    assertThat(read.text()).isEqualTo(bundled.shell().read("mine.pub"));
    assertThat(Programs.shell(work, "ssh-keygen -y -P 'long' -f mine").code()).isNotZero();
    assertThat(Programs.shell(work, "stat -c %a mine mine.pub").text()).isEqualTo("600\n644\n");
    assertThat(Programs.shell(work, "ssh-keygen -l -f mine").text())
        .contains(bundled.say("key", "show", "mine.pub").out().lines().skip(1).findFirst().get());
  }

  private Said sigstore(String root, String file) throws IOException {
    Files.writeString(work.resolve("a.json"), file);
    return Programs.run(
        work, work.resolve("a.json"), "node", SIGSTORE.toString(), root, "a.json", "key.pem");
  }

  private JsonNode attestation() throws IOException {
    return new ObjectMapper().readTree(content("attestation.sigstore.json"));
  }

  private byte[] content(String part) {
    return Bundle.open(work.resolve("b.zip")).content(part);
  }

  private static List<Path> parts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
