package org.defcore.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.defcore.bundle.Bundle;
import org.defcore.bundle.PartSource;
import org.defcore.bundle.SignerRole;
import org.defcore.cli.Shell.Said;
import org.defcore.signature.SshKey;
import org.defcore.signature.SshKeyFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims of a bundle, and whom its reader trusts. */
class VerifyCommandTest {

  private static final String NAMESPACE = "namespaces=\"bundle@defcore.org\"";

  @TempDir private Path work;

  private BundledRun bundled;

  @BeforeEach
  void make() {
    bundled = BundledRun.in(work);
  }

  @Test
  void everyClaimHasALine() {
    Said said = bundled.verify("b.zip");

    assertThat(said.code()).as(said.out()).isZero();
    assertThat(said.out().lines().takeWhile(it -> !it.equals("verified")))
        .extracting(it -> it.replaceFirst("^(\\w+: \\w+: ).*", "$1"))
        .containsExactly(
            "container: ok: ",
            "sums: ok: ",
            "sums: ok: ",
            "sums: ok: ",
            "signature: ok: ",
            "attestation: ok: ",
            "verdicts: ok: ",
            "verdicts: ok: ",
            "run: note: ",
            "suite: ok: ",
            "guideline: ok: ",
            "policy: ok: ",
            "catalogue: ok: ",
            "verdict: note: ");
    assertThat(said.out())
        .contains(
            "vendor vendor@acme, SHA256:",
            "nothing proves when it was made",
            "verdict: note: not-conformant for platform of 2020.06");
    assertThat(bundled.verify("b.zip", "--format", "json").out()).contains("\"verified\" : true");
  }

  @Test
  void reviewerAndBoardSignForThemselves() throws IOException {
    String board = bundled.newKey("board", "board@osf");
    String reviewer = bundled.newKey("reviewer", "rita@review");
    bundled.sign("board", "board");
    bundled.sign("reviewer", "reviewer");
    trust(bundled.trustLine(NAMESPACE) + board + reviewer);

    assertThat(bundled.verify("b.zip").out())
        .contains(
            "signature: ok: board board@osf, ",
            "signature: ok: reviewer rita@review, ",
            "verified");
    assertThat(bundled.verify("b.zip").code()).isZero();
  }

  @Test
  void keyHasToBeKnownForItsPurposeAndAtItsTime() throws IOException {
    assertThat(refused("# nobody\n")).contains("unknown key");
    assertThat(refused(bundled.trustLine("namespaces=\"board@defcore.org,file\"")))
        .contains("key not allowed for bundle@defcore.org");
    assertThat(refused(bundled.trustLine(NAMESPACE + ",valid-before=\"20200101Z\"")))
        .contains("key expired at 2020-01-01T00:00:00Z");
    assertThat(refused(bundled.trustLine("valid-after=\"29990101Z\"")))
        .contains("key not valid before 2999-01-01T00:00:00Z");
    assertThat(refused(bundled.trustLine("namespaces=\"!bundle@*,*\"")))
        .contains("key not allowed for");

    trust(bundled.trustLine("valid-before=\"20200101Z\",namespaces=\"b*@defcore.???\""));
    assertThat(bundled.verify("b.zip", "--at", "2019-12-31").out())
        .contains("valid at 2019-12-31T00:00:00Z (as claimed by --at)", "verified");
    assertThat(bundled.verify("b.zip", "--at", "2020-01-01T00:00:01Z").code()).isEqualTo(1);
  }

  @Test
  void revokedKeyDoesNotCount() throws IOException {
    bundled.shell().write("revoked", "# lost\n" + key() + " vendor@acme\n");

    Said said = bundled.verify("b.zip", "--revoked", "revoked");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(": revoked key\n", "attestation: REFUSED: ", "\nNOT verified\n")
        .doesNotContain("ssh-keygen -Y");
  }

  @Test
  void filesThatCannotBeUnderstoodAreRefused() throws IOException {
    assertThat(problem(bundled.trustLine("cert-authority")))
        .contains("signers:1: expected the key of a signer but found cert-authority");
    assertThat(problem("\n" + bundled.trustLine("no-touch-required")))
        .contains("signers:2: expected namespaces, valid-after or valid-before but found");
    assertThat(problem("vendor@acme\n")).contains("signers:1: expected PRINCIPALS");
    assertThat(problem("a c\n")).contains("signers:1: expected a public key");
    assertThat(problem(bundled.trustLine("valid-after=\"2020\"")))
        .contains("expected a time as YYYYMMDD[HHMM[SS]][Z] but found \"2020\"");
    trust(bundled.trustLine(NAMESPACE));
    bundled.shell().write("revoked", "SSHKRL\n\0x");
    assertThat(bundled.verify("b.zip", "--revoked", "revoked").onlyLine())
        .endsWith("as ssh-keygen -k makes it, but found a damaged one");
    bundled.shell().write("revoked", key() + "\nserial: 1\n");
    assertThat(bundled.verify("b.zip", "--revoked", "revoked").onlyLine())
        .contains("revoked:2: expected a public key");
    assertThat(bundled.verify("b.zip", "--at", "noon").onlyLine())
        .contains("--at: expected a time");
    assertThat(bundled.verify("key").onlyLine()).endsWith("a bundle but found another file");
  }

