package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as it was made, and then with files that somebody has changed. */
class ForgedRunTest {

  private static final String PASSED = "622b925c-479f-4736-860d-adeaf13bc371";
  // No suite will have it.
  private static final String RULED_OUT = "00000000-0000-4000-8000-00000000000f";

  @TempDir private Path work;

  private Shell shell;

  @BeforeEach
  void run() {
    shell = new Shell(work);
    shell.write("mine.json", TwoTests.guideline("glance", PASSED, RULED_OUT));
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      Said said =
          shell
              .with(cloud)
              .run("run", "--os-cloud", "simulated", "--guideline", mine(), "--out", "run");
      assertThat(said.code()).as(said.err()).isEqualTo(3);
    }
  }

  @Test
  void runIsSaidToBeAsItWasWithTheHashOfItsManifest() {
    String hash =
        shell.read("run/manifest").lines().filter(it -> it.startsWith("# run: ")).findFirst().get();
    String words = "unchanged since the run, manifest " + hash.substring("# run: ".length());

    assertThat(score().out())
        .doesNotContain("file problem")
        .endsWith("files of the run: " + words + "\n");
    assertThat(shell.run("report", "run").out()).contains("  files: " + words + "\n");
    assertThat(shell.read("run/report.json")).contains(hash.substring("# run: ".length()));
    assertThat(shell.read("run/report.json"))
        .contains("\"name\" : \"evidence/" + PASSED + ".har\"");
    assertThat(score().out()).as("after another report").endsWith(words + "\n");
  }

  @Test
  void everyFileIsWatched() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(work.resolve("run"))) {
      files = all.filter(it -> it.toFile().isFile() && it.toFile().length() > 0).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(8);
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      byte[] changed = content.clone();
      changed[changed.length / 2] ^= 1;
      Files.write(file, changed);
      String name = work.resolve("run").relativize(file).toString();

      Said said = score();
      assertThat(said.out() + said.err())
          .as(name)
          .containsPattern("(file problem: |/)" + name + ": ");
      Files.write(file, content);
    }
  }

  @Test
  void passesOfTestsThatNeverRanDoNotCount() {
    String before =
        score().out().lines().filter(it -> it.startsWith("2030.01")).toList().toString();
    shell.write(
        "run/outcomes.jsonl",
        shell.read("run/outcomes.jsonl").replace("\"not-implemented\"", "\"passed\""));

    assertThat(score().out().lines().filter(it -> it.startsWith("2030.01")).toList())
        .hasToString(before);
    assertThat(score().out())
        .startsWith(
            """
            file problem: outcomes.jsonl: 1 pass does not count: the plan ruled it out as\
             not-implemented
            file problem: outcomes.jsonl: changed since the run ended
            """);
    shell.run("report", "run");
    assertThat(shell.read("run/report.html"))
        .contains(
            "<li>outcomes.jsonl: changed since the run ended</li>",
            "passed, which does not count: the plan ruled it out as not-implemented")
        .containsPattern("Not eligible for the mark:[^:]*Not all files of the run are reliable");
  }

  @Test
  void forgedPlanMakesNoTestOfTheSuite() throws IOException {
    Files.delete(work.resolve("run/manifest"));
    String har = "run/evidence/%s.har";
    Files.copy(work.resolve(har.formatted(PASSED)), work.resolve(har.formatted(RULED_OUT)));
    shell.write(
        "run/outcomes.jsonl",
        shell
            .read("run/outcomes.jsonl")
            .replace("\"not-implemented\"", "\"passed\"")
            .replace("\"started\":null", "\"started\":\"2026-11-30T00:00:00Z\""));
    String plan = shell.read("run/plan.json");
    for (String forged : List.of("\"passed\"", "null")) {
      shell.write("run/plan.json", plan.replace("\"not-implemented\"", forged));

      assertThat(score().out())
          .as(forged)
          .startsWith("file problem: outcomes.jsonl: 1 pass does not count: ")
          .contains(" 1/2 ");
    }
  }

  private Said score() {
    return shell.run("score", "run", "--guideline", mine());
  }

  private String mine() {
    return work.resolve("mine.json").toString();
  }
}
