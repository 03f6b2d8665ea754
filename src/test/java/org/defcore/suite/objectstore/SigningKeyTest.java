package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.result.Outcome;
import org.defcore.result.TestResult;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores whose proxies remember for a while that the account has no key for signed links. */
class SigningKeyTest {

  /** The first look is with a token; the next two are by the link. */
  private static final List<String> LATE =
      Stream.of("refuse=401", "after=1", "times=2")
          .map("object-store.objects.show."::concat)
          .toList();

  @TempDir Path dir;

  @Test
  void linkThatIsAcceptedLateReads() throws IOException {
    assertPasses("f91c96d4-1230-4bba-8eb9-84476d18d991");
  }

  @Test
  void linkThatIsAcceptedLateReplaces() throws IOException {
    assertPasses("9b08dade-3571-4152-8a4f-a4f2a873a735");
  }

  private void assertPasses(String test) throws IOException {
    try (SimulatedCloud cloud =
        SimulatedCloud.start(SimulatedCloudOptions.usual().withDefects(LATE))) {
      SimulatedRun.Ended ended =
          new SimulatedRun(dir)
              .run(new Selection(List.of(test), List.of(), List.of()), cloud, () -> {});

      assertThat(ended.record().results())
          .extracting(TestResult::outcome, TestResult::reason)
          .containsExactly(tuple(Outcome.PASSED, ""));
      assertThat(ended.leaks()).isEmpty();
    }
  }
}
