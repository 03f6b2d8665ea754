package org.defcore.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.capability.Catalogue;
import org.defcore.kit.Leaks.Leak;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.TestResult;
import org.defcore.runner.CloudRun;
import org.defcore.runner.Planner;
import org.defcore.runner.RunOrder;
import org.defcore.runner.SuiteIndex;

/** One run from the command line: runs, survives Ctrl-C, reports, and says what it came to. */
final class RunSession {

  private static final long PATIENCE_SECONDS = 60;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Installation installation;
  private final Console console;
  private final Board board;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  RunSession(Installation installation, Console console, Board board) {
    this.installation = installation;
    this.console = console;
    this.board = board;
  }

  /** Where a run goes that was not told where to go, from the working folder on. */
  static Path usualFolder(String prefix) {
    return Path.of("reports", "runs", prefix + STAMP.format(Clock.systemUTC().instant()));
  }

  /** What a run came to. */
  record Ended(RunReports.Result result, List<Leak> leaks, boolean interrupted) {

    int exitCode() {
      if (interrupted) {
        return ExitCode.INTERRUPTED;
      }
      return leaks.isEmpty() ? result.exitCode() : ExitCode.LEFT_BEHIND;
    }

    /** Whether every test that the suite has passed, and the cloud is as it was. */
    boolean faultless() {
      return leaks.isEmpty()
          && result.run().results().stream()
              .map(TestResult::outcome)
              .allMatch(it -> it == Outcome.PASSED || it == Outcome.NOT_IMPLEMENTED);
    }
  }

  Ended run(RunOrder order, Declared declared, Path path) {
    Catalogue catalogue = installation.catalogue();
    SuiteIndex suite = SuiteIndex.read();
    CloudRun run =
        new CloudRun(
            new Planner(catalogue, suite, declared.offer()),
            suite,
            Installation.version(),
            Clock.systemUTC());
    RunFolder folder = RunFolder.reserve(path);
    declared.text().ifPresent(it -> folder.write(RunFolder.DECLARATION, it));
    Thread hook = new Thread(() -> interrupt(run), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      List<Leak> leaks = begin(run, order, folder);
      RunReports reports = new RunReports(installation, catalogue, board);
      RunReports.Result result =
          reports.write(
              folder, order.requirements().guideline(), order.requirements().target().key());
      result.print(console.out());
      leaks.forEach(it -> console.err().println("left behind: " + it.entry() + ": " + it.why()));
      if (!leaks.isEmpty()) {
        console.err().println("remove it with: defcore cleanup " + path);
      }
      return new Ended(result, leaks, interrupted.get());
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is being ended, and the hook is what saw to it.
    }
  }

  private List<Leak> begin(CloudRun run, RunOrder order, RunFolder folder) {
    try {
      return run.run(order, folder, console.progress());
    } catch (RuntimeException e) {
      folder.dropIfEmpty();
      throw e;
    }
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
