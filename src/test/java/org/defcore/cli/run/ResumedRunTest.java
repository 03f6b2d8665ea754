package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.clouds.CloudConfig;
import org.defcore.desk.Installation;
import org.defcore.http.message.Recording;
import org.defcore.kit.Ledger;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.runner.CloudAccess;
import org.defcore.service.Service;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs after others. The stopped one has had a test of identity and none of images, as if it had
 * been killed.
 */
class ResumedRunTest {

  private static final String IDENTITY = "6f8e4436-fc96-4282-8122-e41df57197a9";
  private static final String IMAGE = "622b925c-479f-4736-860d-adeaf13bc371";

  private static final SimulatedCloud CLOUD = SimulatedCloud.start(SimulatedCloudOptions.usual());

  @TempDir private static Path work;

  @BeforeAll
  static void runAndStop() throws IOException {
    shell().with(CLOUD);
    String whole = "run --os-cloud simulated --out stopped --test " + IDENTITY + " --test " + IMAGE;
    assertThat(shell().run(whole.split(" ")).code()).isEqualTo(3);
    List<String> lines = shell().read("stopped/outcomes.jsonl").lines().toList();
    shell()
        .write(
            "stopped/outcomes.jsonl",
            lines.stream().filter(it -> it.contains(IDENTITY)).findFirst().orElseThrow()
                + "\n{\"id\":\"622b");
    for (String lost :
        List.of(
            "manifest", "report.json", "report.html", "junit.xml", "evidence/" + IMAGE + ".har")) {
      Files.delete(work.resolve("stopped").resolve(lost));
    }
  }

  @AfterAll
  static void close() {
    CLOUD.close();
  }

  private static Shell shell() {
    return new Shell(work);
  }