  @Test
  void partThatIsNotAsItWasIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(work.resolve("b.zip"));
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    for (String word : List.of("\"passed\"", "\"guideline_hash\"", "compute-flavors-list")) {
      byte[] other = whole.clone();
      other[text.indexOf(word) + 2] ^= 1;
      Files.write(work.resolve("c.zip"), other);

      Said said = bundled.verify("c.zip");

      assertThat(said.code()).isEqualTo(1);
      assertThat(said.out())
          .contains("sums: REFUSED: public/", "does not match its sum in public/");
      assertThat(bundled.shell().run("score", "c.zip", "--guideline", "2020.06").onlyLine())
          .contains("c.zip: public/");
    }
  }

  /** Of a bundle that is too large for every byte of it. */
  @Test
  void sampledByteOfARealBundleIsWatched() throws IOException {
    byte[] whole = Files.readAllBytes(work.resolve("b.zip"));
    Random random = new Random(16);
    for (int i = 0; i < 100; i++) {
      int at = random.nextInt(whole.length);
      byte[] other = whole.clone();
      other[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(work.resolve("c.zip"), other);

      assertThat(bundled.verify("c.zip").code()).as("byte %d", at).isBetween(1, 2);
    }
  }

  /** With sums and signatures that fit. */
  @Test
  void vendorWhoPublishesOtherVerdictsOrOutcomesIsFoundOut() {
    String verdicts = text(Bundle.VERDICTS);
    forge(Bundle.VERDICTS, verdicts.replace("not-conformant", "conformant"));
    assertThat(bundled.verify("f.zip").out())
        .contains("verdicts: REFUSED: computed again from the public tier: not the same as");
    assertThat(
            bundled
                .shell()
                .run("bundle", "sign", "f.zip", "--key", "key", "--as", "board")
                .onlyLine())
        .contains("expected the verdicts that follow from the bundle but found others");

    String outcomes = text("public/run/outcomes.jsonl");
    String swapped =
        outcomes
            .replace("\"outcome\":\"passed\"", "\"outcome\":\"x\"")
            .replaceFirst("\"outcome\":\"failed\"", "\"outcome\":\"passed\"")
            .replaceFirst("\"outcome\":\"x\"", "\"outcome\":\"failed\"")
            .replace("\"outcome\":\"x\"", "\"outcome\":\"passed\"");
    forge("public/run/outcomes.jsonl", swapped);
    assertThat(bundled.verify("f.zip").out())
        .contains(
            "outcomes: REFUSED: the public tier and the reviewer tier have different outcomes");
  }

  /** The trust in its maker does not make it readable. */
  @Test
  void partThatCannotBeUnderstoodIsNamed() {
    forge("public/guidelines/policy.yaml", "waivers: [[[");
    Said said = bundled.verify("f.zip");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("signature: ok: ")
        .containsPattern(
            "\nverdicts: REFUSED: cannot be computed from the public tier: "
                + "/public/guidelines/policy.yaml: 1 problem\\(s\\); policy.yaml:1: not YAML")
        .contains("\nNOT verified\n");

    forge("reviewer/run/plan.json", "[");
    assertThat(bundled.verify("f.zip").out())
        .contains("verdicts: REFUSED: cannot be computed from the reviewer tier: ");
  }

  private String text(String part) {
    return new String(Bundle.open(work.resolve("b.zip")).content(part), StandardCharsets.UTF_8);
  }

  private void forge(String part, String content) {
    Bundle bundle = Bundle.open(work.resolve("b.zip"));
    Map<String, PartSource> parts = new TreeMap<>();
    bundle.sums().keySet().stream()
        .filter(it -> it.contains("/") && !it.endsWith("/SHA256SUMS"))
        .forEach(it -> parts.put(it, PartSource.of(bundle.content(it))));
    parts.put(part, PartSource.of(content));
    Path file = work.resolve("f.zip");
    file.toFile().delete();
    Bundle.create(parts, Map.of(), file, it -> {});
    SshKey key = SshKeyFile.read(work.resolve("key")).open(Optional::empty);
    Bundle.open(file).sign(key, SignerRole.VENDOR, "{}");
  }

  private String refused(String signers) throws IOException {
    trust(signers);
    Said said = bundled.verify("b.zip");
    assertThat(said.code()).as(said.out()).isEqualTo(1);
    assertThat(said.out()).contains("\nNOT verified\n");
    return said.out();
  }

  private String problem(String signers) throws IOException {
    trust(signers);
    Said said = bundled.verify("b.zip");
    assertThat(said.code()).as(said.out()).isEqualTo(2);
    return said.onlyLine();
  }

  private void trust(String signers) throws IOException {
    Files.writeString(work.resolve("signers"), signers);
  }

  private String key() {
    return bundled.say("key", "show", "key").out().lines().findFirst().orElseThrow();
  }
}
