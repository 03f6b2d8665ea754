package org.defcore.cli.guideline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.desk.Installation;
import org.defcore.guideline.draft.GuidelineDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore guideline new}: the next draft of a guideline. */
@Command(
    mixinStandardHelpOptions = true,
    description = {
      "Write the next draft of a guideline of schema 2.0, to be edited.",
      "Flags are dropped; what was advisory is required, what was deprecated is removed, and what"
          + " was removed is gone. Order and layout of the file stay as they are."
    })
final class GuidelineNewCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "ID",
      required = true,
      description = "Name or file of the guideline before.")
  private String from = "";

  @Option(
      names = "--id",
      paramLabel = "NEWID",
      description = "Id of the draft. Default: that of the next June or November.")
  private @Nullable String id;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "New file to write it to. Default: standard output.")
  private @Nullable Path out;

  GuidelineNewCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Path file = installation.guidelines().locate(from);
    String draft = GuidelineDraft.of(from, bytes(file), Optional.ofNullable(id));
    Console console = Console.of(spec);
    if (out == null) {
      console.out().print(draft);
      console.out().flush();
    } else {
      write(out, draft);
      console
          .err()
          .print("wrote " + out + ": edit it, then: defcore guideline validate " + out + "\n");
      console.err().flush();
    }
    return ExitCode.CONFORMANT;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + e, e);
    }
  }

  private void write(Path target, String draft) {
    try {
      Files.write(
          installation.work().resolve(target),
          draft.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--out: expected a new file but found \"" + target + "\": name another");
    } catch (IOException e) {
      throw new UncheckedIOException(target + ": cannot be written: " + e, e);
    }
  }
}
