package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir private Path dir;

  @Test
  void oneAtATimeWorksOnARun() {
    SmallRun run = SmallRun.smallest(dir.resolve("run"));

    String said =
        RunLock.hold(
            run.folder(),
            () -> {
              assertThat(run.problems()).as("what is seen of the lock").isEmpty();
              assertThatThrownBy(() -> RunLock.hold(run.folder(), () -> "second"))
                  .isInstanceOf(RunException.class)
                  .hasMessage(
                      run.folder().path()
                          + ": another process is at work on this run: wait for its end");
              return "first";
            });

    assertThat(said).isEqualTo("first");
    assertThat(run.path(".lock")).doesNotExist();
    assertThat(RunLock.hold(run.folder(), () -> "third")).isEqualTo("third");
  }

  @Test
  void lockOfARunThatWasKilledHoldsNobodyBack() throws Exception {
    SmallRun run = SmallRun.smallest(dir.resolve("run"));
    Files.createFile(run.path(".lock"));

    assertThat(run.problems()).isEmpty();
    assertThat(RunLock.hold(run.folder(), () -> "done")).isEqualTo("done");
  }

  @Test
  void lockIsNotMadeThroughALink() throws Exception {
    SmallRun run = SmallRun.smallest(dir.resolve("run"));
    Path elsewhere = dir.resolve("elsewhere");
    Files.createSymbolicLink(run.path(".lock"), elsewhere);

    assertThatThrownBy(() -> RunLock.hold(run.folder(), () -> "done"))
        .isInstanceOf(RunException.class);
    assertThat(elsewhere).doesNotExist();
  }
}
