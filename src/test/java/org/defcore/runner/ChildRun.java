package org.defcore.runner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code defcore} in a process of its own, so that it can be killed.
 *
 * @param output all that it wrote to standard output and standard error
 */
public record ChildRun(Process process, Path output) implements AutoCloseable {

  /**
   * Starts it.
   *
   * @param folder where clouds.yaml is, and what it writes goes
   */
  public static ChildRun start(Path folder, String... arguments) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> !it.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddefcore.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                classPath,
                "org.defcore.cli.Main"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(it -> it.startsWith("OS_"));
    builder.environment().put("OS_CLIENT_CONFIG_FILE", folder.resolve("clouds.yaml").toString());
    return new ChildRun(builder.start(), output);
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      throw new AssertionError("still running after five minutes: " + text());
    }
    return process.exitValue();
  }

  public String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
