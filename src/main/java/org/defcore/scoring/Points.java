package org.defcore.scoring;

/**
 * The points of a capability.
 *
 * @param sum of the weights of the criteria that are met
 */
public record Points(int sum, State state) {

  /** Validity of the sum. */
  public enum State {
    COMPLETE,
    /** A criterion is not scored yet. */
    INCOMPLETE,
    /** An ordinary user cannot use it, so that no criterion counts. */
    VETOED
  }

  /**
   * The total as published tabulations write it: 0 for a vetoed capability, and the sum so far with
   * a minus sign for one that is not scored completely.
   */
  public int total() {
    return switch (state) {
      case COMPLETE -> sum;
      case INCOMPLETE -> -sum;
      case VETOED -> 0;
    };
  }

  /** Returns whether the points reach the cutoff, which vetoed or incomplete ones never do. */
  public boolean reaches(int cutoff) {
    return state == State.COMPLETE && sum >= cutoff;
  }
}
