package org.defcore.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import org.defcore.bundle.BundleException;
import org.defcore.clouds.CloudException;
import org.defcore.desk.MonitorException;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Nearest;
import org.defcore.http.NoAnswer;
import org.defcore.result.RunException;
import org.defcore.runner.SelectionException;
import org.defcore.signature.SshKeyException;
import org.defcore.simcloud.defect.DefectException;
import org.defcore.store.StoreException;
import org.defcore.yaml.FileFailure;
import org.defcore.yaml.UnusableFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns what a command threw into one clear line and the right exit code. A file with many problems
 * gets a line for each, after one that says how many.
 */
public final class ErrorHandler {

  private ErrorHandler() {}

  public static int badUsage(ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    String help = line.getCommandSpec().qualifiedName() + " --help";
    say(
        Console.of(line).err(),
        problem instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().get(0), line.getCommandSpec()) + " See " + help
            : oneLine(problem) + ": see " + help);
    return ExitCode.BAD_INPUT;
  }

  private static String unknown(String word, CommandSpec command) {
    if (word.startsWith("-")) {
      List<String> names =
          command.options().stream()
              .filter(it -> !it.hidden())
              .map(OptionSpec::longestName)
              .toList();
      return "unknown option \"%s\".%s".formatted(word, Nearest.question(word, names));
    }
    Set<String> names = command.subcommands().keySet();
    return names.isEmpty()
        ? "unexpected argument \"%s\".".formatted(word)
        : "unknown command \"%s\".%s".formatted(word, Nearest.question(word, names));
  }

  /** Runs the command; also what the JVM itself throws must not end with the code of a verdict. */
  public static int execute(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      CommandLine line = parsed.commandSpec().commandLine();
      return broken(e, Console.of(line).err(), debug(line));
    }
  }

  /** Prints the cause of the failure, and returns the exit code. */
  public static int failed(Exception failure, CommandLine line) {
    PrintWriter err = Console.of(line).err();
    boolean debug = debug(line);
    if (code(failure) == ExitCode.INTERNAL) {
      return broken(failure, err, debug);
    }
    if (debug) {
      failure.printStackTrace(err);
    }
    say(err, hasManyProblems(failure) ? lines(failure) : oneLine(failure));
    return code(failure);
  }

  private static int broken(Throwable failure, PrintWriter err, boolean debug) {
    if (debug) {
      failure.printStackTrace(err);
    }
    String what = failure.getClass().getSimpleName() + ": " + oneLine(failure);
    String then = debug ? "please report it with the lines above" : "for details add --debug";
    say(err, "internal error: " + what + ": " + then);
    return ExitCode.INTERNAL;
  }

  private static void say(PrintWriter err, String message) {
    err.print("defcore: " + message + "\n");
    err.flush();
  }

  /** Returns whether the message may have a line for each problem. */
  private static boolean hasManyProblems(Exception failure) {
    return failure instanceof GuidelineException
        || failure instanceof UnusableFile
        || failure instanceof SelectionException;
  }

  private static String oneLine(Throwable failure) {
    return lines(failure).replaceAll("\\s*\\n\\s*", " ").strip();
  }

  private static String lines(Throwable failure) {
    if (failure instanceof FileSystemException system) {
      return system.getFile() + ": " + FileFailure.reason(system);
    }
    if (failure instanceof UncheckedIOException unchecked
        && unchecked.getCause() instanceof FileSystemException cause
        && cause.toString().equals(unchecked.getMessage())) {
      return lines(cause);
    }
    return String.valueOf(failure.getMessage()).replaceAll("\\R", "\n");
  }

  /** The option stands before or behind the command, and may be read by either. */
  private static boolean debug(CommandLine line) {
    for (CommandLine at = line; at != null; at = at.getParent()) {
      ParseResult result = at.getParseResult();
      if (result != null && result.matchedOptionValue("--debug", false)) {
        return true;
      }
    }
    return false;
  }

  private static int code(Exception failure) {
    if (failure instanceof CloudException cloud) {
      return switch (cloud.kind()) {
        case CONFIGURATION -> ExitCode.BAD_INPUT;
        case CLOUD -> ExitCode.NO_CLOUD;
      };
    }
    if (failure instanceof MonitorException monitor) {
      return switch (monitor.kind()) {
        case INPUT -> ExitCode.BAD_INPUT;
        case MONITOR -> ExitCode.NO_CLOUD;
      };
    }
    if (failure instanceof NoAnswer) {
      return ExitCode.NO_CLOUD;
    }
    return isAboutInput(failure) ? ExitCode.BAD_INPUT : ExitCode.INTERNAL;
  }

  /** Files that cannot be read or written are input, too: the user named them. */
  private static boolean isAboutInput(Exception failure) {
    return failure instanceof GuidelineException
        || failure instanceof UnusableFile
        || failure instanceof RunException
        || failure instanceof BundleException
        || failure instanceof StoreException
        || failure instanceof SelectionException
        || failure instanceof SshKeyException
        || failure instanceof DefectException
        || failure instanceof UncheckedIOException
        || failure instanceof IOException;
  }
}
