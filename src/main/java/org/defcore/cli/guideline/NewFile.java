package org.defcore.cli.guideline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.defcore.cli.console.Console;
import org.defcore.yaml.FileFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option for a file that must not be there yet. */
final class NewFile {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "New file to write it to. Default: standard output.")
  private @Nullable Path out;

  /**
   * Writes the guideline, and tells on standard error what to do next if that goes to a file.
   *
   * @param check subcommand that checks it
   * @param work folder that a relative path starts from
   */
  void write(String guideline, String check, Path work) {
    Console console = Console.of(spec);
    if (out == null) {
      console.out().print(guideline);
      console.out().flush();
      return;
    }
    try {
      Files.write(
          work.resolve(out),
          guideline.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--out: expected a new file but found \"" + out + "\": name another");
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": cannot be written: " + FileFailure.reason(e), e);
    }
    console
        .err()
        .print("wrote %s: edit it, then: defcore guideline %s %s\n".formatted(out, check, out));
    console.err().flush();
  }
}
