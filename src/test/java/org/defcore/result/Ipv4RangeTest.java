package org.defcore.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4RangeTest {

  @ParameterizedTest
  @ValueSource(strings = {Ipv4Range.USUAL, "192.168.1.0/24", "10.0.0.0/8", "203.0.113.0/24"})
  void isReadAndWrittenAlike(String text) {
    assertThat(Ipv4Range.parse(text)).map(Ipv4Range::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.100.0.0",
        "10.100.0.0/25",
        "10.0.0.0/7",
        "10.100.0.1/16",
        "10.300.0.0/16",
        "010.1.0.0/16",
        "127.0.0.0/16",
        "169.254.0.0/16",
        "224.0.0.0/8",
        "0.0.0.0/8",
        "fd00::/48",
        "host/16"
      })
  void refusesWhatSubnetsCannotHave(String text) {
    assertThat(Ipv4Range.parse(text)).isEmpty();
  }

  @Test
  void hasPartsAndAddresses() {
    Ipv4Range part = Ipv4Range.parse("10.1.254.0/23").orElseThrow().part(17, 28);

    assertThat(part).hasToString("10.1.255.16/28");
    assertThat(part.address(10)).isEqualTo("10.1.255.26");
  }
}
