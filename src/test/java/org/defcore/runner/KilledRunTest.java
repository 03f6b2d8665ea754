package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.cli.Shell;
import org.defcore.cli.Shell.Said;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that do not come to their end, and what can be made good afterwards. */
@Timeout(600)
class KilledRunTest {

  private static final String TAGS = "10407036-6059-4f95-a2cd-cbbbee7ed329";
  private static final String KEY_PAIR = "89d59d43-f735-441a-abcf-0601727f47b6";
  private static final String OWN_PASSWORD = "ad71bd23-12ad-426b-bb8b-195d2b635f27";
  private static final String FOR_EVER = "3600000";

  @TempDir Path dir;

  private SimulatedCloud cloud(String... defects) throws IOException {
    SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withDefects(List.of(defects)));
    Files.writeString(dir.resolve("clouds.yaml"), cloud.cloudsYaml());
    return cloud;
  }

  private ChildRun run(String... tests) throws IOException {
    return ChildRun.start(
        dir, "run", "--os-cloud", "simulated", "--out", "out", "--test", String.join(",", tests));
  }

  private Path ledger() {
    return dir.resolve("out").resolve("ledger.jsonl");
  }

  private boolean ledgerSays(String word, int times) {
    try {
      return Files.exists(ledger())
          && Files.readAllLines(ledger()).stream().filter(it -> it.contains(word)).count() >= times;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private LedgerCleaner.Report clean() {
    CloudConfigs configs =
        new CloudConfigs(
            Environment.of(
                Map.of("OS_CLIENT_CONFIG_FILE", dir.resolve("clouds.yaml").toString()), dir, dir));
    CloudConfig cloud = configs.load(Optional.of("simulated"));
    return new LedgerCleaner(Duration.ofSeconds(1), Clock.systemUTC(), Poll.Time.SYSTEM)
        .clean(
            RunFolder.of(dir.resolve("out")),
            cloud,
            configs.secondFor(cloud),
            configs.disposableFor(cloud));
  }

  @Test
  void whatAKilledRunLeftIsRemovedByItsLedgerAndTheRestIsToldUntilItIsGone() throws Exception {
    try (SimulatedCloud cloud =
        cloud(
            "compute.keypairs.create.slow=" + FOR_EVER,
            "image.tags.create.slow=" + FOR_EVER,
            "image.images.delete.status=403",
            "image.images.delete.idle=204")) {
      try (ChildRun child = run(TAGS, KEY_PAIR)) {
        Chores.await(
            "an image in the ledger, and a key pair that nobody was told of",
            () -> ledgerSays("\"created\"", 1) && cloud.resources().size() == 2);
        child.kill();
      }
      assertThat(ledgerSays("\"intent\"", 2)).isTrue();
      assertThat(ledgerSays("\"created\"", 2)).isFalse();
      Files.writeString(ledger(), "{\"event\":\"created\",\"ro", StandardOpenOption.APPEND);

      Said refused = new Shell(dir).run("cleanup", "out");

      String image = Ledger.outstanding(ledger()).get(0).toString();
      assertThat(refused.code()).as(refused.err()).isEqualTo(5);
      assertThat((refused.out() + refused.err()).lines())
          .hasSize(2)
          .anyMatch(it -> it.startsWith("removed key-pair defcore-"))
          .anyMatch(
              it ->
                  it.startsWith("left behind: " + image + ": ")
                      && it.contains("to be accepted but found 403"));
      assertThat(cloud.resources()).hasSize(1);
      assertThat(clean().left()).hasSize(1);
      assertThat(Ledger.outstanding(ledger())).hasSize(1);

      cloud.switchOffDefects();
      Said cleanup = new Shell(dir).run("cleanup", "out");

      assertThat(cleanup.code()).as(cleanup.err()).isZero();
      assertThat(cleanup.out() + cleanup.err()).isEqualToIgnoringNewLines("removed " + image);
      assertThat(cloud.resources()).isEmpty();
      assertThat(clean()).isEqualTo(new LedgerCleaner.Report(List.of(), List.of()));
      assertThat(RunFolder.of(dir.resolve("out")).record().results())
          .extracting(TestResult::outcome)
          .containsOnly(Outcome.NOT_RUN);

      Said resumed = new Shell(dir).run("run", "--resume", "out");

      assertThat(resumed.code()).as(resumed.err()).isEqualTo(3);
      assertThat(RunFolder.of(dir.resolve("out")).record().results())
          .extracting(TestResult::outcome)
          .containsExactly(Outcome.PASSED, Outcome.PASSED);
      assertThat(cloud.resources()).isEmpty();
      assertThat(Ledger.outstanding(ledger())).isEmpty();
    }
  }

  @Test
  void passwordThatAKilledRunChangedIsSetBack() throws Exception {
    try (SimulatedCloud cloud = cloud("identity.password.change.slow=" + FOR_EVER)) {
      try (ChildRun child =
          ChildRun.start(
              dir,
              ("run --os-cloud simulated --guideline scs-0128 --out out --test " + OWN_PASSWORD)
                  .split(" "))) {
        Chores.await("a changed password", () -> !cloud.resources().isEmpty());
        child.kill();
      }
      String password = Ledger.outstanding(ledger()).get(0).toString();
      cloud.switchOffDefects();

      Said again = new Shell(dir).run("cleanup", "out");

      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out() + again.err()).isEqualToIgnoringNewLines("removed " + password);
      assertThat(cloud.resources()).isEmpty();
      assertThat(Ledger.outstanding(ledger())).isEmpty();
    }
  }

  @Test
  void interruptedRunEndsByItselfCleansUpAndReports() throws Exception {
    assumeTrue(interruptsAreHeeded(), "the machine lets no child of this process be interrupted");
    try (SimulatedCloud cloud =
        cloud("image.images.create.slow=300", "image.tags.create.slow=500")) {
      try (ChildRun child =
          ChildRun.start(
              dir,
              "run",
              "--os-cloud",
              "simulated",
              "--out",
              "out",
              "--concurrency",
              "2",
              "--service",
              "image")) {
        Chores.await("an image in the ledger", () -> ledgerSays("\"created\"", 1));
        new ProcessBuilder("kill", "-INT", Long.toString(child.process().pid())).start().waitFor();

        assertThat(child.exitCode()).as(child.text()).isEqualTo(130);
        assertThat(child.text())
            .contains("defcore: interrupted: ending the tests under way and cleaning up")
            .contains("report: ")
            .doesNotContain("left behind", "Exception");
      }
      RunRecord record = RunFolder.of(dir.resolve("out")).record();
      assertThat(cloud.resources()).isEmpty();
      assertThat(Ledger.outstanding(ledger())).isEmpty();
      assertThat(record.finished()).isEmpty();
      assertThat(record.results())
          .extracting(TestResult::outcome)
          .contains(Outcome.NOT_RUN)
          .isSubsetOf(Outcome.NOT_RUN, Outcome.PASSED, Outcome.NOT_IMPLEMENTED);
      assertThat(dir.resolve("out")).isDirectoryContaining("glob:**report.json");
      assertThat(dir.resolve("out")).isDirectoryContaining("glob:**report.html");
      assertThat(dir.resolve("out")).isDirectoryContaining("glob:**junit.xml");
      assertThat(Files.readString(dir.resolve("out/report.json"))).contains("\"not-run\"");
    }
  }

  /** A process that was started with SIGINT ignored hands that on. */
  private static boolean interruptsAreHeeded() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(it -> it.startsWith("SigIgn:"))
            .map(it -> Long.parseUnsignedLong(it.substring(7).strip(), 16))
            .allMatch(it -> (it & 1L << 1) == 0);
  }
}
