package org.defcore.declaration.compare;

/**
 * One thing that was declared, beside what was seen of it.
 *
 * @param what in words for people who know clouds but not this program
 * @param observed empty if nothing was
 * @param source call or file that told it; empty if nothing did
 * @param why the standing is what it is, one sentence
 */
public record ComparedFact(
    String what, String declared, String observed, Standing standing, String source, String why) {

  /** How what was declared and what was observed go together. */
  public enum Standing {
    MATCH,
    MISMATCH,
    /** Nothing that was seen decides it. */
    UNOBSERVABLE
  }
}
