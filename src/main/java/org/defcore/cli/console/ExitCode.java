package org.defcore.cli.console;

import org.defcore.report.run.ReportModel;
import org.defcore.verdict.VerdictStatus;

/** Exit codes of the program. */
public final class ExitCode {

  public static final int CONFORMANT = 0;
  public static final int NOT_CONFORMANT = 1;
  public static final int BAD_INPUT = 2;
  public static final int INCONCLUSIVE = 3;
  static final int NO_CLOUD = 4;
  public static final int LEFT_BEHIND = 5;
  static final int INTERNAL = 70;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(VerdictStatus word) {
    return switch (word) {
      case CONFORMANT -> CONFORMANT;
      case NOT_CONFORMANT -> NOT_CONFORMANT;
      case INCONCLUSIVE, NOTHING_REQUIRED -> INCONCLUSIVE;
    };
  }

  /** The code of the verdict that a report is about. */
  public static int of(ReportModel report) {
    return of(report.verdicts().get(0).status());
  }
}
