package org.defcore.cli.capability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.defcore.cli.console.CommandTable;
import org.defcore.desk.Installation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code defcore capability}: scores and explains capabilities. */
@Command(mixinStandardHelpOptions = true, description = "Score and explain capabilities.")
public final class CapabilityCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** The command with the subcommand that is called, or with both. */
  public static CommandLine line(Installation installation, Optional<String> called) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("score", () -> new CapabilityScoreCommand(installation));
    commands.put("explain", () -> new CapabilityExplainCommand(installation));
    return new CommandTable(commands).addTo(new CommandLine(new CapabilityCommand()), called);
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "capability: expected one of "
            + spec.subcommands().keySet().stream().sorted().collect(Collectors.joining(", ")));
  }
}
