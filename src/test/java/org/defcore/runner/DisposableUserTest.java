package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.defcore.kit.Ledger;
import org.defcore.kit.Poll;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunRecord;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user whose password tests change, in runs that go wrong. */
class DisposableUserTest {

  private static final Selection PASSWORDS =
      new Selection(List.of("test_users"), List.of(), List.of());

  private static final Selection HISTORY =
      new Selection(List.of("941784ee-5342-4571-959b-b80dd2cea516"), List.of(), List.of());

  @TempDir Path dir;

  @Test
  void userOfTheSecondProjectKeepsItsPassword() throws IOException {
    SimulatedRun run = new SimulatedRun(dir);
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("pa55-w0rd-of-demo"))) {
      RunOrder order = run.order(cloud, PASSWORDS, 1);
      RunFolder folder = RunFolder.reserve(dir.resolve("out"));

      SimulatedRun.cloudRun()
          .run(order.withDisposable(order.second()), folder, new SimulatedRun.Silent(() -> {}));

      RunRecord record = folder.record();
      assertThat(record.results())
          .filteredOn(it -> it.outcome() != Outcome.NOT_IMPLEMENTED)
          .hasSize(3)
          .allSatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.BLOCKED))
          .allSatisfy(it -> assertThat(it.reason()).contains("its user is one of the run"));
      assertThat(cloud.resources()).isEmpty();
    }
  }

  @Test
  void passwordThatWasSetBackIsKnownToBeBeforeAGuessLocksTheUser() throws IOException {
    SimulatedRun run = new SimulatedRun(dir);
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withPassword("pa55-w0rd-of-demo"))) {
      RunOrder order = run.order(cloud, HISTORY, 1);
      RunFolder folder = RunFolder.reserve(dir.resolve("out"));
      SimulatedRun.cloudRun().run(order, folder, new SimulatedRun.Silent(() -> {}));
      List<String> names =
          Files.readAllLines(folder.ledger()).stream()
              .filter(it -> it.contains("intent") || it.contains("created"))
              .toList();
      Files.write(folder.ledger(), names);
      assertThat(Ledger.outstanding(folder.ledger())).hasSizeGreaterThanOrEqualTo(3);

      Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
      LedgerCleaner.Report report =
          new LedgerCleaner(Duration.ofSeconds(1), later, Poll.Time.SYSTEM)
              .clean(folder, order.cloud(), order.second(), order.disposable());

      assertThat(report.left()).isEmpty();
      assertThat(Ledger.outstanding(folder.ledger())).isEmpty();
    }
  }
}
