package org.defcore;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others, by which a test lets them judge. */
public final class Programs {

  private Programs() {}

  /** Exit code of a program, and all that it said. */
  public record Said(int code, String text) {}

  /** Skips the test, with the reason, unless all of them are on the PATH. */
  public static void need(String... names) {
    for (String name : names) {
      boolean installed =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
              .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
      assumeThat(installed).as(name + " is on the PATH").isTrue();
    }
  }

  /** Runs a program in a folder, with a file as its input. */
  public static Said run(Path folder, Path input, String... words) {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(words)))
              .directory(folder.toFile())
              .redirectInput(input.toFile())
              .redirectErrorStream(true)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a line of a shell in a folder. */
  public static Said shell(Path folder, String line) {
    return run(folder, Path.of("/dev/null"), "sh", "-c", line);
  }
}
