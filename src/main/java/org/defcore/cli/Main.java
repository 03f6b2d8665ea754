package org.defcore.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.defcore.cli.bundle.BundleCommands;
import org.defcore.cli.capability.CapabilityCommand;
import org.defcore.cli.console.CommandTable;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ErrorHandler;
import org.defcore.cli.console.ExitCode;
import org.defcore.cli.console.PlainStream;
import org.defcore.cli.guideline.GuidelineCommand;
import org.defcore.cli.run.RunCommands;
import org.defcore.cli.store.StoreCommands;
import org.defcore.desk.Installation;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point: {@code defcore COMMAND …}. */
@Command(
    name = "defcore",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Interoperability test harness for OpenStack clouds.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:conformant, or done",
      "1:not conformant, the compared clouds differ, or a guideline or a bundle does not stand a check",
      "2:bad usage or input",
      "3:inconclusive",
      "4:cloud or monitor not reachable, or login refused",
      "5:resources left behind in the cloud",
      "70:internal error",
      "130:interrupted"
    })
public final class Main implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  /** Explains another command. */
  private static final String HELP = "help";

  /** Writes a script about all commands. */
  private static final String COMPLETION = "completion";

  /** Commands that need all others. */
  private static final Set<String> OF_ALL = Set.of(HELP, COMPLETION);

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  @SuppressWarnings("UnusedVariable") // ErrorHandler asks the parsed command line for it.
  private boolean debug;

  private Main() {}

  /** The version line. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"defcore " + Installation.version()};
    }
  }

  /** Prints the help: a call without a command is the question which ones there are. */
  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().usage(Console.of(spec).out());
    return ExitCode.CONFORMANT;
  }

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // For the log, and for what the JVM prints of a thread that died.
    System.setErr(PlainStream.over(err));
    int code = commandLine(Installation.current(), out, err, arguments).execute(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * The command line for these arguments.
   *
   * @param arguments none for one that has every command
   */
  static CommandLine commandLine(
      Installation installation, PrintWriter out, PrintWriter err, String... arguments) {
    List<String> words = Stream.of(arguments).filter(it -> !it.equals("--debug")).toList();
    CommandLine line =
        commands(installation, words.stream().skip(1).findFirst())
            .addTo(
                new CommandLine(new Main()),
                words.stream().findFirst().filter(it -> !OF_ALL.contains(it)));
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler(ErrorHandler::badUsage);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> ErrorHandler.failed(failure, command));
    line.setExecutionStrategy(ErrorHandler::execute);
    return line;
  }

  private static CommandLine completion() {
    return new CommandLine(new AutoComplete.GenerateCompletion()).setCommandName(COMPLETION);
  }

  private static CommandLine help() {
    CommandLine line = new CommandLine(new CommandLine.HelpCommand());
    line.getCommandSpec()
        .usageMessage()
        .header(new String[0])
        .synopsisHeading("Usage: ")
        .description("Show the help of a command.");
    return line;
  }

  private static CommandTable commands(Installation installation, Optional<String> second) {
    Map<String, Supplier<Object>> all = new LinkedHashMap<>();
    all.put("guideline", () -> GuidelineCommand.line(installation, second));
    all.put("capability", () -> CapabilityCommand.line(installation, second));
    all.putAll(RunCommands.all(installation));
    all.putAll(BundleCommands.all(installation, second));
    all.putAll(StoreCommands.all(installation, second));
    all.put(COMPLETION, Main::completion);
    all.put(HELP, Main::help);
    return new CommandTable(all);
  }
}
