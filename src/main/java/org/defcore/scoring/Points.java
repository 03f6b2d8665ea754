package org.defcore.scoring;

/**
 * What the scores of a capability come to.
 *
 * @param sum of the weights of the criteria that are met
 */
public record Points(int sum, State state) {

  /** Whether the sum is the last word. */
  public enum State {
    COMPLETE,
    /** A criterion is open. */
    INCOMPLETE,
    /** An ordinary user cannot use it, so that no criterion counts. */
    VETOED
  }

  /**
   * The total as published tabulations write it: 0 for what is vetoed, and the sum so far with a
   * minus sign for what is not scored to its end.
   */
  public int total() {
    return switch (state) {
      case COMPLETE -> sum;
      case INCOMPLETE -> -sum;
      case VETOED -> 0;
    };
  }

  /** Whether it has enough points; what is vetoed or incomplete never has. */
  public boolean reaches(int cutoff) {
    return state == State.COMPLETE && sum >= cutoff;
  }
}
