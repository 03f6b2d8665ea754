package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guidelines, targets and tests that are none, as arguments of the commands that take them. */
class GuidelineInputTest {

  @TempDir private Path work;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          prose         | It was a dark night.     | line 1, column 1: not JSON: Unrecognized token 'It'
          half a file   | {"metadata": {"id": "20  | expected more JSON but found the end of the file: it seems cut off
          nothing       | ~~                       | expected JSON but found an empty file
          a list        | []                       | expected a guideline object but found a list
          no guideline  | {"name": "left-pad"}     | not a guideline: expected /schema or /metadata/schema but found neither
          a new schema  | {"schema": "9.9"}        | /schema: expected a schema 1.2 to 1.6 or 2.0 but found "9.9"
          """)
  void fileThatIsNoGuidelineIsRefusedWithTheReason(String kind, String content, String reason) {
    Path file = new Shell(work).write("mine.json", content);

    Said said = new Shell(work).run("plan", "--offline", "--guideline", file.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).isEqualTo("defcore: " + file + ": 1 problem(s)");
    assertThat(said.err().lines().skip(1)).singleElement().asString().contains(reason);
  }

  @Test
  void manyProblemsAreCountedFirstAndThenSaidOneALine() {
    String tests =
        IntStream.range(0, 50)
            .mapToObj(it -> "\"t%d\": {\"idempotent_id\": \"%d\"}".formatted(it, it))
            .collect(Collectors.joining(", "));
    Path file =
        new Shell(work)
            .write(
                "mine.json",
                """
                {"id": "2030.01", "schema": "1.6", "status": "draft", "releases": ["zed"],
                 "platform": {"required": ["compute"]},
                 "components": {"compute": {"required": ["c"], "advisory": [], "deprecated": [],
                   "removed": []}},
                 "capabilities": {"c": {"achievements": [], "admin": false, "description": "d",
                   "name": "C", "tests": {%s}}}}
                """
                    .formatted(tests));

    Said said = new Shell(work).run("run", "--guideline", file.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).isEqualTo("defcore: " + file + ": 50 problem(s)");
    assertThat(said.err().lines().skip(1))
        .hasSize(50)
        .allSatisfy(
            it ->
                assertThat(it)
                    .matches(
                        "  /capabilities/c/tests/t\\d+/idempotent_id: expected .* but found .*"));
  }

  @Test
  void folderIsNoGuideline() {
    Said said = new Shell(work).run("plan", "--offline", "--guideline", work.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo("defcore: " + work + ": expected a guideline file but found a folder");
  }

  @Test
  void unknownGuidelineIsAnsweredWithTheNearestFirst() {
    for (String[] command :
        new String[][] {
          {"plan", "--offline", "--guideline", "2020.60"},
          {"run", "--guideline", "2020.60"},
          {"guideline", "show", "2020.60"}
        }) {
      Said said = new Shell(work).run(command);

      assertThat(said.code()).as(command[0]).isEqualTo(2);
      assertThat(said.onlyLine())
          .startsWith(
              "defcore: guideline '2020.60': no such guideline or file. Did you mean 2020.06, 2026.11, 2022.11? All: "
                  + "defcore guideline list");
    }
  }

  @Test
  void missingFileIsSaidToBeMissing() {
    Path missing = work.resolve("missing.json");

    Said said = new Shell(work).run("plan", "--offline", "--guideline", missing.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .startsWith("defcore: guideline '" + missing + "': no such guideline or file.");
  }

  @Test
  void unknownTargetIsAnsweredWithThoseThereAre() {
    Said said =
        new Shell(work).withAcme("http://127.0.0.1:1/v3").run("run", "--target", "openstack");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .isEqualTo(
            "defcore: --target: expected one of platform, compute, object of guideline 2022.11 but"
                + " found \"openstack\"");
  }

  @Test
  void selectionOfNothingIsAnsweredWithWhatThereIsBeforeTheCloudIsAsked() {
    Shell shell = new Shell(work).withAcme("http://127.0.0.1:1/v3");

    for (String command : new String[] {"run", "plan"}) {
      Said said = shell.run(command, "--test", "nonsense");

      assertThat(said.code()).as(command).isEqualTo(2);
      assertThat(said.onlyLine())
          .isEqualTo(
              "defcore: --test nonsense takes no test of guideline 2022.11: it has the services"
                  + " compute, identity, image, network, object-store, volume; its capabilities and"
                  + " tests are listed by: defcore guideline show 2022.11");
    }
    assertThat(work.resolve("reports/runs")).isEmptyDirectory();
  }
}
