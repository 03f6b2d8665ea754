package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.defcore.kit.Poll;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that can write nothing for a while: a folder stands where a file should grow. */
class FullDiskTest {

  private static final List<String> TESTS =
      List.of(
          "a8333aa2-205c-449f-a828-d38c2489bf25",
          "56b57ced-22b8-4127-9b8a-565dfb0207e2",
          "622b925c-479f-4736-860d-adeaf13bc371");

  @TempDir Path dir;

  private final List<String> said = new ArrayList<>();

  /** Notes what is said, and does something after the first test. */
  private record Listener(List<String> said, Runnable afterFirst) implements Progress {

    @Override
    public void begin(int tests) {}

    @Override
    public void ended(TestResult result) {
      said.add(result.outcome().word());
      if (said.size() == 1) {
        afterFirst.run();
      }
    }

    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void end() {}
  }

  /** Time that a wait lets pass at once, while something happens elsewhere. */
  private static final class BusyTime implements Poll.Time {

    private final Runnable meanwhile;
    private long now;
    private int pauses;

    BusyTime(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public synchronized long now() {
      return now;
    }

    @Override
    public synchronized void pass(Duration pause) {
      now += pause.toNanos();
      pauses++;
      if (pauses == 3) {
        meanwhile.run();
      }
    }
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenLaterAndNoTestStartsBefore() throws IOException {
    RunFolder folder = RunFolder.reserve(dir.resolve("out"));
    Path file = folder.path().resolve("outcomes.jsonl");
    Path blocked = folder.path().resolve("outcomes.aside");
    BusyTime time = new BusyTime(() -> exchange(blocked, file));

    run(folder, time, () -> exchange(file, blocked));

    assertThat(said)
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("passed"),
            it ->
                assertThat(it)
                    .isEqualTo(
                        file
                            + ": cannot be written: Is a directory: no test starts until it can be,"
                            + " for at most 10 minutes"),
            it -> assertThat(it).isEqualTo("passed"),
            it -> assertThat(it).isEqualTo("passed"));
    assertThat(time.pauses).as("seconds waited").isEqualTo(3);
    assertThat(folder.record().results()).hasSize(3).allMatch(it -> it.outcome() == Outcome.PASSED);
    assertThat(folder.record().finished()).isPresent();
    assertThat(folder.record().integrity().problems()).isEmpty();
  }

  @Test
  void runThatCanKeepNothingEndsItself() throws IOException {
    RunFolder folder = RunFolder.reserve(dir.resolve("out"));
    Path file = folder.path().resolve("outcomes.jsonl");
    Path blocked = folder.path().resolve("outcomes.aside");
    BusyTime time = new BusyTime(() -> {});

    run(folder, time, () -> exchange(file, blocked));
    exchange(blocked, file);

    assertThat(Duration.ofNanos(time.now())).isBetween(Backlog.PATIENCE, Duration.ofMinutes(11));
    assertThat(folder.record().finished()).isEmpty();
    assertThat(folder.record().results())
        .extracting(TestResult::outcome)
        .contains(Outcome.PASSED, Outcome.NOT_RUN)
        .doesNotContain(Outcome.FAILED, Outcome.ERROR);
  }

  private void run(RunFolder folder, BusyTime time, Runnable afterFirst) throws IOException {
    try (SimulatedCloud cloud = SimulatedCloud.start(SimulatedCloudOptions.usual())) {
      RunOrder order =
          new SimulatedRun(dir).order(cloud, new Selection(TESTS, List.of(), List.of()), 1);
      try (CloudAccess access = CloudAccess.login(order.cloud(), order.second())) {
        SimulatedRun.cloudRun()
            .run(
                order,
                new CloudRun.Explored(access, access.observe(), time),
                folder,
                new Listener(said, afterFirst));
      }
    }
  }

  /** Puts a folder in the place of the file, or the file back. */
  private static void exchange(Path from, Path to) {
    try {
      if (Files.isDirectory(to)) {
        Files.delete(to);
      }
      Files.move(from, to);
      if (!Files.exists(from)) {
        Files.createDirectory(from);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
