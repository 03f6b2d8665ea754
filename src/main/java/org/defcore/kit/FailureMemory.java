package org.defcore.kit;

/** A shared fixture that remembers what it could not make. */
public interface FailureMemory {

  /** Lets the next who asks try again. */
  void forgetFailures();
}
