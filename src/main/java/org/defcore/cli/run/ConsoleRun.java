package org.defcore.cli.run;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.defcore.cli.console.Console;
import org.defcore.cli.console.ExitCode;
import org.defcore.desk.RunSession;
import org.defcore.report.run.ReportFormat;
import org.defcore.report.run.TextSummary;
import org.defcore.result.RunFolder;
import org.defcore.runner.Progress;
import org.defcore.runner.RunOrder;

/** A run from the command line: it ends in order on Ctrl-C, and its summary is printed. */
final class ConsoleRun {

  private static final long PATIENCE_SECONDS = 60;

  private final RunSession session;
  private final Console console;
  private final CountDownLatch ended = new CountDownLatch(1);

  ConsoleRun(RunSession session, Console console) {
    this.session = session;
    this.console = console;
  }

  RunSession.Ended run(RunOrder order, Path path) {
    return run(path, it -> session.run(order, path, it));
  }

  /** Goes on with a run that stopped. */
  RunSession.Ended resume(RunOrder order, RunFolder folder, String name) {
    return run(folder.path(), it -> session.resume(order, folder, name, it));
  }

  private RunSession.Ended run(Path path, Function<Progress, RunSession.Ended> work) {
    Thread hook = new Thread(this::interrupt, "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      RunSession.Ended end = work.apply(console.progress());
      print(end, path);
      return end;
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  static int exitCode(RunSession.Ended end) {
    if (end.cancelled()) {
      return ExitCode.INTERRUPTED;
    }
    return end.left().isEmpty() ? ExitCode.of(end.report()) : ExitCode.LEFT_BEHIND;
  }

  private void print(RunSession.Ended end, Path path) {
    new TextSummary(end.report()).lines().forEach(console.out()::println);
    console.out().println("report: " + end.folder().path().resolve(ReportFormat.HTML.fileName()));
    end.left().forEach(it -> console.err().println(it));
    if (!end.left().isEmpty()) {
      console.err().println("remove it with: defcore cleanup " + path);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being ended, and the hook is what saw to it.
    }
  }

  private void interrupt() {
    console.err().println();
    console.err().println("defcore: interrupted: ending the tests under way and cleaning up");
    console.err().flush();
    session.cancel();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        console.err().println("defcore: gave up waiting: clean up with defcore cleanup");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
