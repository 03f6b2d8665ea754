package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.defcore.OwnFiles;
import org.defcore.capability.Catalogue;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.CloudConfigs;
import org.defcore.clouds.Environment;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.TestId;
import org.defcore.http.message.Exchange;
import org.defcore.result.Attempt;
import org.defcore.result.Deviation;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that try again, on a simulated cloud that gets better, or does not. */
@Timeout(60)
class RetriesTest {

  private static final TestId FLAVORS = TestId.of("e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59");
  private static final TestId ZONES = TestId.of("a8333aa2-205c-449f-a828-d38c2489bf25");
  private static final TestId LISTED_IMAGES = TestId.of("1e341d7a-90a9-494c-b143-2cdf2aeb6aee");
  private static final String WRONG = "compute.flavors.list.status=203";
  private static final String RIGHT = "compute.flavors.list.status=200";

  @TempDir Path dir;

  private RunFolder folder;
  private RunOrder order;
  private CloudRun run;

  /** Tells of each new attempt before it begins. */
  private record Again(IntConsumer told) implements Progress {

    @Override
    public void begin(int tests) {
      told.accept(1);
    }

    @Override
    public void again(int tests, int attempt) {
      assertThat(tests).as("only what did not pass").isEqualTo(1);
      told.accept(attempt);
    }

    @Override
    public void ended(TestResult result) {}

    @Override
    public void end() {}
  }

  private RunRecord run(SimulatedCloud cloud, int retries, IntConsumer atAttempt)
      throws IOException {
    return run(List.of(FLAVORS, ZONES), cloud, retries, atAttempt);
  }

  private RunRecord run(
      List<TestId> tests, SimulatedCloud cloud, int retries, IntConsumer atAttempt)
      throws IOException {
    Path clouds = Files.writeString(dir.resolve("clouds.yaml"), cloud.cloudsYaml());
    CloudConfig config =
        new CloudConfigs(
                Environment.of(Map.of("OS_CLIENT_CONFIG_FILE", clouds.toString()), dir, dir))
            .load(Optional.of("simulated"));
    Guideline guideline = OwnFiles.GUIDELINES.find("2020.06");
    Catalogue catalogue = OwnFiles.CATALOGUE;
    SuiteIndex suite = SuiteIndex.read();
    folder = RunFolder.reserve(dir.resolve("out"));
    run = new CloudRun(new Planner(catalogue, suite), suite, "test", Clock.systemUTC());
    order =
        RunOrder.of(
            RunOrder.Requirements.of(
                "2020.06",
                guideline,
                guideline.targets().get(0),
                new Selection(tests.stream().map(TestId::toString).toList(), List.of(), List.of())),
            config,
            Optional.empty(),
            new RunOrder.Pace(2, Duration.ofSeconds(2), retries, OptionalLong.empty()));
    run.run(order, folder, new Again(atAttempt));
    return folder.record();
  }

  /** As the next process does after this one was ended. */
  private List<String> goOn() {
    return SimulatedRun.cloudRun()
        .resume(order, StoppedRun.of(folder, "out"), new SimulatedRun.Silent(() -> {}));
  }

  private static TestResult flavors(RunRecord record) {
    return record.results().stream()
        .filter(it -> it.id().equals(FLAVORS))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void testThatPassesWhenRunAgainIsFlakyAndKeepsAllAttempts() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunRecord record =
          run(cloud, 5, attempt -> cloud.switchOn(List.of(attempt < 3 ? WRONG : RIGHT)));

      TestResult result = flavors(record);
      assertThat(result.outcome()).isEqualTo(Outcome.FLAKY);
      assertThat(result.attempts())
          .hasSize(2)
          .allMatch(it -> it.outcome() == Outcome.FAILED)
          .extracting(Attempt::reason)
          .allMatch(it -> it.startsWith("GET /flavors: expected 200 but found 203"));
      assertThat(broken(result, 1).status()).isEqualTo(203);
      assertThat(broken(result, 2).started()).isAfter(broken(result, 1).started());
      assertThat(folder.evidence(FLAVORS, 3)).extracting(Exchange::status).containsOnly(200);
      assertThat(record.results())
          .filteredOn(it -> it.id().equals(ZONES))
          .extracting(TestResult::outcome)
          .containsExactly(Outcome.PASSED);
      assertThat(record.finished()).isPresent();
      assertThat(record.deviations())
          .contains(
              new Deviation("retries", "tests that did not pass were run again, up to 5 times"));
    }
  }

  @Test
  void blockedTestIsRunAgainWithItsFixture() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunRecord record =
          run(
              List.of(LISTED_IMAGES),
              cloud,
              1,
              attempt ->
                  cloud.switchOn(
                      List.of("image.images.create.status=" + (attempt == 1 ? 203 : 201))));

      assertThat(record.results())
          .filteredOn(it -> it.id().equals(LISTED_IMAGES))
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.FLAKY);
                assertThat(it.attempts())
                    .extracting(Attempt::outcome)
                    .containsExactly(Outcome.BLOCKED);
              });
      assertThat(cloud.resources()).isEmpty();
    }
  }

  @Test
  void testThatNeverPassesFailsWithItsLastReason() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      TestResult result = flavors(run(cloud, 2, attempt -> cloud.switchOn(List.of(WRONG))));

      assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(result.attempts()).hasSize(2);
      assertThat(broken(result, 3).status()).isEqualTo(203);
    }
  }

  @Test
  void withoutRetriesThereIsOneAttemptAndNoDeviation() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunRecord record = run(cloud, 0, attempt -> cloud.switchOn(List.of(WRONG)));

      assertThat(flavors(record).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(flavors(record).attempts()).isEmpty();
      assertThat(record.deviations()).isEmpty();
    }
  }

  @Test
  void runThatIsEndedBetweenAttemptsKeepsWhatTheyEstablished() throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunRecord record =
          run(
              cloud,
              3,
              attempt -> {
                cloud.switchOn(List.of(WRONG));
                if (attempt == 2) {
                  run.cancel();
                }
              });

      assertThat(flavors(record).outcome()).isEqualTo(Outcome.FAILED);
      assertThat(flavors(record).attempts()).isEmpty();
      assertThat(broken(flavors(record), 1).status()).isEqualTo(203);
      assertThat(record.finished()).isEmpty();

      cloud.switchOn(List.of(RIGHT));
      Files.writeString(folder.ledger(), "garbage\n");
      assertThat(goOn())
          .as("what may have been left behind")
          .singleElement()
          .asString()
          .contains(": no line of a ledger: look for ");
      TestResult later = flavors(folder.record());
      assertThat(later.outcome()).isEqualTo(Outcome.FLAKY);
      assertThat(later.attempts()).hasSize(1);
      assertThat(broken(later, 1).status()).isEqualTo(203);
      assertThat(folder.record().finished()).isPresent();
    }
  }

  private Exchange broken(TestResult result, int attempt) {
    Optional<Integer> position =
        attempt == result.attempt()
            ? result.exchange()
            : result.attempts().get(attempt - 1).exchange();
    return folder.evidence(result.id(), attempt).get(position.orElseThrow());
  }
}
