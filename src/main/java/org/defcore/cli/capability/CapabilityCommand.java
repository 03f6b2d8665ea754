package org.defcore.cli.capability;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.defcore.desk.Installation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore capability}: scores and explains capabilities. */
@Command(
    name = "capability",
    mixinStandardHelpOptions = true,
    description = "Score and explain capabilities.")
public final class CapabilityCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine line(Installation installation) {
    return new CommandLine(new CapabilityCommand())
        .addSubcommand(new CapabilityScoreCommand(installation))
        .addSubcommand(new CapabilityExplainCommand(installation));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "capability: expected one of "
            + spec.subcommands().keySet().stream().sorted().collect(Collectors.joining(", ")));
  }
}
