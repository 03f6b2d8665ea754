package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.defcore.foreign.ForeignSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of other tools as runs. */
class ImportCommandTest {

  private static final String SHA256 = "SHA-256 [0-9a-f]{64}";

  @TempDir private Path work;

  @BeforeEach
  void samples() throws IOException {
    for (var sample : ForeignSamples.all().entrySet()) {
      Files.write(work.resolve(sample.getKey()), sample.getValue());
    }
  }

  private Said run(String... arguments) {
    return new Shell(work).run(arguments);
  }

  private Said imported(String file, String out) {
    return run("import", file, "--cloud-name", "acme", "--out", out);
  }

  @Test
  void everyFormatBecomesARunOfTheSameOutcomes() {
    List<String> files = List.of("results.subunit", "results.v1", "rally.json", "junit.xml");
    for (String file : files) {
      Said said = imported(file, file + ".run");

      assertThat(said.err()).isEmpty();
      assertThat(said.code()).as("a required test failed").isEqualTo(1);
      assertThat(said.out())
          .containsPattern(
              "imported: " + file + ", a .* with 4 results, tests of tempest, " + SHA256)
          .contains("tests with a result: 3\n")
          .contains("no known test: " + file + ": acme.tests.TestOwn.test_own (passed): ");
    }
    for (String file : files.subList(1, files.size())) {
      assertThat(run("compare", "results.subunit.run", file + ".run").out())
          .contains("have the same outcome everywhere");
    }
  }

  @Test
  void pageOneSaysWhatWasImportedAndThatNobodyWatched() throws IOException {
    imported("results.subunit", "run");

    String page = Files.readString(work.resolve("run/report.html"));

    assertThat(page)
        .contains("<strong>Imported.</strong> Another tool ran the tests.")
        .containsPattern(
            "Imported from results.subunit, a subunit v2 stream with 4 results.*" + SHA256)
        .contains("1 imported result is of no known test and counts nowhere");
    assertThat(page.indexOf("Imported.")).isLessThan(page.indexOf("<main"));
    assertThat(Files.readString(work.resolve("run/import.json")))
        .contains("\"name\" : \"acme.tests.TestOwn.test_own\"", "\"outcome\" : \"passed\"");
  }

  @Test
  void textsOfTheSourceAreKeptWithTheRun() throws IOException {
    imported("results.subunit", "run");

    assertThat(Files.readString(work.resolve("run/evidence/" + ForeignSamples.FAILED_ID + ".txt")))
        .contains(
            "== traceback", "line 40, in test_list_flavors_with_detail", "200 GET /v2.1/flavors");
    assertThat(run("report", "run").out()).contains("  files: unchanged since the run");
  }

  @Test
  void passesAloneDoNotTellAFailureFromATestThatNeverRan() {
    Said said = imported("refstack.json", "run");

    assertThat(said.code()).isEqualTo(3);
    assertThat(said.out())
        .containsPattern(
            "because: the results list passed tests only: failed and not-run cannot be"
                + " distinguished for \\d+")
        .contains("The results have no times: the run is dated by its import.");
    assertThat(run("score", "run", "--guideline", "2018.02", "--format", "json").out())
        .contains("cannot be distinguished");
  }

  @Test
  void severalFilesAreOneRun() {
    Said said =
        run("import", "refstack.json", "results.subunit", "--cloud-name", "acme", "--out", "run");

    assertThat(said.out()).contains("tests with a result: 3\n");
    assertThat(said.out().lines().filter(it -> it.startsWith("imported: "))).hasSize(2);
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    imported("results.subunit", "run");
    imported("results.subunit", "again");

    for (String file : List.of("report.json", "plan.json", "outcomes.jsonl", "manifest")) {
      assertThat(work.resolve("run/" + file))
          .hasSameTextualContentAs(work.resolve("again/" + file));
    }
  }

  @Test
  void theDeclarationIsKeptAndRulesOutWhatHasNoResult() throws IOException {
    Path declaration = Path.of("samples/declarations/lxc.yaml").toAbsolutePath();

    run(
        "import",
        "results.subunit",
        "--cloud-name",
        "acme",
        "--declaration",
        declaration.toString(),
        "--out",
        "run");

    assertThat(work.resolve("run/declaration.yaml")).hasSameTextualContentAs(declaration);
    assertThat(Files.readString(work.resolve("run/outcomes.jsonl"))).contains("not-applicable");
  }

  @Test
  void brokenFilesLeaveNothingBehind() throws IOException {
    byte[] whole = ForeignSamples.all().get("results.subunit");
    Files.write(work.resolve("cut"), Arrays.copyOf(whole, whole.length - 1));

    Said said = run("import", "results.v1", "cut", "--cloud-name", "acme", "--out", "run");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).matches("defcore: cut: byte \\d+: the stream is cut off inside .*");
    assertThat(work.resolve("run")).doesNotExist();
  }

  @Test
  void aFolderThatIsInUseStaysAsItIs() throws IOException {
    Files.createDirectory(work.resolve("run"));
    Files.writeString(work.resolve("run/mine"), "kept");

    Said said = imported("results.subunit", "run");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).contains("expected a new or empty folder");
    try (Stream<Path> inside = Files.list(work.resolve("run"))) {
      assertThat(inside).containsExactly(work.resolve("run/mine"));
    }
  }

  @Test
  void resultsOfASimulatedCloudStaySo() throws IOException {
    Files.writeString(
        work.resolve("own.xml"),
        """
        <testsuites><testsuite name="defcore run-1" timestamp="2026-11-30T12:00:00Z">
        <properties><property name="harness" value="0.1.0"/><property name="simulated" value="true"/></properties>
        <testcase classname="a" name="b[id-%s]" time="1"/></testsuite></testsuites>
        """
            .formatted(ForeignSamples.PASSED_ID));

    assertThat(imported("own.xml", "run").out())
        .contains("tests with a result: 1\n", "not eligible for the mark: the cloud is simulated");
  }

  @Test
  void theReportForTheMonitorSaysThatNobodyWatched() {
    imported("results.subunit", "run");

    assertThat(run("report", "run", "--format", "scs", "--subject", "acme").out())
        .contains("cmd: defcore import --cloud-name acme", "WARNING: the results were imported");
  }

  @Test
  void whatRefstackIsGivenIsReadBackEqual() throws IOException {
    StoredRun.copiedTo(work.resolve("own"));
    run("report", "own", "--format", "refstack", "--out", "passes.json");

    Said said = imported("passes.json", "again");
    run("report", "again", "--format", "refstack", "--out", "passes-again.json");

    JsonNode passes = new ObjectMapper().readTree(work.resolve("passes.json").toFile());
    JsonNode again = new ObjectMapper().readTree(work.resolve("passes-again.json").toFile());
    assertThat(passes.path("results")).isNotEmpty().isEqualTo(again.path("results"));
    assertThat(said.out()).contains("not eligible for the mark: the cloud is simulated");
  }

  @Test
  void anImportedRunCannotBeResumed() {
    imported("results.subunit", "run");

    Said said = new Shell(work).withAcme("http://127.0.0.1:1/v3").run("run", "--resume", "run");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .startsWith("defcore: run: an imported run cannot be resumed, as another tool ran");
  }
}
