package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that hold no run, or one with a file that somebody broke. */
class RunFolderInputTest {

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("score", "run", "--guideline", "2020.06"),
          List.of("report", "run"),
          List.of("cleanup", "run"));

  @TempDir private Path work;

  private StoredRun stored;
  private Shell shell;

  @BeforeEach
  void copy() {
    stored = StoredRun.copiedTo(work.resolve("run"));
    shell = new Shell(work).withAcme("http://127.0.0.1:1/v3");
  }

  @Test
  void folderThatIsNotThereIsNoRun() {
    for (List<String> command : COMMANDS) {
      Said said = run(command, "gone");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .isEqualTo(
              "defcore: %s: expected the folder of a run but found nothing there"
                  .formatted(work.resolve("gone")));
    }
  }

  @Test
  void folderWithoutAPlanIsNoRun() throws IOException {
    Files.createDirectory(work.resolve("empty"));

    for (List<String> command : COMMANDS) {
      Said said = run(command, "empty");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .isEqualTo(
              "defcore: %s: expected the folder of a run but found no plan.json in it"
                  .formatted(work.resolve("empty")));
    }
  }

  @Test
  void fileIsNoRun() {
    for (List<String> command : COMMANDS) {
      Said said = run(command, "clouds.yaml");

      assertThat(said.code()).isEqualTo(2);
      String line = said.onlyLine();
      assertThat(line)
          .startsWith("defcore: " + work.resolve("clouds.yaml") + ": expected ")
          .endsWith(
              command.contains("cleanup")
                  ? "the folder of a run but found a file"
                  : "a bundle but found another file");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          half a plan         | {"run_id" : "x",         | line 1: expected a file of a run: Unexpected end-of-input
          no plan             | {}                       | expected a file of a run: /run_id: Missing creator property 'run_id'
          a list              | []                       | expected a file of a run: Cannot deserialize value of type
          prose               | See the wiki.            | line 1: expected a file of a run: Unrecognized token 'See'
          a word for a yes    | {"simulated" : "x"}      | expected a file of a run: /simulated: Cannot deserialize value of type `boolean`
          """)
  void brokenPlanIsNamed(String kind, String content, String expected) {
    stored.write("plan.json", content);

    for (List<String> command : COMMANDS) {
      Said said = run(command, "run");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.onlyLine())
          .startsWith("defcore: " + work.resolve("run/plan.json") + ": ")
          .contains(expected);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          prose           | oops                     | expected a JSON object: Unrecognized token 'oops'
          a number        | 7                        | expected a JSON object but found "7"
          nothing         | ~~                       | expected a JSON object but found ""
          an outcome less | {"id": "x"}              | expected an outcome: /id:
          no time         | {"finished": "tomorrow"} | expected a time in finished but found "tomorrow"
          """)
  void brokenOutcomeIsNamedWithItsLine(String kind, String line, String expected) {
    String before = stored.read("outcomes.jsonl");
    stored.write("outcomes.jsonl", before + line + "\n");
    long number = before.lines().count() + 1;

    for (List<String> command : COMMANDS.subList(0, 2)) {
      assertThat(readPast(command))
          .contains("file problem: outcomes.jsonl: line %d: %s".formatted(number, expected));
    }
  }

  @Test
  void outcomeOfAWordThatIsNoneIsNamedWithItsLine() {
    stored.write(
        "outcomes.jsonl",
        stored.read("outcomes.jsonl").replaceFirst("\"failed\"", "\"wonderful\""));

    Said said = run(COMMANDS.get(1), "run");

    assertThat(said.code()).as("the failure is lost").isEqualTo(3);
    assertThat(said.out())
        .contains("file problem: outcomes.jsonl: line 4: ")
        .contains("/outcome: ", "no outcome is called \"wonderful\"");
  }

  @Test
  void missingObservationIsNamed() throws IOException {
    Files.delete(work.resolve("run/observation.json"));

    assertThat(readPast(COMMANDS.get(0)))
        .contains(
            "file problem: observation.json: expected a file of a run but found nothing there\n");
  }

  @Test
  void brokenEvidenceIsNamed() {
    String har = "evidence/e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59.har";
    stored.write(har, "{\"log\": ");

    assertThat(readPast(COMMANDS.get(1))).contains("file problem: " + har + ": ");
    assertThat(stored.read("report.html"))
        .contains("Not all files of this run can be relied on.", "<li>" + har + ": ");
  }

  /** The failed test of the run is still one. */
  private String readPast(List<String> command) {
    Said said = run(command, "run");
    assertThat(said.code()).as(said.err()).isEqualTo(1);
    assertThat(said.err()).isEmpty();
    return said.out();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prose          | oops
          another's role | {"event": "intent", "kind": "image", "role": "ADMIN", "name": "x"}
          """)
  void brokenLedgerIsNamedWithItsLine(String kind, String line) {
    stored.write("ledger.jsonl", line + "\n");
    String acme = shell.read("clouds.yaml").replace("clouds:\n", "");
    shell.withClouds(
        "clouds:\n" + acme.replace("acme", "simulated") + acme.replace("acme", "simulated-alt"));

    Said said = run(COMMANDS.get(2), "run");

    assertThat(said.code()).isEqualTo(5);
    assertThat(said.err())
        .startsWith(
            "may have been left behind: %s: line 1: no line of a ledger: look for "
                .formatted(work.resolve("run/ledger.jsonl")));
  }

  @Test
  void cleaningUpNeedsTheCloudOfTheRun() {
    Said said = run(COMMANDS.get(2), "run");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).contains("expected one of acme", "found \"simulated\"");
  }

  private Said run(List<String> command, String folder) {
    return shell.run(
        command.stream().map(it -> it.equals("run") ? folder : it).toArray(String[]::new));
  }
}
