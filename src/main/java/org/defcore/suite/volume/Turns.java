package org.defcore.suite.volume;

import java.util.concurrent.Semaphore;
import org.defcore.kit.Cleanup;

/**
 * Something that tests change, one after the other.
 *
 * @param value to be looked at by all, and changed by the test whose turn it is
 */
record Turns<T>(T value, Semaphore free) {

  static <T> Turns<T> of(T value) {
    return new Turns<>(value, new Semaphore(1));
  }

  /** Waits for its turn, which lasts until the test ends. */
  T take(Cleanup test) {
    free.acquireUninterruptibly();
    test.afterwards(ending -> free.release());
    return value;
  }
}
