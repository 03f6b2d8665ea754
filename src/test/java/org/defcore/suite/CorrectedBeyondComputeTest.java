package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.defcore.result.Outcome;
import org.defcore.runner.Selection;
import org.defcore.runner.SimulatedRun;
import org.defcore.runner.SimulatedRun.Ended;
import org.defcore.simcloud.SimulatedCloud;
import org.defcore.simcloud.SimulatedCloudOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The freedom that the corrected tests of network and object store leave to a cloud. */
class CorrectedBeyondComputeTest {

  private static final String RULES = "4d039863-ba78-45e0-8ffe-85ccfe2791eb";
  private static final String ADDRESS = "a1dce35b-60fc-4b2f-9d5d-3a9bd4c7e116";
  private static final String EXPIRY = "346b80d1-42c2-4f88-9f1d-7608f3fa85ec";

  @TempDir Path dir;

  @Test
  void refusalsMayBeInAnyWords() throws IOException {
    List<String> words =
        List.of(
            "network.security-group-rules.create.set=/NeutronError/message:\"Nein.\"",
            "network.security-group-rules.create.drop=type");

    assertThatItPasses(new SimulatedRun(dir).run(selected(RULES), words));
  }

  @Test
  void conflictsMayBeOfAnyType() throws IOException {
    List<String> type =
        List.of(
            "network.ports.create.after=1",
            "network.ports.create.set=/NeutronError/type:\"Conflict\"");

    assertThatItPasses(new SimulatedRun(dir).run(selected(ADDRESS), type));
  }

  @ParameterizedTest
  @ValueSource(longs = {-20, 20})
  void theClockOfTheCloudMayBeWrong(long minutes) throws IOException {
    SimulatedCloudOptions options =
        SimulatedCloudOptions.usual()
            .withPassword("pa55-w0rd-of-demo")
            .withClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));
    try (SimulatedCloud cloud = SimulatedCloud.start(options)) {
      assertThatItPasses(new SimulatedRun(dir).run(selected(EXPIRY), cloud, () -> {}));
    }
  }

  private static Selection selected(String id) {
    return new Selection(List.of(id), List.of(), List.of());
  }

  private static void assertThatItPasses(Ended ended) {
    assertThat(ended.record().results())
        .singleElement()
        .satisfies(it -> assertThat(it.outcome()).as(it.reason()).isEqualTo(Outcome.PASSED));
    assertThat(ended.leaks()).isEmpty();
    assertThat(ended.remains()).isEmpty();
  }
}
