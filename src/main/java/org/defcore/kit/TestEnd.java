package org.defcore.kit;

/** How that ended which a clean-up belongs to. */
public enum TestEnd {
  /** What was claimed holds, so whatever was used is as the test says that it leaves it. */
  PASSED,
  /** Nobody knows in what state things are. */
  BROKE
}
