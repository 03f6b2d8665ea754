package org.defcore.cli.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import org.defcore.runner.LineProgress;
import org.defcore.runner.Progress;
import org.defcore.runner.TerminalProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Streams of a command: results go to {@code out}, progress to {@code err}. Nothing else writes to
 * the terminal, and words of others cannot control it.
 *
 * @param screen {@code err} as it is, for what moves the cursor
 * @param terminal whether a person watches {@code err} as it goes; {@code bin/defcore} finds out
 */
public record Console(PrintWriter out, PrintWriter err, PrintWriter screen, boolean terminal) {

  public static Console of(@Nullable CommandSpec spec) {
    return of(Objects.requireNonNull(spec).commandLine());
  }

  static Console of(CommandLine line) {
    PrintWriter screen = line.getErr();
    return new Console(
        PlainWriter.over(line.getOut()),
        PlainWriter.over(screen),
        screen,
        Boolean.getBoolean("defcore.terminal"));
  }

  public Progress progress() {
    return terminal ? new TerminalProgress(err, screen, Clock.systemUTC()) : new LineProgress(err);
  }
}
