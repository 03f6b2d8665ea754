package org.defcore.declaration.compare;

/**
 * One declared fact beside the observed one.
 *
 * @param what in words for people who know clouds but not this program
 * @param observed empty if there is no observation
 * @param source call or file of the observation; empty if there is none
 * @param why reason for the standing, one sentence
 */
public record ComparedFact(
    String what, String declared, String observed, Standing standing, String source, String why) {

  /** Result of the comparison of a declared and an observed fact. */
  public enum Standing {
    MATCH,
    MISMATCH,
    /** No observation decides it. */
    UNOBSERVABLE
  }
}
