package org.defcore.cli.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.defcore.cli.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidelineFromListCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST =
      """
      # what we run every night
      tempest.api.compute.test_versions.TestVersions.test_list_api_versions
      tempest.api.acme.test_moons.Moons.test_rise[id-00000000-0000-4000-8000-000000000001,smoke] # new
      tempest.api.acme.test_moons.Moons.test_old_rise[id-00000000-0000-4000-8000-000000000001]

      tempest.api.identity.v3
      tempest\\.scenario\\..*
      """;

  @TempDir private Path work;

  @ParameterizedTest
  @ValueSource(strings = {"2022.11", "scs-0128"})
  void guidelineIsMadeOfItsOwnListAgain(String id) throws IOException {
    Files.writeString(
        work.resolve("list"), run("tests", id, "--aliases", "--format", "load-list").out());
    ObjectNode published = guideline(Path.of("guidelines", id + ".json"));
    JsonNode metadata = published.path("metadata");
    List<String> arguments =
        new ArrayList<>(List.of("from-list", "list", "--id", id, "--like", id));
    JsonNode approval = metadata.path("os_trademark_approval");
    arguments.addAll(List.of("--status", approval.path("status").asText()));
    add(arguments, "--source", metadata.path("source"));
    add(arguments, "--approved", approval.path("target_approval"));
    add(arguments, "--replaces", approval.path("replaces"));
    approval.path("releases").forEach(it -> add(arguments, "--release", it));
    JsonNode origin = metadata.path("made_from");
    add(arguments, "--reconstructs", origin.path("reconstructs"));
    origin.path("unknown").forEach(it -> add(arguments, "--unknown", it));

    Shell.Said said = run(arguments.toArray(String[]::new));

    assertThat(said.code()).isZero();
    ObjectNode again = (ObjectNode) JSON.readTree(said.out());
    for (ObjectNode each : List.of(again, published)) {
      ((ObjectNode) each.at("/metadata/made_from")).remove(List.of("list", "sha256"));
      each.path("capabilities")
          .forEach(it -> it.path("tests").forEach(test -> ((ObjectNode) test).remove("aliases")));
    }
    assertThat(again).isEqualTo(published);
  }

  @Test
  void listAndItsGuidelineHaveTheSameTests() {
    for (String id : List.of("2020.06", "2022.11", "scs-0128", "dns.2020.06", "nfv.next")) {
      String list = run("tests", id, "--aliases", "--format", "load-list").out();
      write("list", list);
      assertThat(run("from-list", "list", "--id", "own", "--target", "Own", "--out", id).code())
          .as(id)
          .isZero();

      assertThat(run("tests", id, "--aliases", "--format", "load-list").out())
          .as("the list of %s", id)
          .isEqualTo(list);
    }
  }

  @Test
  void takesWhatItCanAndTellsEveryOtherLine() throws IOException {
    write("acme.lst", LIST);

    Shell.Said said =
        run(
            "from-list",
            "acme.lst",
            "--id",
            "acme",
            "--target",
            "Acme Cloud",
            "--release",
            "zed,2023.1",
            "--out",
            "acme.json");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .isEqualTo(
            """
            wrote acme.json: edit it, then: defcore guideline lint acme.json
            acme.lst:6: tempest.api.identity.v3: is a class or a module with 26 known tests: list each
            acme.lst:7: tempest\\.scenario\\..*: is a regular expression: list the tests that it takes, as tempest run --list-tests prints them
            acme.lst: tests: 2 (names: 3, in no earlier guideline: 1), capabilities: 2, lines repeated: 0, lines not placed: 2
            """
                .replace(
                    "26 known", said.err().replaceAll("(?s).*with (\\d+) known.*", "$1 known")));
    ObjectNode made = guideline(work.resolve("acme.json"));
    assertThat(made.at("/capabilities/acme-moons/tests").toString())
        .isEqualTo(
            "{\"tempest.api.acme.test_moons.Moons.test_rise\":{\"idempotent_id\":"
                + "\"id-00000000-0000-4000-8000-000000000001\",\"aliases\":"
                + "[\"tempest.api.acme.test_moons.Moons.test_old_rise\"]}}");
    assertThat(made.at("/capabilities/compute-list-api-versions/description").asText())
        .isEqualTo("Find out which versions of the compute API the cloud speaks");
    assertThat(made.at("/metadata/made_from/not_placed")).hasSize(2);
    Shell.Said lint = run("lint", "acme.json");
    assertThat(lint.code()).isZero();
    assertThat(lint.out())
        .contains("warning not-placed /metadata/made_from/not_placed/0: this line of the list is")
        .contains("acme.json: 0 errors, 2 warnings, 0 notes");
    assertThat(run("show", "acme.json").out())
        .contains("It was made from the list acme.lst, which has 2 tests under 3 names.")
        .contains(
            "Lines of the list that were left out: 2: 6: tempest.api.identity.v3: is a class");
    assertThat(run("tests", "acme.json", "--target", "acme-cloud").out().lines()).hasSize(2);
  }

  @Test
  void takesTheTargetsOfAnotherAsFarAsTheListGoes() throws IOException {
    write("list", "tempest.api.compute.test_versions.TestVersions.test_list_api_versions");

    Shell.Said said = run("from-list", "list", "--id", "own", "--like", "2020.06");

    assertThat(said.code()).isZero();
    JsonNode made = JSON.readTree(said.out());
    assertThat(made.path("platforms").properties())
        .extracting(it -> it.getKey())
        .containsExactly("OpenStack Powered Compute");
    assertThat(made.path("components")).hasSize(1);
  }

  @Test
  void readsAListThatIsGzipped() throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(work.resolve("l.gz")))) {
      out.write("6c0a0990-43b6-4529-9b61-5fd8daf7c55c\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(run("from-list", "l.gz", "--id", "own", "--target", "Own").err())
        .isEqualTo(
            "l.gz: tests: 1 (names: 1, in no earlier guideline: 0), capabilities: 1, lines"
                + " repeated: 0, lines not placed: 0\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --target Own --like 2020.06  | expected either --target or --like but found both
          --release zed                | expected either --target or --like but found neither
          --target Own --unknown flags | expected --reconstructs and --unknown together but found one of them
          --target Own --status ready  | --status: expected one of draft, advisory, approved, superseded but found "ready"
          --like 2016.08               | --like: expected a guideline of schema 2.0 with platforms but found "2016.08": name another, or --target
          --target Own --approved soon | list as a guideline: 1 problem(s)
          """)
  void refusesWhatMakesNoGuideline(String options, String problem) {
    write("list", "6c0a0990-43b6-4529-9b61-5fd8daf7c55c");
    List<String> arguments = new ArrayList<>(List.of("from-list", "list", "--id", "own"));
    arguments.addAll(List.of(options.trim().split(" +")));

    Shell.Said said = run(arguments.toArray(String[]::new));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).startsWith("defcore: " + problem);
  }

  @Test
  void listWithoutATestIsNoGuideline() {
    write("list", "tempest.api.identity.v3\n\n.*smoke.*\n");

    Shell.Said said = run("from-list", "list", "--id", "own", "--target", "Own");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.error()).isEqualTo("defcore: list: 2 problem(s)");
    assertThat(said.err())
        .contains("list:1: tempest.api.identity.v3: is a class or a module with ")
        .contains("list:3: .*smoke.*: is a regular expression: ");
  }

  private static void add(List<String> arguments, String option, JsonNode value) {
    if (value.isTextual()) {
      arguments.addAll(List.of(option, value.asText()));
    }
  }

  private static ObjectNode guideline(Path file) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readString(file));
  }

  private void write(String name, String text) {
    try {
      Files.writeString(work.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Shell.Said run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("guideline"));
    for (String argument : arguments) {
      boolean file = Files.exists(work.resolve(argument)) && all.size() == 2;
      all.add(
          file && !all.get(1).equals("from-list") ? work.resolve(argument).toString() : argument);
    }
    return new Shell(work).run(all.toArray(String[]::new));
  }
}
