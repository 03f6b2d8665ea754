package org.defcore.kit;

/** The best time to start a test within a run; any order gives the same outcomes. */
public enum StartHint {
  /** Others can go on with what it creates. */
  FIRST,
  /** It takes longer than most, and a run lasts as long as the last of its tests. */
  EARLY,
  ANY
}
