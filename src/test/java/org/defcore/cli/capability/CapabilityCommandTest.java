package org.defcore.cli.capability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.defcore.cli.Shell;
import org.defcore.cli.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code defcore capability} as a user meets it. */
class CapabilityCommandTest {

  private static final String SHEET =
      """
      Scoring worksheet 2027.06
      =========================

      Compute
      -------
      compute-quotas-get: [1,1,1] [1,1,1] [1,1,1] [1,1,1] [1]
      compute-new-thing:  [0,1,1] [1,1,1] [1,?,0] [0,1,1] [1]
      compute-admin:      [1,1,1] [1,1,1] [1,1,1] [1,1,1] [0]
      compute-nearly:     [1,0,1] [1,1,1] [1,0,0] [0,1,1] [1]
      """;

  @TempDir private Path work;
  private Shell shell;

  @BeforeEach
  void startHere() {
    shell = new Shell(work);
    shell.write("sheet.txt", SHEET);
  }

  @Test
  void scoresAWorksheetByTheWeightsOfAGuideline() {
    Shell.Said said = shell.run("capability", "score", "--worksheet", "sheet.txt");

    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith(
            """
            worksheet 2027.06 under guideline 2020.06
            1 of 4 capabilities are above the cutoff of 74; 1 needs an administrator and cannot be; \
            1 is not fully scored.

            rank  total                  guideline    capability
            1     100                 *  required     compute-quotas-get
            2     68                     not defined  compute-nearly      reaches the cutoff with: tools, \
            doc, sticky, foundation
            3     -66 (so far)           not defined  compute-new-thing   reaches the cutoff with: doc
            4     0 (veto; else 100)     not defined  compute-admin       reaches the cutoff with: \
            non-admin
            """)
        .contains("\nrequired, and by the guideline's own achievements under the cutoff (16)\n")
        .contains("\nin a target of the guideline, and not on the worksheet (");
  }

  @Test
  void writesSpreadsheetsAndJson() throws IOException {
    Shell.Said csv =
        shell.run("capability", "score", "--worksheet", "sheet.txt", "--format", "csv");
    Shell.Said json =
        shell.run("capability", "score", "--worksheet", "sheet.txt", "--format", "json");
    JsonNode first = new ObjectMapper().readTree(json.out()).path("capabilities").path(1);

    assertThat(csv.out().lines())
        .hasSize(5)
        .contains(
            "Capability,Widely Deployed,Used by Tools,Used by Clients,Future Direction,Complete,"
                + "Stable,Discoverable,Documented,Core in Last Release,Foundation,Atomic,Proximity,"
                + "Non-Admin,Total,Rank,Guideline,One More Would Do,Differs From Guideline",
            "compute-quotas-get,1,1,1,1,1,1,1,1,1,1,1,1,1,100*,1,required,,",
            "compute-new-thing,0,1,1,1,1,1,1,?,0,0,1,1,1,-66,3,not defined,doc,");
    assertThat(first.path("name").asText()).isEqualTo("compute-nearly");
    assertThat(first.path("total").asInt()).isEqualTo(68);
    assertThat(first.path("one_more_would_do").size()).isEqualTo(4);
  }

  @Test
  void worksheetsChangeFromOneFormToTheOtherAndBack() {
    Shell.Said yaml =
        shell.run("capability", "score", "--worksheet", "sheet.txt", "--format", "yaml");
    shell.write("sheet.yaml", yaml.out());
    Shell.Said text =
        shell.run("capability", "score", "--worksheet", "sheet.yaml", "--format", "text");

    assertThat(text.out())
        .isEqualTo(
            SHEET
                .replace("[1,1,1] [1]\n", "[1,1,1] [1] [100]*\n")
                .replace("[1,?,0] [0,1,1] [1]\n", "[1,?,0] [0,1,1] [1] [-66]\n")
                .replace("[1,0,0] [0,1,1] [1]\n", "[1,0,0] [0,1,1] [1] [68]\n")
                .replace("[1,1,1] [0]\n", "[1,1,1] [0] [0]\n"));
  }

  @Test
  void writesAPage() {
    Shell.Said said = shell.run("capability", "score", "-o", "scores.html");

    assertThat(said.out()).isEqualTo("scores: scores.html\n");
    assertThat(shell.read("scores.html"))
        .contains("<h1>Scores under guideline 2020.06</h1>")
        .contains("103 of 140 capabilities are above the cutoff of 74")
        .doesNotContain("<script");
  }

  @Test
  void whatCannotBeScoredIsOneClearLine() {
    shell.write("bad.txt", "thing: [1,1]\n");

    Shell.Said bad = shell.run("capability", "score", "--worksheet", "bad.txt");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("bad.txt: 1 problem(s)").contains("bad.txt:1: expected NAME: ");
    Shell.Said none = shell.run("capability", "score", "--guideline", "2018.02");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.onlyLine())
        .startsWith("defcore: --worksheet: expected a file, as there is no ")
        .contains("2018.02.yaml for guideline 2018.02");
    assertThat(shell.run("capability").onlyLine())
        .isEqualTo(
            "defcore: capability: expected one of explain, score: see defcore capability --help");
  }

  @Test
  void explainsACapabilityByRunningItsTests() {
    Shell.Said said = shell.run("capability", "explain", "compute-keypairs-create-type");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("capability\n  compute-keypairs-create-type\n")
        .contains("2018.11 to next (7): required in platform, compute")
        .contains("    call: POST /compute/v2.1/os-keypairs, answered ")
        .contains("  calls: as seen in the embedded simulated cloud\n")
        .endsWith(
            "to run it alone\n  defcore run --os-cloud CLOUD --guideline 2022.11 --capability"
                + " compute-keypairs-create-type\n");
  }

  @Test
  void explainsATestForPrograms() throws IOException {
    String id = "a8333aa2-205c-449f-a828-d38c2489bf25";
    Shell.Said said = shell.run("capability", "explain", id, "--format", "json");
    JsonNode explanation = new ObjectMapper().readTree(said.out());

    assertThat(explanation.path("kind").asText()).isEqualTo("test");
    assertThat(explanation.at("/tests/0/calls/0/method").asText()).isEqualTo("GET");
    assertThat(explanation.at("/tests/0/calls/0/path").asText())
        .isEqualTo("/compute/v2.1/os-availability-zone");
    assertThat(explanation.at("/tests/0/calls/0/statuses/0").asInt()).isEqualTo(200);
    assertThat(explanation.path("command").asText())
        .isEqualTo("defcore run --os-cloud CLOUD --guideline 2022.11 --test " + id);
  }

  @Test
  void explainsByTheEvidenceOfARun() throws IOException {
    StoredRun.copiedTo(work.resolve("kept"));

    Shell.Said said =
        shell.run("capability", "explain", "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59", "--run", "kept");
    Shell.Said unknown = shell.run("capability", "explain", "compute-flavors-list", "--run", "no");

    assertThat(said.out())
        .contains("    call: GET /compute/v2.1/flavors, answered 203\n")
        .contains("  calls: as seen in run kept\n");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.onlyLine()).contains("expected the folder of a run but found nothing there");
  }

  @Test
  void anUnknownNameIsOneLine() {
    Shell.Said said = shell.run("capability", "explain", "compute-server-create");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: NAME: expected a capability, or the id, name or alias of a test but found"
                + " \"compute-server-create\": nearest are compute-servers-create,"
                + " compute-servers-update, compute-images-create: see defcore capability explain"
                + " --help");
  }
}
