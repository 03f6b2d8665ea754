package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.desk.ProgramFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidelineCommandTest {

  private static final String GUIDELINE =
      """
      {"metadata": {"id": "2030.01", "schema": "2.0",
         "os_trademark_approval": {"status": "draft", "releases": ["zed"],
           "target_approval": "2030.01"}},
       "platforms": {"OpenStack Powered Compute": {"components": [{"name": "c"}]}},
       "components": {"c": {"capabilities": {"required": ["cap"]}}},
       "capabilities": {"cap": {"achievements": [], "admin": false, "description": "d",
         "project": "nova", "tests": {
           "t1": {"idempotent_id": "id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c", "aliases": ["t0"]},
           "t2": {"idempotent_id": "id-a8333aa2-205c-449f-a828-d38c2489bf25",
             "flagged": {"reason": "r", "action": "a", "date": "2029-01-01"}}}}}}
      """;

  private static final String CORRECTED = "00000000-0000-4000-8000-000000000001";
  private static final String CATALOGUE =
      """
      service: compute
      tests:
        - id: %s
          names: [t3]
          title: Checks as much by the API alone
          basis: api-contract
          needs: [service compute]
          corrects: 6c0a0990-43b6-4529-9b61-5fd8daf7c55c
          lost: That it runs at all.
      """
          .formatted(CORRECTED);

  @TempDir private Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeGuideline() throws IOException {
    Path schemas = Files.createDirectories(home.resolve("guidelines").resolve("schema"));
    Files.writeString(home.resolve("guidelines").resolve("2030.01.json"), GUIDELINE);
    Files.writeString(schemas.resolve("2.0.json"), "{\"required\": [\"test_repositories\"]}");
  }

  @Test
  void listsGuidelines() {
    assertThat(run("list")).isZero();

    assertThat(out)
        .hasToString(
            """
            name     schema  status  targets  releases  findings
            2030.01  2.0     draft   compute  zed       0 errors, 1 oddity
            """);
  }

  @Test
  void listNamesAFileThatCannotBeUsed() throws IOException {
    Files.writeString(home.resolve("guidelines").resolve("bad.json"), "{}");

    assertThat(run("list")).isEqualTo(2);

    assertThat(out.toString()).contains("bad      -       unusable  -        -         1 error, 0");
  }

  @Test
  void showsAGuideline() {
    assertThat(run("show", "2030.01")).isZero();

    assertThat(out.toString().lines().filter(it -> !it.startsWith("content")))
        .containsExactly(
            "guideline        2030.01",
            "schema           2.0",
            "status           draft",
            "target approval  2030.01",
            "replaces         -",
            "releases         zed",
            "cutoff score     -",
            "",
            "target   status    capabilities  tests  flagged  counted  prerequisites",
            "compute  required  1             2      1        1",
            "",
            "capability  compute   tests  flagged  project",
            "cap         required  2      1        nova",
            "",
            "flagged tests",
            "  t2: 2029-01-01 r",
            "",
            "oddities",
            "  /capabilities/cap/tests/t2/flagged/reason: expected a code such as D400 before the"
                + " reason but found \"r\"");
  }

  @Test
  void showsAGuidelineAsJson() {
    assertThat(run("show", "2030.01", "--format", "json")).isZero();

    assertThat(out.toString())
        .startsWith("{\n  \"id\" : \"2030.01\",")
        .contains("\"counted\" : 1,")
        .contains("\"pointer\" : \"/capabilities/cap/tests/t2/flagged/reason\"");
  }

  @Test
  void listsTestsOfTheOnlyTarget() {
    assertThat(run("tests", "2030.01", "--aliases")).isZero();

    assertThat(out)
        .hasToString(
            """
            t0[id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c]
            t1[id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c]
            """);
  }

  @Test
  void listsTestsAsJson() {
    assertThat(run("tests", "2030.01", "--flagged", "only", "--output=json")).isZero();

    assertThat(out)
        .hasToString(
            """
            [ {
              "name" : "t2",
              "id" : "a8333aa2-205c-449f-a828-d38c2489bf25",
              "names" : [ "t2" ],
              "status" : "required",
              "flagged" : true,
              "capabilities" : [ "cap" ]
            } ]
            """);
  }

  @Test
  void unknownTargetIsAnsweredWithThoseThereAre() {
    assertThat(run("tests", "2030.01", "--target", "dns")).isEqualTo(2);

    assertThat(err)
        .hasToString(
            "defcore: --target: expected one of compute of guideline 2030.01 but found \"dns\"\n");
  }

  @Test
  void unknownWordIsAnsweredWithThoseThereAre() {
    assertThat(run("tests", "2030.01", "--status", "required,wanted")).isEqualTo(2);

    assertThat(err.toString())
        .startsWith(
            "defcore: --status: expected one of required, advisory, deprecated, removed but found"
                + " \"wanted\"");
  }

  @Test
  void unknownGuidelineIsAnsweredWithThoseThereAre() {
    assertThat(run("show", "2031.01")).isEqualTo(2);

    assertThat(err)
        .hasToString(
            "defcore: guideline '2031.01': no such guideline or file. Did you mean 2030.01?"
                + " All: defcore guideline list\n");
  }

  @Test
  void validationNamesWhatReaderAndSchemaFind() {
    assertThat(run("validate", "2030.01")).isZero();

    assertThat(out.toString())
        .startsWith("2030.01: 0 errors, 2 oddities\n  oddity  /capabilities/cap/")
        .contains("\n  oddity  /: schema 2.0: ");
    assertThat(run("validate", "2030.01", "--strict")).isEqualTo(2);
  }

  @Test
  void validationRefusesABrokenFileAndGoesOn() throws IOException {
    Path broken = Files.writeString(home.resolve("broken.json"), "{\"schema\": \"9.0\"}");

    assertThat(run("validate", broken.toString(), "nowhere", "2030.01")).isEqualTo(2);

    assertThat(out.toString())
        .contains("broken.json: 1 error, 0 oddities\n")
        .contains("  error   /schema: expected a schema 1.2 to 1.6 or 2.0 but found \"9.0\"\n")
        .contains("2030.01: 0 errors, 2 oddities\n");
    assertThat(err)
        .hasToString(
            "defcore: guideline 'nowhere': no such guideline or file. Did you mean 2030.01?"
                + " All: defcore guideline list\n");
  }

  @Test
  void tellsWhatChangedToAnotherGuideline() throws IOException {
    Files.createDirectories(home.resolve("capabilities"));
    Files.writeString(home.resolve("capabilities").resolve("compute.yaml"), CATALOGUE);
    Path later =
        Files.writeString(
            home.resolve("later.json"),
            GUIDELINE
                .replace("\"zed\"", "\"antelope\"")
                .replace("\"required\": [\"cap\"]", "\"advisory\": [\"cap\"]")
                .replace("\"t1\"", "\"t3\"")
                .replace("6c0a0990-43b6-4529-9b61-5fd8daf7c55c", CORRECTED)
                .replace("\"flagged\"", "\"remarks\""));

    assertThat(run("diff", "2030.01", later.toString())).as(err.toString()).isZero();

    assertThat(out)
        .hasToString(
            """
            guideline 2030.01 -> 2030.01

            releases added (1)
              antelope

            releases removed (1)
              zed

            capabilities of another status (1)
              cap: required -> advisory in compute

            tests added (1)
              t3
                in cap
                corrects t1

            tests removed (1)
              t1
                in cap
                corrected by t3

            tests no longer flagged (1)
              t2
                in cap
                was flagged: r
            """);
  }

  @Test
  void tellsWhatChangedAsJson() throws IOException {
    Files.createDirectories(home.resolve("capabilities"));
    Files.writeString(home.resolve("capabilities").resolve("compute.yaml"), CATALOGUE);

    assertThat(run("diff", "2030.01", "2030.01", "--format", "json")).isZero();

    assertThat(out.toString())
        .startsWith("{\n  \"from\" : {\n    \"id\" : \"2030.01\",")
        .contains("\"capabilities\" : {\n    \"added\" : [ ],", "\"weights\" : [ ],");
  }

  @Test
  void sameGuidelineHasNotChanged() throws IOException {
    Files.createDirectories(home.resolve("capabilities"));
    Files.writeString(home.resolve("capabilities").resolve("compute.yaml"), CATALOGUE);

    assertThat(run("diff", "2030.01", "2030.01")).isZero();

    assertThat(out)
        .hasToString("guideline 2030.01 -> 2030.01\nnothing that is compared has changed\n");
  }

  @Test
  void unknownGuidelineIsNotCompared() {
    assertThat(run("diff", "2030.01", "2031.01")).isEqualTo(2);

    assertThat(err.toString()).startsWith("defcore: guideline '2031.01': no such guideline");
  }

  @Test
  void needsASubcommand() {
    assertThat(run()).isEqualTo(2);

    assertThat(err.toString())
        .startsWith(
            "defcore: guideline: expected one of diff, drift, from-list, lint, list, new, render, show, tests, validate: see ");
  }

  private int run(String... arguments) {
    Shell.Said said =
        new Shell(new ProgramFiles(home), home)
            .run(
                Stream.concat(Stream.of("guideline"), Stream.of(arguments)).toArray(String[]::new));
    out.append(said.out());
    err.append(said.err());
    return said.code();
  }
}
