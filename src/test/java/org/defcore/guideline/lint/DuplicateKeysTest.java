package org.defcore.guideline.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys that occur twice in one object, and keys that only seem to. */
class DuplicateKeysTest {

  @Test
  void sameKeyInAnotherObjectIsNoDuplicate() {
    assertThat(
            DuplicateKeys.in(
                new JsonWalk("{\"a\": {\"a\": [{\"a\": 1}, {\"a\": 1}]}}".getBytes(UTF_8))))
        .isEmpty();
    assertThat(DuplicateKeys.in(new JsonWalk("[{\"a/b\": 1,\n\"a/b\": 2}]".getBytes(UTF_8))))
        .containsExactly(new DuplicateKeys.Duplicate("/0/a~1b", 2, 1));
  }
}
