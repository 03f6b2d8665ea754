package org.defcore.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {

  @Test
  void readsVariablesInLowerAndUpperCase() {
    ProxyRules rules =
        ProxyRules.of(
            Map.of(
                "http_proxy", "http://plain.example:3128/",
                "HTTP_PROXY", "http://other.example",
                "HTTPS_PROXY", "Secure.example:8080"));

    assertThat(address(rules, "http://cloud.example/v3")).contains("plain.example:3128");
    assertThat(address(rules, "https://cloud.example/v3")).contains("Secure.example:8080");
    assertThat(rules.proxy(URI.create("https://cloud.example")).map(Proxy::setting))
        .contains("HTTPS_PROXY");
    assertThat(address(ProxyRules.of(Map.of("http_proxy", "", "HTTP_PROXY", "x")), "http://a.b"))
        .as("switched off in lower case")
        .isEmpty();
    assertThat(
            address(
                ProxyRules.of(Map.of("HTTP_PROXY", "x", "REQUEST_METHOD", "GET")), "http://a.b"))
        .as("a header of a request to a web server")
        .isEmpty();
  }

  @Test
  void oneVariableMayStandForBoth() {
    ProxyRules rules =
        ProxyRules.of(Map.of("ALL_PROXY", "all.example", "https_proxy", "http://[2001:db8::1]:81"));

    assertThat(address(rules, "http://cloud.example")).contains("all.example:80");
    assertThat(address(rules, "https://cloud.example")).contains("[2001:db8::1]:81");
    assertThat(address(ProxyRules.NONE, "http://cloud.example")).isEmpty();
  }

  @Test
  void decodesUserAndPassword() {
    ProxyRules rules = ProxyRules.of(Map.of("http_proxy", "http://an%40na:p%3As+%40w@p.example:1"));

    Proxy proxy = rules.proxy(URI.create("http://cloud.example")).orElseThrow();
    assertThat(proxy.login()).contains(new Proxy.Login("an@na", "p:s+@w"));
    assertThat(rules.secrets()).containsExactly("p:s+@w");
    assertThat(proxy.address()).isEqualTo("p.example:1");
    assertThat(rules.toString()).doesNotContain("p:s", "an@na");
  }

  @ParameterizedTest
  @CsvSource({
    "https://s3cret:pw@p.example,  a proxy of scheme https",
    "socks5://s3cret:pw@p.example, a proxy of scheme socks5",
    "http://:3128,                 no host",
    "http://s3cret:p w@p.example,  something else",
    "http://s3cret:%zz@p.example,  something else",
  })
  void refusesWhatIsNoProxyWithoutItsPasswordToWhoNeedsIt(String written, String found) {
    ProxyRules rules = ProxyRules.of(Map.of("HTTPS_PROXY", written));

    assertThat(address(rules, "https://localhost")).isEmpty();
    assertThat(address(rules, "http://cloud.example")).isEmpty();
    assertThatExceptionOfType(ProxyException.class)
        .isThrownBy(() -> address(rules, "https://cloud.example"))
        .withMessage(
            "HTTPS_PROXY: expected http://HOST:PORT but found "
                + found
                + ": correct or unset it; special characters of a password are written as %40");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:5000",
        "http://api.localhost",
        "http://127.0.0.1:5000",
        "http://127.20.0.3",
        "http://[::1]:5000/v3"
      })
  void neverAsksThisMachineThroughAProxy(String uri) {
    assertThat(address(ProxyRules.of(Map.of("all_proxy", "p.example")), uri)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
*                    | http://cloud.example
cloud.example        | http://cloud.example
CLOUD.example        | http://Cloud.Example.:5000/v3
.example             | http://api.cloud.example
cloud.example        | http://api.cloud.example
*.cloud.example      | http://api.cloud.example
a.b, cloud.example   | http://cloud.example
a.b  cloud.example   | http://cloud.example
cloud.example:5000   | http://cloud.example:5000
cloud.example:80     | http://cloud.example
my_cloud             | http://my_cloud:5000/v3
192.0.2.7            | http://192.0.2.7
192.0.2.7:81         | http://192.0.2.7:81
192.0.2.0/24         | http://192.0.2.255:81
192.0.2.7/32         | http://192.0.2.7
0.0.0.0/0            | http://192.0.2.7
2001:db8::1          | http://[2001:db8:0:0::1]:81
[2001:db8::1]:81     | http://[2001:db8::1]:81
2001:db8::/32        | http://[2001:db8:ffff::1]
""")
  void asksDirectlyWhatNoProxyNames(String exceptions, String uri) {
    assertThat(address(rules(exceptions), uri)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
"""
''                   | http://cloud.example
,                    | http://cloud.example
oud.example          | http://cloud.example
cloud.example        | http://cloud.example.org
api.cloud.example    | http://cloud.example
cloud.example:5000   | http://cloud.example:5001
cloud.example:443    | http://cloud.example
192.0.2.7            | http://192.0.2.70
192.0.2.0/25         | http://192.0.2.128
192.0.2.0/33         | http://192.0.2.0
0.2.7                | http://192.0.2.7
2001:db8::/32        | http://192.0.2.7
""")
  void asksOthersThroughTheProxy(String exceptions, String uri) {
    assertThat(address(rules(exceptions), uri)).contains("p.example:80");
  }

  private static ProxyRules rules(String exceptions) {
    return ProxyRules.of(Map.of("http_proxy", "p.example", "NO_PROXY", exceptions));
  }

  private static Optional<String> address(ProxyRules rules, String uri) {
    return rules.proxy(URI.create(uri)).map(Proxy::address);
  }
}
