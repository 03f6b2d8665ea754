package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clouds side by side, from runs that were kept. */
class CompareCommandTest {

  @TempDir private Path work;

  private StoredRun two;

  @BeforeEach
  void copy() {
    StoredRun.copiedTo(work.resolve("one"));
    two = StoredRun.copiedTo(work.resolve("two"));
  }

  @Test
  void equalRunsAreAlike() {
    Said said = run("one", "two");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith(
            """
            OpenStack Powered Platform under guideline 2020.06: both clouds not conformant.
            All 284 tests have the same outcome everywhere.
            """)
        .contains("simulated #1", "simulated #2");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void testThatFailsOnOneCloudOnlyIsShownWithItsReason() {
    repairFlavors();

    Said said = run("one", "two");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "1 test passes on one cloud and fails on another; 283 have the same"
                + " outcome everywhere.\n",
            "\nPASSED ON ONE CLOUD, FAILED ON ANOTHER\n"
                + "  tempest.api.compute.flavors.test_flavors.FlavorsV2TestJSON.test_list_flavors"
                + " (api-contract)\n"
                + "    simulated  failed: GET /flavors: expected 200 but found 203 (req-ee4111de-")
        .contains("\n    repaired   passed\n");
  }

  @Test
  void testsThatTheGuidelineOfARunDoesNotHaveAreNotItsFailings() {
    String plan = two.read("plan.json");
    two.write("plan.json", plan.replaceFirst("\"partial\" : \"[^\"]*\"", "\"partial\" : \"\""));

    assertThat(run("one", "two").out())
        .contains(
            "All 8 tests have the same outcome everywhere. 276 tests are in the guidelines of"
                + " only some of the runs.\n");
  }

  @Test
  void cloudsOfOneNameAreToldByTheirEndpoint() {
    two.write(
        "plan.json", two.read("plan.json").replace("http://127.0.0.1:5000/", "http://127.0.0.2/"));

    assertThat(run("one", "two").out())
        .contains("simulated (127.0.0.1:5000)", "simulated (127.0.0.2)");
  }

  @Test
  void runsMayBeScoredForAnotherGuideline() {
    repairFlavors();

    Said said = run("one", "two", "--guideline", "2018.02", "--target", "object");

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .startsWith("OpenStack Powered Storage under guideline 2018.02: both clouds inconclusive.");
    assertThat(said.err().lines())
        .hasSize(2)
        .allMatch(it -> it.contains(" was planned with guideline 2020.06, sha256:"));
  }

  @Test
  void jsonAndPageGoToAFileOrToStandardOutput() throws IOException {
    Said json = run("one", "two", "--format", "json");
    Said page = run("one", "two", "--format", "html", "--out", "comparison.html");

    assertThat(json.out()).startsWith("{\n  \"format\" : \"defcore-comparison/1\",");
    assertThat(page.out())
        .isEqualTo(
            """
            comparison: comparison.html
            OpenStack Powered Platform under guideline 2020.06: both clouds not conformant.
            All 284 tests have the same outcome everywhere.
            """);
    assertThat(Files.readString(work.resolve("comparison.html"))).startsWith("<!DOCTYPE html>\n");
  }

  @Test
  void whatTheRunsDeclaredStandsSideBySide() throws IOException {
    two.write("declaration.yaml", Files.readString(Path.of("samples/declarations/zones.yaml")));

    assertThat(run("one", "two").out())
        .containsPattern("\nDECLARED +simulated #1  simulated #2\n")
        .containsPattern("\nKind of compute +zone\n")
        .containsPattern("\nOperations not offered +rebuild \\(A zone is made anew instead.\\), ");
  }

  @Test
  void sameRunsAreComparedWithTheSameBytes() {
    repairFlavors();

    for (String form : List.of("table", "json", "html")) {
      assertThat(run("one", "two", "--format", form))
          .as(form)
          .isEqualTo(run("one", "two", "--format", form));
    }
  }

  @Test
  void oneRunIsNotEnoughAndElevenAreTooMany() {
    assertThat(run("one"))
        .isEqualTo(
            new Said(
                2,
                "",
                "defcore: RUN: expected 2 to 10 runs but found 1: see defcore compare --help\n"));
    assertThat(run(Collections.nCopies(11, "one").toArray(String[]::new)).onlyLine())
        .isEqualTo("defcore: RUN: expected 2 to 10 runs but found 11: see defcore compare --help");
  }

  @Test
  void sameFolderTwiceIsRefused() {
    Said said = run("one", "two", "two/../one");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: %s: expected another run but found that of one again: name each run once"
                .formatted(work.resolve("two/../one")));
  }

  @Test
  void folderThatIsNoRunIsNamed() {
    Said said = run("one", "gone");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: %s: expected the folder of a run but found nothing there"
                .formatted(work.resolve("gone")));
  }

  @Test
  void brokenOutcomeIsNamedWithItsLine() {
    two.write("outcomes.jsonl", "oops\n" + two.read("outcomes.jsonl"));

    assertThat(run("one", "two").out())
        .containsPattern(
            "\nfile problems\n  simulated #2: outcomes.jsonl: line 1: expected a JSON ");
    assertThat(run("one", "two", "--format", "html").out())
        .contains("Not all files of the run of simulated #2 can be relied on.");
  }

  @Test
  void fileThatCannotBeWrittenIsNamed() {
    Said said = run("one", "two", "--out", "nowhere/x.html");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: --out: expected a file that can be written but found nowhere/x.html: name"
                + " another");
  }

  private void repairFlavors() {
    two.write(
        "plan.json",
        two.read("plan.json").replace("\"cloud\" : \"simulated\"", "\"cloud\" : \"repaired\""));
    two.write(
        "outcomes.jsonl",
        two.read("outcomes.jsonl")
            .replaceFirst(
                "\"failed\",\"code\":\"\",\"reason\":\"GET /flavors[^\"]*\"(.*)\"exchange\":0",
                "\"passed\",\"code\":\"\",\"reason\":\"\"$1\"exchange\":null"));
  }

  private Said run(String... arguments) {
    return new Shell(work)
        .run(Stream.concat(Stream.of("compare"), Stream.of(arguments)).toArray(String[]::new));
  }
}
