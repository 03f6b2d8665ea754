package org.defcore.cli.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import org.defcore.runner.LineProgress;
import org.defcore.runner.Progress;
import org.defcore.runner.TerminalProgress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Streams of a command: results go to {@code out}, progress to {@code err}.
 *
 * @param terminal whether a person watches {@code err} as it goes; {@code bin/defcore} finds out
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

  public static Console of(@Nullable CommandSpec spec) {
    var line = Objects.requireNonNull(spec).commandLine();
    return new Console(line.getOut(), line.getErr(), Boolean.getBoolean("defcore.terminal"));
  }

  public Progress progress() {
    return terminal ? new TerminalProgress(err, Clock.systemUTC()) : new LineProgress(err);
  }
}