  private Path copy(String name) {
    Path to = work.resolve(name);
    contents("stopped").forEach((file, content) -> write(to.resolve(file), content));
    return to;
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> contents(String name) {
    Path folder = work.resolve(name);
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contents;
  }

  private void edit(Path file, UnaryOperator<String> edit) {
    write(file, edit.apply(shell().read(file.toString())));
  }

  private String image(String name) {
    CloudConfig config =
        new Installation(shell().own(), work, Map.of()).clouds().load(Optional.of("simulated"));
    try (CloudAccess access = CloudAccess.login(config, Optional.empty())) {
      return access
          .member()
          .service(Service.IMAGE, new Recording())
          .unversioned()
          .post("/v2/images")
          .json(Map.of("name", name))
          .expect(201)
          .json()
          .path("id")
          .asText();
    }
  }

  private Said resume(String run, String... more) {
    return shell()
        .run(
            Stream.concat(Stream.of("run", "--resume", run), Arrays.stream(more))
                .toArray(String[]::new));
  }

  @Test
  void goesOnAfterCleanUpAndKeepsWhatHasEnded() throws IOException {
    Path run = copy("goes-on");
    String runId = shell().read("goes-on/plan.json").replaceAll("(?s).*\"run_id\" : \"|\".*", "");
    String image = image(runId + "-image-9");
    Files.writeString(
        run.resolve("ledger.jsonl"),
        "{\"event\":\"created\",\"role\":\"MEMBER\",\"kind\":\"image\",\"name\":\"%s-image-9\",\"id\":\"%s\"}\n"
            .formatted(runId, image),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Map<String, String> before = contents("goes-on");

    Said said = resume("goes-on");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.err())
        .contains("removed image " + image)
        .contains("[1/1] passed ")
        .doesNotContain("test_create_token");
    assertThat(CLOUD.resources()).isEmpty();
    assertThat(Ledger.outstanding(run.resolve("ledger.jsonl"))).isEmpty();
    Map<String, String> after = contents("goes-on");
    List<String> outcomes = after.get("outcomes.jsonl").lines().toList();
    assertThat(outcomes)
        .hasSize(3)
        .first()
        .isEqualTo(before.get("outcomes.jsonl").lines().findFirst().orElseThrow());
    assertThat(outcomes.get(1)).startsWith("{\"id\":\"" + IMAGE).contains("\"passed\"");
    assertThat(outcomes.get(2)).startsWith("{\"finished\":");
    String evidence = "evidence/" + IDENTITY + ".har";
    assertThat(after).containsEntry(evidence, before.get(evidence));
    assertThat(after)
        .containsEntry("evidence/discovery.stopped1.har", before.get("evidence/discovery.har"))
        .containsKeys("evidence/discovery.har", "evidence/" + IMAGE + ".har");
    assertWhole(run);
    assertThat(resume("goes-on").onlyLine())
        .matches(
            "defcore: goes-on: the run came to its end at \\S+Z: nothing to resume; for its reports:"
                + " defcore report goes-on");
  }

  private void assertWhole(Path folder) {
    RunRecord record = RunFolder.of(folder).record();
    assertThat(record.results())
        .extracting(TestResult::outcome)
        .containsExactly(Outcome.PASSED, Outcome.PASSED);
    assertThat(record.finished()).isPresent();
    assertThat(record.integrity().problems()).isEmpty();
    assertThat(record.integrity().manifest()).isPresent();
    assertThat(record.partial()).isEqualTo("--test " + IDENTITY + "," + IMAGE);
    assertThat(record.deviations())
        .singleElement()
        .satisfies(it -> assertThat(it.what()).isEqualTo("resumed"))
        .satisfies(
            it ->
                assertThat(it.detail())
                    .matches(
                        "the run was stopped and resumed at \\S+Z, when 1 of 2 tests had ended; earlier"
                            + " changes of its files cannot be detected"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "harness" : "           | x   | version of this program: expected as in the plan, x
          "guideline" : "2022.11  | x   | the file of the guideline of the run, 2022.11x, but found none: name it
          "guideline_hash" : "    | x   | content of guideline 2022.11: expected as in the plan, x
          "auth_url" : "http://   | x   | expected the auth_url of the run, "http://x
          "auth_url" : "          | % % | expected the auth_url of the run, "% %http:
          "user_id" : "           | x   | expected the user of the run, "x
          """)
  void refusesToGoOnAsAnotherRun(String key, String more, String why) {
    Path run = copy("other" + key.replaceAll("\\W", "") + more.length());
    edit(run.resolve("plan.json"), it -> it.replaceFirst(key, key + more));

    assertRefused(run, List.of(), why);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --guideline 2018.02      | --guideline: expected 2022.11, as run RUN has it, but found "2018.02": leave it out
          --target object          | --target: expected platform, as run RUN has it, but found "object": leave it out
          --os-cloud simulated-alt | RUN: cloud: expected as in the plan, simulated, but found simulated-alt: nothing was run
          --second-cloud simulated | RUN: second cloud: expected as in the plan, simulated-alt, but found simulated: nothing
          --retries 2              | RUN: deviations: expected as in the plan, none, but found retries: tests that
          --shuffle 7              | RUN: deviations: expected as in the plan, none, but found shuffle: tests started in the random order of seed 7
          """)
  void refusesOtherOptionsThanThoseOfTheRun(String options, String why) {
    Path run = copy("options" + options.replaceAll("\\W", ""));

    assertRefused(
        run, List.of(options.split(" ")), why.replace("RUN", run.getFileName().toString()));
  }

  @Test
  void refusesOptionsThatTheRunItselfHas() {
    Said said = resume("stopped", "--test", "x", "--exclude-list", "y", "--out", "z");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine())
        .startsWith("defcore: --resume: expected it without --out, --test, --exclude-list, which");
  }

  @Test
  void refusesAPlanThatCannotBeKeptAnyMore() {
    Path run = copy("no-images");
    CLOUD.switchOn(List.of("identity.tokens.create.drop=/token/catalog/0"));
    try {
      assertRefused(
          run,
          List.of(),
          "test_get_image_schema: expected as in the plan, to be run, but found skipped (the cloud"
              + " offers no service");
    } finally {
      CLOUD.switchOffDefects();
    }
  }

  @Test
  void refusesFilesThatWereChangedSinceTheRunWasEnded() {
    Path run = copy("changed");
    write(run.resolve("manifest"), "");

    assertRefused(run, List.of(), "expected the files as the run left them but found ");
  }

  private void assertRefused(Path run, List<String> options, String why) {
    String name = run.getFileName().toString();
    Map<String, String> before = contents(name);

    Said said = resume(name, options.toArray(String[]::new));

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.onlyLine()).contains(why);
    assertThat(contents(name)).isEqualTo(before);
  }
}
