package org.defcore.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.cli.StoredRun;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a guideline of two tests, one of identity and one of images, in whole and in part. */
class PartialRunTest {

  private static final String IDENTITY = "6f8e4436-fc96-4282-8122-e41df57197a9";
  private static final String IMAGE = "622b925c-479f-4736-860d-adeaf13bc371";

  @TempDir private Path work;

  private Shell shell;

  @BeforeEach
  void writeGuideline() {
    shell = new Shell(work);
    shell.write("mine.json", TwoTests.guideline("keystone", IDENTITY, IMAGE));
  }

  @Test
  void partOfAGuidelineIsNeverConformantAlthoughAllOfItPassed() {
    Said said = run("--service", "identity");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out())
        .startsWith("simulated: inconclusive under guideline 2030.01, target platform\n")
        .contains("inconclusive   1 of 2 passed, 0 failed, 1 not judged");
    assertThat(shell.read("out/report.json")).contains("\"filter\" : \"--service identity\"");
    assertThat(shell.read("out/report.html")).contains("--service identity");
  }

  @Test
  void filterThatLeavesNothingOutIsAFilterStill() {
    Said said = run("--service", "identity,image");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out())
        .contains("  because: the run left tests out: --service identity,image\n")
        .contains("inconclusive   2 of 2 passed, 0 failed, 0 not judged");
    assertThat(shell.read("out/report.json"))
        .contains("\"the run left tests out: --service identity,image\"");
  }

  @Test
  void wholeGuidelineOnASimulatedCloudCannotCarryTheMark() {
    Said said = run();

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("simulated: conformant under guideline 2030.01, target platform\n")
        .contains("  not eligible for the mark: the cloud is simulated\n");
  }

  @Test
  void targetThatIsNamedIsTestedAloneAndWhole() {
    shell.write("mine.json", TwoTests.ofTwoTargets("keystone", IDENTITY, IMAGE));
    Said said = run("--target", "object");

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("simulated: conformant under guideline 2030.01, target object\n")
        .contains("conformant     1 of 1 passed, 0 failed, 0 not judged");
    assertThat(plan("--target", "object", "--service", "identity").err())
        .startsWith("defcore: --service identity takes no test of guideline 2030.01");
    assertThat(plan("--target", "x").onlyLine())
        .startsWith("defcore: --target: expected one of platform, compute, object of guideline");
  }

  @Test
  void addOnIsPlannedAloneOrWithItsPlatform() {
    String[] addOn = {"plan", "--offline", "--guideline", "add-on/dns.2020.06"};
    String[] both = {"plan", "--offline", "--with-platform", "--guideline", "add-on/dns.2020.06"};

    assertThat(shell.run(addOn).out())
        .contains("designate_tempest_plugin.")
        .doesNotContain("tempest.api.compute.");
    assertThat(shell.run(both).out()).contains("designate_tempest_plugin.", "tempest.api.compute.");
    assertThat(shell.run("plan", "--offline", "--with-platform").onlyLine())
        .isEqualTo(
            "defcore: --with-platform: expected an add-on or a vertical but found guideline"
                + " 2022.11: leave it out");
  }

  @Test
  void exclusionIsADeviationWithItsReason() {
    shell.write("skip.txt", "t2  # broken by bug 12\n");
    Said said = run("--exclude-list", "skip.txt");

    assertThat(said.code()).as(said.err()).isEqualTo(3);
    assertThat(said.out())
        .contains("  because: the run left tests out: --exclude-list skip.txt\n")
        .contains("inconclusive   1 of 2 passed, 0 failed, 1 not judged");
    String deviation = "skip.txt:1: t2 (broken by bug 12): ";
    assertThat(shell.read("out/plan.json")).contains(deviation);
    assertThat(shell.read("out/report.json")).contains(deviation);
    assertThat(shell.read("out/report.html")).contains(deviation);
  }

  @Test
  void testsAreTakenAsTempestWritesThem() {
    shell.write("list.txt", "gone[id-%s,smoke]\n".formatted(IDENTITY));
    String image = "t2[id-%s,image,smoke]".formatted(IMAGE);

    assertThat(plan("--test-list", "list.txt", "--test", image).out()).contains(": 2 tests: ");
    assertThat(plan("--test-list", "list.txt").out()).contains(": 1 tests: ");
    Said said = plan("--test", "frob," + image, "--exclude", "rob");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().lines())
        .hasSize(3)
        .satisfies(
            it ->
                assertThat(it.get(0))
                    .startsWith("defcore: 2 entries take no test of guideline 2030.01: it has"))
        .endsWith("  --test frob", "  --exclude rob");
  }

  @Test
  void onlyWhatFailedRunsAgainUnderTheGuidelineOfItsRun() {
    StoredRun.copiedTo(work.resolve("failed"));
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      Said said =
          shell
              .with(cloud)
              .run("run", "--rerun-failed", "failed", "--out", "again", "--os-cloud", "simulated");
      assertThat(said.code()).as(said.err()).isEqualTo(3);
    }

    RunRecord record = RunFolder.of(work.resolve("again")).record();
    assertThat(record.partial()).isEqualTo("--rerun-failed failed");
    assertThat(record.results())
        .extracting(it -> it.id().toString(), TestResult::outcome)
        .containsExactly(tuple("e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59", Outcome.PASSED));
    assertThat(again("again").onlyLine())
        .isEqualTo(
            "defcore: again: no test failed, ended in error or was blocked: nothing to run again");
    assertThat(again("failed", "--test", "x").onlyLine())
        .startsWith("defcore: --rerun-failed: expected it without --test, which it has from the");
    assertThat(again("failed", "--guideline", "2018.02").onlyLine())
        .startsWith("defcore: --guideline: expected 2020.06, as run failed has it, but found");
    assertThat(again("failed").onlyLine())
        .contains("expected the auth_url of the run, \"http://127.0.0.1:5000/identity/v3\", but");
    assertThat(again("failed", "--os-cloud", "simulated", "--service", "image").onlyLine())
        .startsWith("defcore: --rerun-failed failed --service image takes no test of guideline");
    assertThat(work.resolve("third")).doesNotExist();
  }

  private Said again(String run, String... more) {
    return shell.run(
        Stream.concat(Stream.of("run", "--rerun-failed", run, "--out", "third"), Stream.of(more))
            .toArray(String[]::new));
  }

  private Said plan(String... filter) {
    return shell.run(
        Stream.concat(
                Stream.of("plan", "--offline", "--guideline", work.resolve("mine.json").toString()),
                Stream.of(filter))
            .toArray(String[]::new));
  }

  private Said run(String... filter) {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      String guideline = work.resolve("mine.json").toString();
      return shell
          .with(cloud)
          .run(
              Stream.concat(
                      Stream.of("run", "--os-cloud", "simulated", "--guideline", guideline),
                      Stream.concat(Stream.of("--out", "out"), Stream.of(filter)))
                  .toArray(String[]::new));
    }
  }
}
