package org.defcore.cli;

import org.defcore.verdict.VerdictStatus;

/** What the program says to the shell. */
final class ExitCode {

  static final int CONFORMANT = 0;
  static final int NOT_CONFORMANT = 1;
  static final int BAD_INPUT = 2;
  static final int INCONCLUSIVE = 3;
  static final int NO_CLOUD = 4;
  static final int LEFT_BEHIND = 5;
  static final int INTERNAL = 70;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(VerdictStatus word) {
    return switch (word) {
      case CONFORMANT -> CONFORMANT;
      case NOT_CONFORMANT -> NOT_CONFORMANT;
      case INCONCLUSIVE, NOTHING_REQUIRED -> INCONCLUSIVE;
    };
  }
}
