package org.defcore.store.field;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers that look random and depend on a seed and a subject alone, in whatever order subjects are
 * asked for.
 */
record Chance(long seed) {

  /**
   * @param subject words and numbers, whose hashes are the same in every process
   */
  SplittableRandom of(Object... subject) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + Arrays.hashCode(subject));
  }

  double share(Object... subject) {
    return of(subject).nextDouble();
  }
}
