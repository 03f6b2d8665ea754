package org.defcore.runner;

import org.defcore.result.TestResult;

/** Tells a person how a run goes on; called by many threads. */
public interface Progress {

  /** Says how many tests there are to come. */
  void begin(int tests);

  /**
   * Says that tests are to run again, after all have ended once.
   *
   * @param attempt which try of these tests it is, from 2
   */
  default void again(int tests, int attempt) {}

  /**
   * Says what became of a test.
   *
   * @param result with all attempts so far
   */
  void ended(TestResult result);

  /** Says one line that is about no test. */
  default void say(String line) {}

  /** Leaves the screen as it should stay. */
  void end();
}
