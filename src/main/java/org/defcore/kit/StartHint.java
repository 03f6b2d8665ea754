package org.defcore.kit;

/** When a test is best started among those of a run; any order gives the same outcomes. */
public enum StartHint {
  /** Others can go on with what it creates. */
  FIRST,
  /** It takes longer than most, and a run lasts as long as the last of its tests. */
  EARLY,
  ANY
}
