package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools of address ranges as a client of the simulated cloud sees them. */
final class SubnetPoolsTest {

  private static final String POOLS = "/network/v2.0/subnetpools";

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "prefixes": ["10.1.0.0/16", "10.2.0.0/16"]                  | 4 | 8  | 8  | 32
          "prefixes": ["10.1.0.0/16"], "default_prefixlen": 26        | 4 | 8  | 26 | 32
          "prefixes": ["2001:db8::/48"], "max_prefixlen": "96"        | 6 | 64 | 64 | 96
          """)
  void lengthsThatAreNotChosenAreThoseOfTheVersion(
      String attributes, int version, String least, String usual, String most) throws Exception {
    HttpResponse<byte[]> made = send("POST", POOLS, "\"name\": \"pool\", " + attributes);

    assertThat(made.statusCode()).as(Client.text(made)).isEqualTo(201);
    JsonNode pool = Client.body(made).path("subnetpool");
    assertThat(pool.path("ip_version").asInt()).isEqualTo(version);
    assertThat(pool.path("min_prefixlen").asText()).isEqualTo(least);
    assertThat(pool.path("default_prefixlen").asText()).isEqualTo(usual);
    assertThat(pool.path("max_prefixlen").asText()).isEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "prefixes": []                                 | EmptySubnetPoolPrefixList: Empty subnet pool prefix list.
          "prefixes": ["10.1.0.0/16", "2001:db8::/48"]   | PrefixVersionMismatch: Cannot mix IPv4 and IPv6 prefixes in a subnet pool.
          "prefixes": ["10.1.0.0"]                       | HTTPBadRequest: Invalid input for prefixes. Reason: '10.1.0.0' is not a valid IP subnet.
          "description": "none"                          | HTTPBadRequest: Failed to parse request. Required attribute 'prefixes' not specified
          """)
  void poolsThatCannotBeAreRefused(String attributes, String reason) throws Exception {
    HttpResponse<byte[]> refused = send("POST", POOLS, "\"name\": \"pool\", " + attributes);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(fault(refused)).isEqualTo(reason);
  }

  @Test
  void poolIsOfItsProjectAndGoes() throws Exception {
    String range = "\"prefixes\": [\"10.1.0.0/16\"]";
    HttpResponse<byte[]> made = send("POST", POOLS, "\"name\": \"pool\", " + range);
    String id = Client.body(made).at("/subnetpool/id").asText();
    String pool = POOLS + "/" + id;

    assertThat(client.send("GET", pool, client.token("demo-alt", "secret")).statusCode())
        .isEqualTo(404);
    assertThat(cloud.resources()).containsExactly("subnetpool " + id + " pool");
    String both = "\"prefixes\": [\"10.0.0.0/8\", \"2001:db8::/48\"]";
    assertThat(fault(send("PUT", pool, both))).startsWith("PrefixVersionMismatch: ");
    assertThat(client.send("DELETE", pool, client.token("demo", "secret")).statusCode())
        .isEqualTo(204);
    assertThat(fault(send("PUT", pool, range)))
        .isEqualTo("SubnetPoolNotFound: Subnet pool " + id + " could not be found.");
    assertThat(cloud.resources()).isEmpty();
  }

  private HttpResponse<byte[]> send(String method, String path, String attributes)
      throws Exception {
    String body = "{\"subnetpool\": {" + attributes + "}}";
    return client.json(method, path, client.token("demo", "secret"), body);
  }

  private static String fault(HttpResponse<byte[]> refused) throws Exception {
    JsonNode fault = Client.body(refused).path("NeutronError");
    return fault.path("type").asText() + ": " + fault.path("message").asText();
  }
}
