package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WaitTimesTest {

  private final WaitTimes waits = new WaitTimes();

  private void add(String kind, long... seconds) {
    LongStream.of(seconds).mapToObj(Duration::ofSeconds).forEach(it -> waits.add(kind, it));
  }

  @Test
  void remembersTheLastOfEachKind() {
    add("server booted", 3, 9, 4);
    add("server gone", 1);

    assertThat(waits.last("server booted")).hasSeconds(4);
    assertThat(waits.last("server gone")).hasSeconds(1);
    assertThat(waits.last("volume gone")).isZero();
  }

  @Test
  void middlesEachKind() {
    add("b", 3, 9, 4);
    add("a", 2, 1);

    assertThat(waits.medians())
        .containsExactly(
            org.assertj.core.api.Assertions.entry("a", Duration.ofSeconds(2)),
            org.assertj.core.api.Assertions.entry("b", Duration.ofSeconds(4)));
  }

  @Test
  void forgetsWaitsOfNoKind() {
    add("", 3);

    assertThat(waits.last("")).isZero();
    assertThat(waits.medians()).isEmpty();
  }
}
