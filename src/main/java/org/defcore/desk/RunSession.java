package org.defcore.desk;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.capability.Catalogue;
import org.defcore.kit.Leaks.Leak;
import org.defcore.report.run.ReportModel;
import org.defcore.result.Outcome;
import org.defcore.result.RunFolder;
import org.defcore.result.RunLock;
import org.defcore.result.TestResult;
import org.defcore.runner.CloudRun;
import org.defcore.runner.Planner;
import org.defcore.runner.Progress;
import org.defcore.runner.RunOrder;
import org.defcore.runner.StoppedRun;
import org.defcore.runner.SuiteIndex;

/** One run, from the order to the reports in its folder; another thread may cancel it. */
public final class RunSession {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final RunReports reports;
  private final Declared declared;
  private final CloudRun run;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  public RunSession(Installation installation, Board board, Declared declared) {
    SuiteIndex suite = SuiteIndex.read();
    Catalogue catalogue = installation.catalogue();
    Planner planner = new Planner(catalogue, suite, declared.offer());
    this.reports = new RunReports(installation, catalogue, board);
    this.declared = declared;
    this.run = new CloudRun(planner, suite, Installation.version(), Clock.systemUTC());
  }

  /** Default folder of a run, relative to the working folder. */
  public static Path usualFolder(String prefix) {
    return Path.of("reports", "runs", prefix + STAMP.format(Clock.systemUTC().instant()));
  }

  /**
   * The end of a run.
   *
   * @param left lines about what could not be removed from the cloud again
   */
  public record Ended(RunFolder folder, ReportModel report, List<String> left, boolean cancelled) {

    public Ended {
      left = List.copyOf(left);
    }

    /** Returns whether every implemented test passed and nothing is left in the cloud. */
    public boolean faultless() {
      return left.isEmpty()
          && report.run().results().stream()
              .map(TestResult::outcome)
              .allMatch(it -> it == Outcome.PASSED || it == Outcome.NOT_IMPLEMENTED);
    }
  }

  /**
   * Runs, and writes the reports.
   *
   * @param path of a new or empty folder
   */
  public Ended run(RunOrder order, Path path, Progress progress) {
    RunFolder folder = RunFolder.reserve(path);
    try {
      return ended(order, folder, RunLock.hold(folder, () -> begin(order, folder, progress)));
    } catch (RuntimeException e) {
      folder.dropIfEmpty();
      throw e;
    }
  }

  private List<String> begin(RunOrder order, RunFolder folder, Progress progress) {
    declared.text().ifPresent(it -> folder.write(RunFolder.DECLARATION, it));
    return run.run(order, folder, progress).stream().map(Leak::toString).toList();
  }

  /**
   * Goes on with a run that stopped, and writes the reports.
   *
   * @param name of the run as the user wrote it
   */
  public Ended resume(RunOrder order, RunFolder folder, String name, Progress progress) {
    return ended(
        order,
        folder,
        RunLock.hold(folder, () -> run.resume(order, StoppedRun.of(folder, name), progress)));
  }

  private Ended ended(RunOrder order, RunFolder folder, List<String> left) {
    folder.seal();
    ReportModel report =
        reports.write(folder, order.requirements().guideline(), order.requirements().target());
    return new Ended(folder, report, left, cancelled.get());
  }

  /** Begins no new test; those under way end and clean up, and the reports are written. */
  public void cancel() {
    cancelled.set(true);
    run.cancel();
  }
}
