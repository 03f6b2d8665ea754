package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of subnets and ports as a real cloud gave them; statuses are recorded. */
final class SubnetAddressesTest {

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final Client client = new Client(stepped.cloud());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fd00:1::/64 |                              | fd00:1::   | fd00:1::1-fd00:1::ffff:ffff:ffff:ffff
          fd00:1::/64 | , "gateway_ip": "fd00:1::9"  | fd00:1::9  | fd00:1::1-fd00:1::8 fd00:1::a-fd00:1::ffff:ffff:ffff:ffff
          fd00:1::/96 | , "gateway_ip": "fe80::1"    | fe80::1    | fd00:1::1-fd00:1::ffff:ffff
          10.1.0.0/28 |                              | 10.1.0.1   | 10.1.0.2-10.1.0.14
          """)
  void gatewayIsTheFirstAddressAndTheOthersAreGivenOut(
      String range, String more, String gateway, String pools) throws Exception {
    JsonNode subnet =
        made("subnet", subnet(network(), range, "\"cidr\": \"" + range + "\"" + text(more)));

    assertThat(subnet.path("gateway_ip").asText()).isEqualTo(gateway);
    assertThat(subnet.path("allocation_pools").valueStream())
        .extracting(it -> it.path("start").asText() + "-" + it.path("end").asText())
        .containsExactly(pools.split(" ", -1));
  }

  @Test
  void subnetOfAPoolGetsARangeThatIsFree() throws Exception {
    String network = network();
    String pool = pool("\"prefixes\": [\"10.4.0.0/24\"], \"default_prefixlen\": 28");

    assertThat(range(network, pool, "")).isEqualTo("10.4.0.0/28 10.4.0.1");
    assertThat(range(network, pool, ", \"prefixlen\": 27")).isEqualTo("10.4.0.32/27 10.4.0.33");
    assertThat(range(network, pool, ", \"cidr\": \"10.4.0.128/25\""))
        .isEqualTo("10.4.0.128/25 10.4.0.129");
    assertThat(range(network, pool, ", \"prefixlen\": 26")).isEqualTo("10.4.0.64/26 10.4.0.65");
    assertThat(range(network, pool, ", \"gateway_ip\": \"10.4.0.20\""))
        .isEqualTo("10.4.0.16/28 10.4.0.20");
    assertThat(fault(send("subnet", of(network, pool, ""))))
        .isEqualTo(
            "SubnetAllocationError: Failed to allocate subnet: Insufficient prefix space to"
                + " allocate subnet size /28.");
  }

  @Test
  void portMakesItsAddressInASubnetOfStatelessMode() throws Exception {
    String network = network();
    String mode = ", \"ipv6_ra_mode\": \"slaac\", \"ipv6_address_mode\": \"slaac\"";
    String id =
        made("subnet", subnet(network, "fd00:2::/64", "\"cidr\": \"fd00:2::/64\"" + mode))
            .path("id")
            .asText();
    String port = "\"network_id\": \"" + network + "\", \"mac_address\": \"FA:16:3E:82:E4:12\"";

    assertThat(made("port", port).path("fixed_ips"))
        .hasToString(
            "[{\"subnet_id\":\"" + id + "\",\"ip_address\":\"fd00:2::f816:3eff:fe82:e412\"}]");
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private static String subnet(String network, String range, String fields) {
    int version = range.contains(":") ? 6 : 4;
    return "\"network_id\": \"%s\", \"ip_version\": %d, %s".formatted(network, version, fields);
  }

  private static String of(String network, String pool, String fields) {
    return subnet(network, "", "\"subnetpool_id\": \"" + pool + "\"" + fields);
  }

  private String range(String network, String pool, String fields) throws Exception {
    JsonNode subnet = made("subnet", of(network, pool, fields));
    return subnet.path("cidr").asText() + " " + subnet.path("gateway_ip").asText();
  }

  private String network() throws Exception {
    return made("network", "\"name\": \"n\"").path("id").asText();
  }

  private String pool(String fields) throws Exception {
    return made("subnetpool", "\"name\": \"p\", " + fields).path("id").asText();
  }

  private JsonNode made(String kind, String fields) throws Exception {
    HttpResponse<byte[]> made = send(kind, fields);
    assertThat(made.statusCode()).as(Client.text(made)).isEqualTo(201);
    return Client.body(made).path(kind);
  }

  private HttpResponse<byte[]> send(String kind, String fields) throws Exception {
    return client.json(
        "POST",
        "/network/v2.0/" + kind + "s",
        client.token("demo", "secret"),
        "{\"" + kind + "\": {" + fields + "}}");
  }

  private static String fault(HttpResponse<byte[]> refused) throws Exception {
    JsonNode fault = Client.body(refused).path("NeutronError");
    return fault.path("type").asText() + ": " + fault.path("message").asText();
  }
}
