package org.defcore.kit;

/** The end of the test or fixture that a clean-up belongs to. */
public enum TestEnd {
  /** The claim holds, so the used resources are in the state that the test leaves them in. */
  PASSED,
  /** Nobody knows in what state things are. */
  BROKE
}
