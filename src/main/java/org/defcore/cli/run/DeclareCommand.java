package org.defcore.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.CloudOption;
import org.defcore.cli.options.OutputOption;
import org.defcore.clouds.CloudConfig;
import org.defcore.desk.Declared;
import org.defcore.desk.Installation;
import org.defcore.report.declaration.ComparedFacts;
import org.defcore.report.declaration.DeclarationSummary;
import org.defcore.yaml.FileFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The vendor's declaration: begins one, checks one, compares one with a run. */
@Command(
    mixinStandardHelpOptions = true,
    description = "Begin and check a declaration of what a cloud is made of.")
final class DeclareCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  DeclareCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "declare: expected one of check, init");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Begin a declaration: looks at the cloud, creates nothing in it, and fills in what it can"
            + " observe.",
        "The rest are placeholders, which \"declare check\" refuses by name."
      })
  int init(
      @Mixin CloudOption cloud,
      @Option(
              names = {"-o", "--out"},
              paramLabel = "FILE",
              description = "New file to write it to.")
          @Nullable Path out) {
    CloudConfig config = cloud.config(installation);
    config.further().unused().forEach(Console.of(spec).err()::println);
    String draft = Declared.begin(config);
    if (out == null) {
      Console.of(spec).out().print(draft);
    } else {
      write(out, draft);
      Console.of(spec)
          .err()
          .print("wrote " + out + ": complete it, then: defcore declare check " + out + "\n");
    }
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Check a declaration; with --run, compare it with what that run observed.",
        "Exits with 2 if it cannot be used, with 1 if something observed contradicts it."
      })
  int check(
      @Parameters(paramLabel = "FILE", description = "The declaration.") Path file,
      @Option(names = "--run", paramLabel = "RUN", description = "Folder of a run.")
          @Nullable Path run,
      @Mixin OutputOption output) {
    Declared declared = Declared.read(installation.work().resolve(file), file.toString());
    if (run == null) {
      DeclarationSummary summary = DeclarationSummary.of(declared.declaration().orElseThrow());
      output.print(installation.work(), () -> summary.lines(file), () -> summary);
      return ExitCode.CONFORMANT;
    }
    ComparedFacts table = declared.beside(installation.run(run), installation.catalogue());
    if (output.json()) {
      table.fileProblems().forEach(Console.of(spec).err()::println);
    }
    output.print(installation.work(), table::lines, table::values);
    return table.hasMismatch() ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT;
  }

  private void write(Path out, String draft) {
    try {
      Files.writeString(installation.work().resolve(out), draft, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new ParameterException(
          subcommand("init"), "--out: expected a new file but found \"" + out + "\": name another");
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": cannot be written: " + FileFailure.reason(e), e);
    }
  }

  private CommandLine subcommand(String name) {
    return Objects.requireNonNull(spec.subcommands().get(name), name);
  }
}
