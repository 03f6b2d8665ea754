package org.defcore.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that is kept in the tests, under policies: it was started on 2030-01-02. */
class PolicyOptionsTest {

  private static final String WAIVER =
      """
      window: 1
      waivers:
        - capability: compute-flavors-list
          for: simulated
          reason: the defect is switched on
          granted_by: the tests
          from: 2030-01-01
          until: 2030-01-31
      """;

  @TempDir private Path work;

  private StoredRun stored;
  private Shell shell;

  @BeforeEach
  void copy() throws IOException {
    stored = StoredRun.copiedTo(Files.createDirectory(work.resolve("stored")).resolve("run"));
    shell = new Shell(work);
  }

  private Said score(String... more) {
    return shell.run(
        Stream.concat(
                Stream.of("score", "stored/run", "--guideline", "2020.06", "--target", "platform"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void usualPolicyLetsTheFullColumnCarryTheMark() throws IOException {
    JsonNode policy = json(score("--format", "json").out()).path("policy");

    assertThat(policy.path("mark").asText()).isEqualTo("full");
    assertThat(policy.path("as_of").asText()).as("day of the run").isEqualTo("2030-01-02");
    assertThat(policy.has("declared_kind")).isFalse();
  }

  @Test
  void sampleOfAPolicyLetsTheApiContractCarryIt() {
    String sample = Path.of("samples/policy.yaml").toAbsolutePath().toString();

    Said said = score("--policy", sample);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out().lines().findFirst().orElseThrow())
        .isEqualTo(
            "GUIDELINE  TARGET    FULL            PASSED  NOT JUDGED  API CONTRACT (MARK)  PASSED"
                + "  NOT JUDGED");
    assertThat(said.out())
        .contains(
            "waiver not applied: capability compute-servers-lock: it ended on 2026-12-31,"
                + " before 2030-01-02\n");
  }

  @Test
  void waiverInForceTakesTheFailureOutOfTheWay() {
    shell.write("mine.yaml", WAIVER);

    Said before = score();
    Said waived = score("--policy", "mine.yaml");
    Said late = score("--policy", "mine.yaml", "--as-of", "2030-02-01");

    assertThat(before.code()).isEqualTo(1);
    assertThat(waived.code()).as(waived.err()).isEqualTo(3);
    assertThat(waived.out())
        .contains("inconclusive  4/273   267 (2 waived)")
        .contains(
            "* waiver of capability compute-flavors-list, by the tests, until 2030-01-31: the"
                + " defect is switched on\n");
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.out())
        .contains("not-conformant  4/273   268 ")
        .contains(
            "waiver not applied: capability compute-flavors-list: it ended on 2030-01-31,"
                + " before 2030-02-01\n");
  }

  @Test
  void reportShowsThePolicyItsWaiversAndWhatTheyDo() throws IOException {
    shell.write("mine.yaml", WAIVER);

    Said said = shell.run("report", "stored/run", "--policy", "mine.yaml");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out())
        .startsWith("simulated: inconclusive under guideline 2020.06, target platform\n")
        .contains(
            "  full          inconclusive   4 of 273 passed, 0 failed, 267 not judged, 2 waived")
        .contains(" (decides the mark)\n  API contract  ")
        .contains(
            "  because: 2 of 273 required tests are waived by capability"
                + " compute-flavors-list, by the tests, until 2030-01-31: the defect is switched"
                + " on\n")
        .contains(
            "  not eligible for the mark: no kind of compute is declared; the policy accepts"
                + " virtual-machine\n");
    JsonNode report = json(stored.read("report.json"));
    assertThat(report.path("policy").path("window").asInt()).isEqualTo(1);
    assertThat(report.path("verdicts").get(0).path("waivers").path("used"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.path("tests"))
                    .extracting(JsonNode::asText)
                    .as("the failed one, and one that was not run")
                    .contains("e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59")
                    .hasSize(2));
    assertThat(stored.read("report.html"))
        .contains("The full column decides.", "<h2>Waived</h2>", "Waives 2 tests.");
  }

  @Test
  void verdictsComputedAgainAreTheSameBytesAndThoseOfTheReport() throws IOException {
    shell.write("mine.yaml", WAIVER);
    String[] options = {"--policy", "mine.yaml", "--format", "json"};
    shell.run("report", "stored/run", "--policy", "mine.yaml");
    JsonNode reported = json(stored.read("report.json"));

    String once = score(options).out();
    JsonNode row = json(once).path("rows").get(0);

    assertThat(score(options).out()).isEqualTo(once);
    assertThat(json(once).path("policy")).isEqualTo(reported.path("policy"));
    for (String column : List.of("full", "api_contract")) {
      JsonNode theirs = reported.path("verdicts").get(0).path(column);
      for (String key : List.of("word", "asterisk", "reasons", "must_pass", "waived")) {
        assertThat(row.path(column).path(key)).as(column + " " + key).isEqualTo(theirs.path(key));
      }
    }
  }

  @Test
  void dayDecidesWhetherTheGuidelineIsInTheWindow() {
    Said now = shell.run("report", "stored/run");
    shell.run("score", "stored/run", "--guideline", "2019.06");
    Said then = shell.run("report", "stored/run", "--as-of", "2019-12-01");

    assertThat(now.out()).doesNotContain("guideline 2020.06 ");
    assertThat(then.out())
        .contains(
            "  not eligible for the mark: guideline 2020.06 was not yet approved on 2019-12-01\n");
    assertThat(stored.read("report.html")).contains("--target platform --as-of 2019-12-01");
  }

  @Test
  void dayThatIsNoneIsRefused() {
    Said said = score("--as-of", "yesterday");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: --as-of: expected a day as in 2026-12-31 but found \"yesterday\": see defcore"
                + " score --help");
  }

  @Test
  void policyThatCannotBeUsedIsRefusedWithALineForEachProblem() {
    Path file = shell.write("mine.yaml", "mark: both\nwindow: 0\n");

    for (String command : List.of("score --guideline 2020.06", "report")) {
      Said said = shell.run((command + " stored/run --policy mine.yaml").split(" "));

      assertThat(said.code()).as(command).isEqualTo(2);
      assertThat(said.out()).isEmpty();
      assertThat(said.err().lines())
          .containsExactly(
              "defcore: " + file + ": 2 problem(s)",
              "  mine.yaml:1: mark: expected one of full, api-contract but found \"both\"",
              "  mine.yaml:2: window: expected a whole number of 1 or more but found \"0\"");
    }
    assertThat(stored.folder().resolve("report.json")).doesNotExist();
  }
}
