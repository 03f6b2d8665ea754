package org.defcore.cli.bundle;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.defcore.bundle.Bundle;
import org.defcore.cli.console.CommandTable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.options.OutputOption;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A run and its verdicts in one file, in tiers that can be given away one by one. */
@Command(
    mixinStandardHelpOptions = true,
    description = "Make, show, share and sign bundles: a run and its verdicts in one file.")
final class BundleCommand implements Callable<Integer> {

  private final Installation installation;

  @Spec private @Nullable CommandSpec spec;

  BundleCommand(Installation installation) {
    this.installation = installation;
  }

  static CommandLine line(Installation installation, Optional<String> called) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("create", () -> new BundleCreateCommand(installation));
    commands.put("sign", () -> new BundleSignCommand(installation));
    CommandLine line = new CommandLine(new BundleCommand(installation));
    return new CommandTable(commands).addTo(line, called);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "bundle: expected one of create, extract, show, sign");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Show what is in a bundle. Its sums have to match; its signatures are not checked.",
        "To check them: defcore verify."
      })
  int show(
      @Parameters(paramLabel = "BUNDLE", description = "File of the bundle.") Path file,
      @Mixin OutputOption output) {
    Bundle bundle = Bundle.open(installation.work().resolve(file));
    BundleSummary summary = new BundleSummary(bundle);
    output.print(installation.work(), summary::lines, summary::json);
    return ExitCode.CONFORMANT;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Write some tiers of a bundle to a new bundle, which can be verified like the first.",
        "It keeps all signatures, as they are over the sums of all tiers."
      })
  int extract(
      @Parameters(paramLabel = "BUNDLE", description = "File of the bundle.") Path file,
      @Mixin TierOption tiers,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "New file of the other bundle.")
          Path out) {
    Path target = installation.work().resolve(out);
    Bundle.open(installation.work().resolve(file)).extract(List.copyOf(tiers.tiers()), target);
    Console.of(spec).out().println("bundle: " + target);
    return ExitCode.CONFORMANT;
  }
}
