package org.defcore.guideline.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of places that a text has, and of places that it lacks. */
class LinesTest {

  @Test
  void placeThatIsNotThereHasTheLineOfWhatWouldHoldIt() {
    JsonWalk walk = new JsonWalk("{\n\"a\": [\n{},\n{\"b\":\n1}]}".getBytes(UTF_8));
    Lines lines = Lines.of(walk, List.of("", "/a/1/b", "/a/1/c", "/a/7/x", "/z"));

    assertThat(List.of("", "/a/1/b", "/a/1/c", "/a/7/x", "/z").stream().map(lines::of))
        .containsExactly(1, 4, 4, 2, 1);
  }
}
