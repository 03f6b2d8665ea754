package org.defcore.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How fast to go, and how long to wait. */
final class PaceOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "4",
      description = "Tests at a time, 1 to 32. Default: ${DEFAULT-VALUE}.")
  private int concurrency = 4;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "Longest wait for a state of the cloud, at least 1. Default: 300.")
  private @Nullable Integer seconds;

  int concurrency() {
    if (concurrency < 1 || concurrency > 32) {
      throw bad("--concurrency: expected 1 to 32 but found " + concurrency);
    }
    return concurrency;
  }

  Duration patience(Duration usual) {
    if (seconds == null) {
      return usual;
    }
    if (seconds < 1) {
      throw bad("--wait: expected at least 1 second but found " + seconds);
    }
    return Duration.ofSeconds(seconds);
  }

  private ParameterException bad(String message) {
    return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), message);
  }
}
