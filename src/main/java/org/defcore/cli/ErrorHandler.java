package org.defcore.cli;

import java.io.PrintWriter;
import org.defcore.capability.CatalogueException;
import org.defcore.clouds.CloudException;
import org.defcore.guideline.GuidelineException;
import org.defcore.http.NoAnswer;
import org.defcore.result.RunException;
import org.defcore.runner.SelectionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into one clear line and the right exit code. */
final class ErrorHandler {

  private ErrorHandler() {}

  static int badUsage(ParameterException problem, String[] arguments) {
    CommandLine line = problem.getCommandLine();
    line.getErr().println("defcore: " + problem.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
      line.getErr().println("see: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.BAD_INPUT;
  }

  static int failed(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    boolean debug = parsed.matchedOptionValue("--debug", false) || debug(line);
    if (debug) {
      failure.printStackTrace(err);
    }
    int code = code(failure);
    if (code == ExitCode.INTERNAL) {
      err.println("defcore: internal error: " + failure);
      err.println(debug ? "please report it with the lines above" : "for details add --debug");
    } else {
      err.println("defcore: " + failure.getMessage());
    }
    err.flush();
    return code;
  }

  private static boolean debug(CommandLine line) {
    CommandLine top = line;
    while (top.getParent() != null) {
      top = top.getParent();
    }
    ParseResult result = top.getParseResult();
    return result != null && result.matchedOptionValue("--debug", false);
  }

  private static int code(Exception failure) {
    if (failure instanceof CloudException cloud) {
      return switch (cloud.kind()) {
        case CONFIGURATION -> ExitCode.BAD_INPUT;
        case CLOUD -> ExitCode.NO_CLOUD;
      };
    }
    if (failure instanceof NoAnswer) {
      return ExitCode.NO_CLOUD;
    }
    return failure instanceof GuidelineException
            || failure instanceof CatalogueException
            || failure instanceof RunException
            || failure instanceof SelectionException
        ? ExitCode.BAD_INPUT
        : ExitCode.INTERNAL;
  }
}
