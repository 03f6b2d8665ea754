package org.defcore.cli.options;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.defcore.runner.RunOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for concurrency, order, waiting and retries. */
public final class PaceOptions {

  private static final int MOST_AT_A_TIME = 32;
  private static final int MOST_RETRIES = 10;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private int concurrency = 4;
  private int retries;
  private OptionalLong shuffle = OptionalLong.empty();
  private Optional<Duration> wait = Optional.empty();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "Tests at a time, 1 to 32. Default: ${DEFAULT-VALUE}.")
  public void concurrency(int tests) {
    if (tests < 1 || tests > MOST_AT_A_TIME) {
      throw bad("--concurrency: expected 1 to " + MOST_AT_A_TIME + " but found " + tests);
    }
    concurrency = tests;
  }

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "How often a test that ended failed or error is run again, at the end, 0 to 10; if it"
              + " passes then it is flaky. Default: ${DEFAULT-VALUE}.")
  public void retries(int times) {
    if (times < 0 || times > MOST_RETRIES) {
      throw bad("--retries: expected 0 to " + MOST_RETRIES + " but found " + times);
    }
    retries = times;
  }

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      description =
          "Start the tests in a random order, the same for the same number: to find out whether"
              + " outcomes depend on it.")
  void shuffle(long seed) {
    shuffle = OptionalLong.of(seed);
  }

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "Longest wait for a state of the cloud, at least 1. Default: 300.")
  void waiting(int seconds) {
    if (seconds < 1) {
      throw bad("--wait: expected at least 1 second but found " + seconds);
    }
    wait = Optional.of(Duration.ofSeconds(seconds));
  }

  /**
   * The pace that the options ask for.
   *
   * @param usual the longest wait unless the user gave one
   */
  public RunOrder.Pace pace(Duration usual) {
    return new RunOrder.Pace(concurrency, wait.orElse(usual), retries, shuffle);
  }

  private ParameterException bad(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
