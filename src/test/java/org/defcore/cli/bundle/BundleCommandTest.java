package org.defcore.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.bundle.Bundle;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.report.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making, showing and sharing a bundle, and what takes one in place of a folder. */
class BundleCommandTest {

  private static final List<String> SCORE = List.of("--guideline", "2020.06,2018.02", "--format");

  @TempDir private Path work;

  private BundledRun bundled;
  private Shell shell;

  @BeforeEach
  void make() {
    bundled = BundledRun.in(work);
    shell = bundled.shell();
  }

  @Test
  void showsWhatIsInIt() {
    assertThat(bundled.say("bundle", "show", "b.zip").out())
        .startsWith("format: defcore-bundle/1\nrun: defcore-")
        .contains("\ntiers: public, reviewer, private\nwithheld: none\n")
        .containsPattern("\nsignatures unchecked: vendor SHA256:[\\w+/]{43}\n$");
    assertThat(bundled.say("bundle", "show", "b.zip", "--format", "json").out())
        .contains("\"guideline\" : \"2020.06\"");
  }

  @Test
  void factsFitTheirSchema() {
    String facts = text("public/bundle.json");

    assertThat(new Schema("bundle.json").problems(facts)).isEmpty();
    assertThat(new Schema("bundle.json").problems(facts.replace("as_of", "day"))).isNotEmpty();
    assertThat(new Schema("matrix.json").problems(text("public/verdicts.json"))).isEmpty();
  }

  @Test
  void bundleIsScoredAndReportedAndComparedAsItsRun() {
    assertThat(score("b.zip", "json")).isEqualTo(score("run", "json"));
    assertThat(score("b.zip", "table")).isEqualTo(score("run", "table"));
    assertThat(shell.run("compare", "run", "b.zip").code()).isZero();
    Said report = shell.run("report", "b.zip");
    assertThat(shell.run("report", "run").out()).startsWith(report.out()).contains("report: ");
    assertThat(report.code()).isEqualTo(1);
  }

  @Test
  void publicTierAloneGivesTheSameVerdictsAndHasNoWordOfAFailure() throws IOException {
    String reason = "expected";
    assertThat(Files.readString(work.resolve("run/outcomes.jsonl"))).contains(reason);

    bundled.say("bundle", "extract", "b.zip", "--tier", "public", "--out", "p.zip");

    assertThat(score("p.zip", "json")).isEqualTo(score("run", "json"));
    assertThat(Files.readString(work.resolve("p.zip"), StandardCharsets.ISO_8859_1))
        .doesNotContain("expected 200", "\"found\"", "reviewer/run");
    assertThat(shell.run("compare", "b.zip", "p.zip").code()).isZero();
    assertThat(bundled.verify("p.zip").out())
        .contains("sums: note: tier reviewer is withheld\n", "\nverified\n");
  }

  /** A cloud may have put words into what a broken file is quoted with. */
  @Test
  void publicTierHasNoWordOfABrokenFile() throws IOException {
    Path outcomes = work.resolve("run/outcomes.jsonl");
    String lines = "Pl4ntedS3cret\n\"Pl4ntedS3cret\"\n{\"id\": \"Pl4ntedS3cret\"}\n";
    Files.writeString(outcomes, Files.readString(outcomes) + lines);
    shell.write("run/observation.json", "[Pl4ntedS3cret");
    shell.write(
        "run/remarks.jsonl", "{\"kind\": \"Pl4ntedS3cret\"}\n{\"call\": \"Pl4ntedS3cret\"}\n");
    shell.write("run/evidence/x.har", "Pl4ntedS3cret");

    bundled.say("bundle", "create", "run", "--out", "broken.zip");
    bundled.say("bundle", "extract", "broken.zip", "--tier", "public", "--out", "p.zip");

    assertThat(text("broken.zip", "reviewer/run/outcomes.jsonl")).contains("Pl4ntedS3cret");
    assertThat(text("p.zip", "public/bundle.json"))
        .containsPattern("outcomes.jsonl: line \\d+: expected a JSON object\"");
    assertThat(Files.readString(work.resolve("p.zip"), StandardCharsets.ISO_8859_1).lines())
        .noneMatch(it -> it.contains("Pl4ntedS3cret"));
  }

  @Test
  void reviewersTierCanBeGivenAwayWithoutThePrivateOne() {
    bundled.say("bundle", "extract", "b.zip", "--tier", "public,reviewer", "--out", "r.zip");

    assertThat(bundled.verify("r.zip").out())
        .contains(
            "verdicts: ok: computed again from the reviewer tier",
            "sums: note: tier private is withheld")
        .doesNotContain("REFUSED");
    assertThat(bundled.shell().run("bundle", "extract", "r.zip", "--out", "x.zip").onlyLine())
        .endsWith("r.zip: expected tier private but found none");
  }

  @Test
  void sameTiersGiveTheSameBytes() throws IOException {
    bundled.say("bundle", "extract", "b.zip", "--out", "again.zip");

    assertThat(work.resolve("again.zip")).hasSameBinaryContentAs(work.resolve("b.zip"));
  }

