package org.defcore.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.0.0.7", "192.168.100.249", "255.255.255.255"})
  void takesFourBytes(String text) {
    assertThat(new IpAddress(text).version()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "fd00::f816:3eff:FE12:1",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::",
        "::ffff:10.0.0.7",
        "1:2:3:4:5:6:10.0.0.7"
      })
  void takesTheSpellingsOfVersionSix(String text) {
    assertThat(new IpAddress(text).version()).isEqualTo(6);
    assertThat(new IpAddress(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4/24",
        " 1.2.3.4",
        "1.2.3.4\n",
        "localhost",
        "16909060",
        ":",
        ":::",
        "1:",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::1",
        "00001::1",
        "g::1",
        "fe80::1%eth0",
        "[::1]",
        ".::1",
        "1.2.3.4:80",
        "::1.2.3.256",
        "::ffff:010.0.0.7",
        "::1\n"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> new IpAddress(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an IP address but found \"%s\"", text);
  }
}
