package org.defcore.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.capability.Catalogue;
import org.defcore.kit.Leaks.Leak;
import org.defcore.result.RunFolder;
import org.defcore.runner.CloudRun;
import org.defcore.runner.Planner;
import org.defcore.runner.SuiteIndex;

/** One run from the command line: runs, survives Ctrl-C, reports, and says what it came to. */
final class RunSession {

  private static final long PATIENCE_SECONDS = 60;

  private final Installation installation;
  private final Console console;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  RunSession(Installation installation, Console console) {
    this.installation = installation;
    this.console = console;
  }

  /**
   * @return the exit code
   */
  int run(CloudRun.Order order, Path path) {
    Catalogue catalogue = installation.catalogue();
    SuiteIndex suite = SuiteIndex.read();
    CloudRun run =
        new CloudRun(
            new Planner(catalogue, suite), suite, Installation.version(), Clock.systemUTC());
    RunFolder folder = RunFolder.reserve(path);
    Thread hook = new Thread(() -> interrupt(run), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      List<Leak> leaks = begin(run, order, folder);
      RunReports reports = new RunReports(installation, catalogue);
      RunReports.Result result = reports.write(folder, order.guideline(), order.target().key());
      result.print(console.out());
      leaks.forEach(it -> console.err().println("left behind: " + it.entry() + ": " + it.why()));
      if (!leaks.isEmpty()) {
        console.err().println("remove it with: defcore cleanup " + path);
      }
      return exitCode(leaks, result);
    } finally {
      ended.countDown();
      if (!interrupted.get()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  private List<Leak> begin(CloudRun run, CloudRun.Order order, RunFolder folder) {
    try {
      return run.run(order, folder, console.progress());
    } catch (RuntimeException e) {
      folder.dropIfEmpty();
      throw e;
    }
  }

  private int exitCode(List<Leak> leaks, RunReports.Result result) {
    if (interrupted.get()) {
      return ExitCode.INTERRUPTED;
    }
    return leaks.isEmpty() ? result.exitCode() : ExitCode.LEFT_BEHIND;
  }

  /** On Ctrl-C: no new test begins; those under way end and clean up; the report is written. */
  private void interrupt(CloudRun run) {
    interrupted.set(true);
    console.err().println();
    console.err().println("defcore: interrupted: ending the tests under way and cleaning up");
    console.err().flush();
    run.cancel();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        console.err().println("defcore: gave up waiting: clean up with defcore cleanup");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
