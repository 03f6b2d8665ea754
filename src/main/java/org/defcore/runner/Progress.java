package org.defcore.runner;

import org.defcore.result.TestResult;

/** Tells a person how a run goes on; called by many threads. */
public interface Progress {

  /** Says how many tests there are to come. */
  void begin(int tests);

  void ended(TestResult result);

  /** Leaves the screen as it should stay. */
  void end();
}
