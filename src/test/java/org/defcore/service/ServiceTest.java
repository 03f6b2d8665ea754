package org.defcore.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ServiceTest {

  @Test
  void isFoundByItsWordAndByEverySpelling() {
    assertThat(Service.named("object-store")).contains(Service.OBJECT_STORE);
    assertThat(Service.named("volume")).contains(Service.VOLUME);
    assertThat(Service.named("block-storage")).contains(Service.VOLUME);
    assertThat(Service.named("metering")).isEmpty();
  }

  @Test
  void noSpellingBelongsToTwo() {
    assertThat(Arrays.stream(Service.values()).flatMap(it -> it.spellings().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void wordsAreSorted() {
    assertThat(Service.words())
        .isSorted()
        .hasSize(Service.values().length)
        .contains("compute", "object-store");
  }
}