  @Test
  void fileWithMoreThanThePublicTierIsItsOwnersAloneUntilTheOwnerSharesIt() throws IOException {
    assertThat(mode("b.zip")).isEqualTo("rw-------");
    Files.setPosixFilePermissions(
        work.resolve("b.zip"), PosixFilePermissions.fromString("rw-r-----"));
    bundled.newKey("mine", "board@acme");
    bundled.sign("mine", "board");
    assertThat(mode("b.zip")).isEqualTo("rw-r-----");
    bundled.say("bundle", "extract", "b.zip", "--tier", "public", "--out", "p.zip");
    assertThat(mode("p.zip")).isNotEqualTo("rw-------");
  }

  private String mode(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve(file)));
  }

  @Test
  void withheldTiersHaveSaltsOfTheirOwn() {
    bundled.say("bundle", "create", "run", "--out", "other.zip");
    Set<String> salts = new TreeSet<>();
    for (String file : List.of("b.zip", "other.zip")) {
      Bundle bundle = Bundle.open(work.resolve(file));
      assertThat(bundle.content("reviewer/salt")).hasSize(32);
      salts.addAll(List.of(bundle.sums().get("reviewer/salt"), bundle.sums().get("private/salt")));
      assertThat(bundle.sums()).doesNotContainKey("public/salt");
    }
    assertThat(salts).hasSize(4);
  }

  @Test
  void attestationTellsOutcomesAndNeverAPassOfAnInconclusiveRun() throws IOException {
    var envelope = new ObjectMapper().readTree(text("attestation.sigstore.json"));
    byte[] payload = envelope.at("/dsseEnvelope/payload").binaryValue();
    var statement = new ObjectMapper().readTree(payload);

    assertThat(statement.at("/subject/0/digest/sha256").asText())
        .isEqualTo(Bundle.open(work.resolve("b.zip")).sums().get("SHA256SUMS"));
    assertThat(statement.at("/predicate/result").asText()).isEqualTo("FAILED");
    assertThat(statement.at("/predicate/defcore/verdict").asText()).isEqualTo("not-conformant");
    assertThat(statement.at("/predicate/failedTests")).isNotEmpty();
    assertThat(statement.at("/predicate/configuration")).hasSize(3);
  }

  @Test
  void mistakesAreAnsweredInOneLine() {
    assertThat(problem("bundle")).contains("bundle: expected one of create, extract, show, sign");
    assertThat(problem("bundle", "create", "run", "--out", "b.zip"))
        .endsWith("b.zip: expected a new file but found one: name another");
    assertThat(problem("bundle", "create", "none", "--out", "x.zip"))
        .endsWith("none: expected the folder of a run but found nothing there");
    assertThat(problem("bundle", "create", "run", "--out", "x.zip", "--tier", "reviewer"))
        .contains("--tier: expected public among the tiers but found \"reviewer\"");
    assertThat(problem("bundle", "create", "run", "--out", "x.zip", "--tier", "public,secret"))
        .contains("--tier: expected one of public, reviewer, private but found \"secret\"");
    assertThat(problem("bundle", "show", "signers")).endsWith("found another file");
    assertThat(problem("score", "signers", "--guideline", "2020.06"))
        .endsWith("signers: expected a bundle but found another file");
    assertThat(problem("bundle", "sign", "b.zip", "--key", "key", "--as", "owner"))
        .contains("--as: expected one of vendor, reviewer, board but found \"owner\"");
    assertThat(problem("bundle", "sign", "b.zip", "--key", "key", "--as", "board"))
        .endsWith("expected a key that has not signed yet but found a signature by it");
    assertThat(work.resolve("x.zip")).doesNotExist();
  }

  @Test
  void passphraseHasToBeTheOneOfTheKey() {
    bundled.newKey("mine", "board@acme");

    assertThat(problem("bundle", "sign", "b.zip", "--key", "mine", "--as", "board"))
        .endsWith("expected the passphrase of the key but found none");
    assertThat(
            shell
                .run(
                    Map.of("DEFCORE_KEY_PASSPHRASE", "other"),
                    "bundle",
                    "sign",
                    "b.zip",
                    "--key",
                    "mine",
                    "--as",
                    "board")
                .onlyLine())
        .endsWith("expected the passphrase of the key but found another");
    shell.write("phrase", "long and secret\n");
    bundled.say(
        "bundle", "sign", "b.zip", "--key", "mine", "--as", "board", "--passphrase-file", "phrase");
    assertThat(problem("key", "new", "bare"))
        .contains("expected a passphrase for the key but found none");
    assertThat(work.resolve("bare")).doesNotExist();
    assertThat(work.resolve("bare.pub")).doesNotExist();
    shell.write("mine.pub", "x");
    shell.write("phrase", "y");
    assertThat(problem("key", "new", "mine", "--passphrase-file", "phrase"))
        .endsWith("expected a new file but found one: name another");
  }

  private String text(String part) {
    return text("b.zip", part);
  }

  private String text(String file, String part) {
    return new String(Bundle.open(work.resolve(file)).content(part), StandardCharsets.UTF_8);
  }

  private String problem(String... words) {
    Said said = shell.run(words);
    assertThat(said.code()).as(said.out() + said.err()).isEqualTo(2);
    return said.onlyLine();
  }

  private String score(String run, String form) {
    Said said = shell.run("score", run, SCORE.get(0), SCORE.get(1), SCORE.get(2), form);
    assertThat(said.code()).as(said.err()).isEqualTo(1);
    return said.out();
  }
}
