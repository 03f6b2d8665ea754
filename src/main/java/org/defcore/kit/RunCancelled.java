package org.defcore.kit;

/** The run was told to end while a test was waiting: nothing is said about the test's claim. */
public final class RunCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunCancelled(String doing) {
    super("run cancelled while " + doing);
  }
}
