package org.defcore.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.defcore.cli.console.Console;
import org.defcore.result.RunException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where a document goes. */
public final class FileOutput {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there, not to standard output.")
  private @Nullable Path out;

  /**
   * Refuses the option where it has no effect.
   *
   * @param otherwise what it needs
   */
  public void refuseUnless(String otherwise) {
    if (out != null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--out: expected %s with it".formatted(otherwise));
    }
  }

  /**
   * Writes the document; if that goes to a file, only where it is gets printed.
   *
   * @param what it is called in that line
   * @param work folder that a relative path starts from
   */
  public void write(String document, String what, Path work) {
    Console console = Console.of(spec);
    if (out == null) {
      console.out().print(document);
      console.out().flush();
      return;
    }
    Path file = work.resolve(out);
    try {
      Files.writeString(file, document);
    } catch (IOException e) {
      throw new RunException(
          "--out: expected a file that can be written but found %s: name another".formatted(file));
    }
    console.out().println(what + ": " + file);
  }
}
