package org.defcore.capability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTest {

  @Test
  void readsAWordAloneOrWithItsDetail() {
    assertThat(Need.parse("second-project")).contains(new Need(Need.Kind.SECOND_PROJECT, ""));
    assertThat(Need.parse(" microversion  compute 2.2 "))
        .contains(new Need(Need.Kind.MICROVERSION, "compute 2.2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "reader", "second project", "Image", "image large", "service", "extension "})
  void doesNotReadAnythingElse(String text) {
    assertThat(Need.parse(text)).isEmpty();
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(Need.parse("extension ext-gw-mode"))
        .map(Need::toString)
        .contains("extension ext-gw-mode");
    assertThat(Need.parse("admin")).map(Need::toString).contains("admin");
  }
}
