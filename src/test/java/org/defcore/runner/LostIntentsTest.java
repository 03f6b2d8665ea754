package org.defcore.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.runner.LedgerBench.INTENT;
import static org.defcore.runner.LedgerBench.RUN;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.defcore.clouds.CloudConfig;
import org.defcore.kit.Poll;
import org.defcore.result.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Intents in a ledger whose requests got no answer. */
class LostIntentsTest {

  @TempDir static Path shared;
  private final LedgerBench bench;

  LostIntentsTest() throws IOException {
    bench = new LedgerBench(shared);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void lostIntentStaysOpenUntilLongAfterIt() throws IOException {
    Instant sent = Instant.now();
    RunFolder folder = bench.run(INTENT.formatted(sent, "key-pair", RUN + "-keypair-1"));

    LedgerCleaner.Report report =
        LedgerBench.clean(folder, bench.access.member().config(), Duration.ofSeconds(60));
    assertThat(report.left())
        .singleElement()
        .asString()
        .startsWith(
            "may have been left behind: key-pair " + RUN + "-keypair-1: nothing tells whether")
        .contains("clean up again after " + sent.plusSeconds(300).toString().substring(0, 19));

    bench.keyPair(RUN + "-keypair-1");
    assertThat(bench.clean(folder).removed()).containsExactly("key-pair " + RUN + "-keypair-1");
    assertThat(bench.remains()).isEmpty();
    assertThat(bench.clean(folder)).isEqualTo(new LedgerCleaner.Report(List.of(), List.of()));
  }

  /** Time in which four key pairs come shortly before the end of the wait for one. */
  private final class LateArrivals implements Poll.Time {

    private final SteppingTime time = new SteppingTime();
    private final long begun = time.now();
    private boolean come;

    @Override
    public long now() {
      return time.now();
    }

    @Override
    public void pass(Duration pause) {
      time.pass(pause);
      if (!come && now() - begun > Duration.ofMillis(4_600).toNanos()) {
        come = true;
        IntStream.range(0, 4).forEach(it -> bench.keyPair(RUN + "-keypair-" + it));
      }
    }
  }

  @Test
  void lostIntentsAreLookedForTogether() throws IOException {
    String intents =
        IntStream.range(0, 4)
            .mapToObj(it -> INTENT.formatted(Instant.now(), "key-pair", RUN + "-keypair-" + it))
            .collect(Collectors.joining());
    RunFolder folder = bench.run(intents);
    CloudConfig cloud = bench.access.member().config();
    SteppingTime time = new SteppingTime();
    long begun = time.now();

    assertThat(LedgerBench.clean(folder, cloud, Duration.ZERO, time).left())
        .hasSize(4)
        .allMatch(it -> it.startsWith("may have been left behind: key-pair "));
    assertThat(Duration.ofNanos(time.now() - begun))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));

    assertThat(LedgerBench.clean(folder, cloud, Duration.ZERO, new LateArrivals()).removed())
        .hasSize(4);
    assertThat(bench.remains()).isEmpty();
  }
}
