package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks, subnets and ports as a client of the simulated cloud sees them. */
final class NetworksTest {

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);
  private String token = "";

  @BeforeEach
  void login() throws Exception {
    token = client.token("demo", "secret");
  }

  @Test
  void networkWithASubnetGivesItsPortsAddresses() throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    JsonNode subnet =
        create("subnet", of(network) + ", \"ip_version\": 4, \"cidr\": \"10.9.0.0/29\"");
    JsonNode port = create("port", of(network) + ", \"name\": \"p\"");

    assertThat(subnet.path("gateway_ip").asText()).isEqualTo("10.9.0.1");
    assertThat(subnet.path("allocation_pools").toString())
        .isEqualTo("[{\"start\":\"10.9.0.2\",\"end\":\"10.9.0.6\"}]");
    assertThat(port.at("/fixed_ips/0/ip_address").asText()).isEqualTo("10.9.0.2");
    assertThat(port.path("mac_address").asText()).startsWith("fa:16:3e:");
    assertThat(port.path("status").asText()).isEqualTo("DOWN");
    assertThat(get("networks/" + network).at("/network/subnets/0").asText()).isEqualTo(id(subnet));
    assertThat(cloud.resources())
        .containsExactlyInAnyOrder(
            "network " + network + " net", "subnet " + id(subnet) + " ", "port " + id(port) + " p");
  }

  @Test
  void whatIsInUseStays() throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    String subnet =
        id(create("subnet", of(network) + ", \"ip_version\": 4, \"cidr\": \"10.9.0.0/29\""));
    String group = id(create("security_group", "\"name\": \"g\""));
    String port = id(create("port", of(network) + ", \"security_groups\": [\"" + group + "\"]"));

    assertThat(fault(409, send("DELETE", "networks/" + network, ""))).startsWith("NetworkInUse: ");
    assertThat(fault(409, send("DELETE", "subnets/" + subnet, ""))).startsWith("SubnetInUse: ");
    assertThat(fault(409, send("DELETE", "security-groups/" + group, "")))
        .isEqualTo("SecurityGroupInUse: Security Group " + group + " in use.");
    assertThat(send("DELETE", "ports/" + port, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "security-groups/" + group, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "networks/" + network, "").statusCode()).isEqualTo(204);
    assertThat(fault(404, send("GET", "subnets/" + subnet, ""))).startsWith("SubnetNotFound: ");
    assertThat(cloud.resources()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "cidr": "10.9.0.0/29"                                        | 400 | InvalidInput: Invalid input for operation: Requested subnet with cidr: 10.9.0.0/29 for network: NETWORK overlaps with another subnet.
          "cidr": "2001:db8::/64"                                      | 400 | InvalidInput: Invalid input for operation: cidr '2001:db8::/64' does not match the ip_version '4'.
          "name": "s"                                                  | 400 | BadRequest: Bad subnets request: a subnetpool must be specified in the absence of a cidr.
          "cidr": "10.8.0.0"                                           | 400 | HTTPBadRequest: Invalid input for cidr. Reason: '10.8.0.0' is not a valid IP subnet.
          "cidr": "10.8.0.0/29", "allocation_pools": [{"start": "10.8.0.1", "end": "10.8.0.3"}] | 409 | GatewayConflictWithAllocationPools: Gateway ip 10.8.0.1 conflicts with allocation pool 10.8.0.1-10.8.0.3.
          "cidr": "10.8.0.0/29", "allocation_pools": [{"start": "10.8.0.2", "end": "10.8.0.9"}] | 400 | OutOfBoundsAllocationPool: The allocation pool 10.8.0.2-10.8.0.9 spans beyond the subnet cidr 10.8.0.0/29.
          """)
  void subnetsThatCannotBeAreRefused(String attributes, int status, String reason)
      throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    create("subnet", of(network) + ", \"ip_version\": 4, \"cidr\": \"10.9.0.0/24\"");
    String asked = of(network) + ", \"ip_version\": 4, " + attributes;

    assertThat(fault(status, post("subnet", asked))).isEqualTo(reason.replace("NETWORK", network));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ip_address": "10.9.0.2"}                          | 409 | IpAddressAlreadyAllocated
          {"ip_address": "10.7.0.2"}                          | 400 | InvalidIpForNetwork
          {"subnet_id": "SUBNET", "ip_address": "10.7.0.2"}   | 400 | InvalidIpForSubnet
          {"subnet_id": "NETWORK"}                            | 400 | InvalidInput
          {"subnet_id": "SUBNET"}                             | 409 | IpAddressGenerationFailure
          """)
  void addressesThatCannotBeAreRefused(String wish, int status, String type) throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    String subnet =
        id(create("subnet", of(network) + ", \"ip_version\": 4, \"cidr\": \"10.9.0.0/30\""));
    create("port", of(network));
    String ids = wish.replace("SUBNET", subnet).replace("NETWORK", network);

    assertThat(fault(status, post("port", of(network) + ", \"fixed_ips\": [" + ids + "]")))
        .startsWith(type + ": ");
  }

  @Test
  void whatAPortRefersToHasToBeThere() throws Exception {
    String nowhere = "6e1b3f8c-53f5-4a0e-8f0c-2d7a4a6f1f10";
    String home = get("networks?router:external=False").at("/networks/0/id").asText();

    assertThat(fault(404, post("port", of(nowhere)))).startsWith("NetworkNotFound: ");
    assertThat(fault(404, post("port", of(home) + ", \"security_groups\": [\"" + nowhere + "\"]")))
        .startsWith("SecurityGroupNotFound: ");
  }

  @Test
  void portsAreFilteredSortedAndCut() throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    create("subnet", of(network) + ", \"ip_version\": 4, \"cidr\": \"10.9.0.0/24\"");
    send(
        "POST",
        "ports",
        "{\"ports\": [{%s, \"name\": \"a\"}, {%s, \"name\": \"b\"}, {%s, \"name\": \"c\"}]}"
            .formatted(of(network), of(network), of(network)));

    assertThat(names("ports?name=b&name=c&sort_key=name&sort_dir=desc")).containsExactly("c", "b");
    assertThat(names("ports?fixed_ips=ip_address=10.9.0.3")).containsExactly("b");
    assertThat(names("ports?network_id=" + network + "&admin_state_up=false")).isEmpty();
    assertThat(get("ports?name=a&fields=name").path("ports").toString())
        .isEqualTo("[{\"name\":\"a\"}]");
  }

  @Test
  void pagesAreLinkedInBothDirections() throws Exception {
    String network = id(create("network", "\"name\": \"net\""));
    for (String name : List.of("a", "b", "c")) {
      create("port", of(network) + ", \"name\": \"" + name + "\"");
    }
    String sorted = "ports?network_id=" + network + "&sort_key=name&sort_dir=asc&limit=2";
    JsonNode first = get(sorted);
    JsonNode second = get(href(first, "next"));

    assertThat(first.path("ports").findValuesAsText("name")).containsExactly("a", "b");
    assertThat(second.path("ports").findValuesAsText("name")).containsExactly("c");
    assertThat(second.path("ports_links").findValuesAsText("rel")).containsExactly("previous");
    assertThat(names(href(second, "previous"))).containsExactly("a", "b");
  }

  @Test
  void serverIsTiedToItsNetworkByAPort() throws Exception {
    JsonNode images =
        Client.body(client.send("GET", "/image/v2/images?name=simulated", token)).path("images");
    String asked =
        """
        {"server": {"name": "s", "flavorRef": "1", "imageRef": "%s", "networks": "auto"}}
        """
            .formatted(id(images.get(0)));
    Map<String, String> headers =
        Map.of("X-Auth-Token", token, "OpenStack-API-Version", "compute 2.37");
    String server =
        Client.body(
                client.send(
                    "POST", "/compute/v2.1/servers", headers, BodyPublishers.ofString(asked)))
            .at("/server/id")
            .asText();
    JsonNode addresses =
        Client.body(client.send("GET", "/compute/v2.1/servers/" + server, token))
            .at("/server/addresses");
    JsonNode ports = get("ports?device_id=" + server).path("ports");

    assertThat(ports.findValuesAsText("ip_address"))
        .hasSize(1)
        .isEqualTo(addresses.findValuesAsText("addr"));
    assertThat(ports.findValuesAsText("device_owner")).containsExactly("compute:nova");
    assertThat(ports.findValuesAsText("status")).containsExactly("ACTIVE");
    assertThat(cloud.resources()).containsExactly("server " + server + " s");
    client.send("DELETE", "/compute/v2.1/servers/" + server, token);
    assertThat(client.send("GET", "/compute/v2.1/servers/" + server, token).statusCode())
        .isEqualTo(404);
    assertThat(get("ports?device_id=" + server).path("ports")).isEmpty();
  }

  @Test
  void severalAreMadeAtOnceOrNone() throws Exception {
    HttpResponse<byte[]> refused =
        send("POST", "networks", "{\"networks\": [{\"name\": \"a\"}, {\"name\": 5}]}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void changesAreCounted() throws Exception {
    JsonNode network = create("network", "\"name\": \"net\"");
    HttpResponse<byte[]> changed =
        send("PUT", "networks/" + id(network), "{\"network\": {\"name\": \"new\"}}");

    assertThat(Client.body(changed).at("/network/name").asText()).isEqualTo("new");
    assertThat(Client.body(changed).at("/network/revision_number").asInt())
        .isEqualTo(network.path("revision_number").asInt() + 1);
  }

  @Test
  void whatOthersShareIsSeenAndNotChanged() throws Exception {
    String external = get("networks?router:external=True").at("/networks/0/id").asText();
    HttpResponse<byte[]> refused =
        send("PUT", "networks/" + external, "{\"network\": {\"name\": \"mine\"}}");

    assertThat(fault(403, refused))
        .isEqualTo("PolicyNotAuthorized: rule:update_network is disallowed by policy");
    assertThat(fault(403, post("network", "\"shared\": true")))
        .isEqualTo("PolicyNotAuthorized: rule:create_network:shared is disallowed by policy");
  }

  private JsonNode create(String kind, String attributes) throws Exception {
    HttpResponse<byte[]> made = post(kind, attributes);
    assertThat(made.statusCode()).as(Client.text(made)).isEqualTo(201);
    return Client.body(made).path(kind);
  }

  private HttpResponse<byte[]> post(String kind, String attributes) throws Exception {
    return send("POST", kind.replace('_', '-') + "s", "{\"" + kind + "\": {" + attributes + "}}");
  }

  private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
    String url = path.startsWith("http") ? path : "/network/v2.0/" + path;
    return body.isEmpty() ? client.send(method, url, token) : client.json(method, url, token, body);
  }

  private JsonNode get(String path) throws Exception {
    return Client.body(send("GET", path, ""));
  }

  private List<String> names(String path) throws Exception {
    return get(path).path("ports").findValuesAsText("name");
  }

  private static String href(JsonNode list, String rel) {
    for (JsonNode link : list.path("ports_links")) {
      if (link.path("rel").asText().equals(rel)) {
        return link.path("href").asText();
      }
    }
    throw new AssertionError("no " + rel + " in " + list.path("ports_links"));
  }

  private static String of(String network) {
    return "\"network_id\": \"" + network + "\"";
  }

  private static String id(JsonNode resource) {
    return resource.path("id").asText();
  }

  private static String fault(int status, HttpResponse<byte[]> refused) throws Exception {
    assertThat(refused.statusCode()).as(Client.text(refused)).isEqualTo(status);
    JsonNode fault = Client.body(refused).path("NeutronError");
    return fault.path("type").asText() + ": " + fault.path("message").asText();
  }
}
