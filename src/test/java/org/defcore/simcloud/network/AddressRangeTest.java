package org.defcore.simcloud.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.defcore.simcloud.wire.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24,      10.0.0.0,   10.0.0.255,            10.0.0.0/24",
    "10.0.0.77/28,     10.0.0.64,  10.0.0.79,             10.0.0.64/28",
    "10.0.0.5/32,      10.0.0.5,   10.0.0.5,              10.0.0.5/32",
    "2001:db8::/64,    2001:db8::, 2001:db8::ffff:ffff:ffff:ffff, 2001:db8::/64",
    "::/0,             ::,         ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/0",
  })
  void readsFirstAndLastAddress(String text, String first, String last, String normal) {
    AddressRange range = AddressRange.parse(text).orElseThrow();

    assertThat(range.first()).hasToString(first);
    assertThat(range.last()).hasToString(last);
    assertThat(range).hasToString(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::ffff:10.0.0.1,      ::ffff:10.0.0.1",
    "10.0.0.1,             10.0.0.1"
  })
  void writesAnAddressInItsUsualForm(String text, String usual) {
    assertThat(Address.of(text)).hasToString(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "300.0.0.0/8", "name/24", "", "1::/129"})
  void refusesWhatIsNoRange(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, 10.0.0.128/25, true",
    "10.0.0.128/25, 10.0.0.0/24, true",
    "10.0.0.0/25, 10.0.0.128/25, false",
    "10.0.0.0/8, a00::/8, false",
  })
  void knowsWhatOverlaps(String one, String other, boolean overlaps) {
    assertThat(range(one).overlaps(range(other))).isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
    "fe80:0:0:0:0:0:0:0, fe80::",
  })
  void writesAddressesInTheUsualForm(String text, String usual) {
    assertThat(Address.of(text)).hasToString(usual);
  }

  @Test
  void neighboursFollowEachOther() {
    assertThat(Address.of("10.0.0.255").plus(1)).hasToString("10.0.1.0");
    assertThat(Address.of("10.0.0.1")).isLessThan(Address.of("10.0.0.2"));
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }
}
