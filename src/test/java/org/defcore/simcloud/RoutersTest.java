package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routers as a client of the simulated cloud sees them, beside what is recorded of them. */
final class RoutersTest {

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);
  private String token = "";
  private String router = "";
  private String subnet = "";

  @BeforeEach
  void makeRouterAndSubnet() throws Exception {
    token = client.token("demo", "secret");
    router = id(send("POST", "routers", "{'router': {'name': 'way'}}"), "router");
    subnet = newSubnet();
  }

  @Test
  void interfaceHasTheGatewaysAddressAndGoesWithItsRemoval() throws Exception {
    String port = body(interfaces("add")).path("port_id").asText();

    JsonNode made = body(send("GET", "ports/" + port, "")).path("port");
    assertThat(made.at("/fixed_ips/0/ip_address").asText()).isEqualTo("10.9.0.1");
    assertThat(made.path("device_owner").asText()).isEqualTo("network:router_interface");
    assertThat(cloud.resources()).hasSize(4).contains("port " + port + " ");
    assertThat(body(interfaces("remove")).path("port_id").asText()).isEqualTo(port);
    assertThat(cloud.resources()).hasSize(3);
    assertThat(fault(interfaces("remove")))
        .isEqualTo(
            "404 RouterInterfaceNotFoundForSubnet: Router ROUTER has no interface on subnet"
                + " SUBNET");
  }

  @Test
  void gatewayTakesAnAddressThatNobodySees() throws Exception {
    JsonNode networks = body(send("GET", "networks?router:external=True", "")).path("networks");
    String external = networks.path(0).path("id").asText();

    JsonNode way = gateway("{'network_id': '" + external + "'}");
    assertThat(way.at("/external_fixed_ips/0/ip_address").asText()).isEqualTo("172.24.4.2");
    assertThat(way.path("enable_snat").asBoolean()).isTrue();
    assertThat(gateway("{'network_id': '" + external + "'}")).isEqualTo(way);
    assertThat(body(send("GET", "ports?device_id=" + router, "")).path("ports")).isEmpty();
    assertThat(cloud.resources()).hasSize(4);
    assertThat(gateway("{}").isNull()).isTrue();
    assertThat(cloud.resources()).hasSize(3);
    assertThat(gateway("{'network_id': '" + external + "'}").isNull()).isFalse();
    assertThat(send("DELETE", "routers/" + router, "").statusCode()).isEqualTo(204);
    assertThat(cloud.resources()).hasSize(2);
  }

  private JsonNode gateway(String wanted) throws Exception {
    return body(change("'external_gateway_info': " + wanted)).at("/router/external_gateway_info");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.8.0.2 | 400 InvalidRoutes: Invalid format for routes: ROUTES, the nexthop is not connected with router
          10.9.0.1 | 400 InvalidRoutes: Invalid format for routes: ROUTES, the nexthop is used by router
          nobody   | 400 HTTPBadRequest: Invalid input for routes. Reason: 'nobody' is not a valid IP address.
          """)
  void routesThatLeadNowhereAreRefused(String hop, String reason) throws Exception {
    interfaces("add");
    String routes = "[{'destination': '10.7.0.0/24', 'nexthop': '" + hop + "'}]";

    assertThat(fault(change("'routes': " + routes)))
        .isEqualTo(reason.replace("ROUTES", routes.replace("'", "\"").replace(" ", "")));
  }

  @Test
  void whatIsUsedByRoutesStays() throws Exception {
    interfaces("add");
    change("'routes': [{'destination': '10.7.0.0/24', 'nexthop': '10.9.0.2'}]");

    assertThat(fault(interfaces("remove")))
        .startsWith("409 RouterInterfaceInUseByRoute: Router interface for subnet SUBNET on");
    assertThat(body(change("'routes': null")).at("/router/routes")).isEmpty();
    assertThat(interfaces("remove").statusCode()).isEqualTo(200);
  }

  @Test
  void otherProjectsSeeNeitherRoutersNorTheirInterfaces() throws Exception {
    interfaces("add");
    token = client.token("demo-alt", "secret");

    assertThat(fault(send("GET", "routers/" + router, "")))
        .isEqualTo("404 RouterNotFound: Router ROUTER could not be found");
    assertThat(fault(interfaces("remove"))).startsWith("404 RouterNotFound: ");
    assertThat(body(send("GET", "ports?device_id=" + router, "")).path("ports")).isEmpty();
  }

  private HttpResponse<byte[]> interfaces(String verb) throws Exception {
    String path = "routers/" + router + "/" + verb + "_router_interface";
    return send("PUT", path, "{'subnet_id': '" + subnet + "'}");
  }

  private HttpResponse<byte[]> change(String attributes) throws Exception {
    return send("PUT", "routers/" + router, "{'router': {" + attributes + "}}");
  }

  private String newSubnet() throws Exception {
    String network = id(send("POST", "networks", "{'network': {'name': 'net'}}"), "network");
    String asked =
        "{'subnet': {'network_id': '%s', 'ip_version': 4, 'cidr': '10.9.0.0/28'}}"
            .formatted(network);
    return id(send("POST", "subnets", asked), "subnet");
  }

  private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
    String url = "/network/v2.0/" + path;
    return body.isEmpty()
        ? client.send(method, url, token)
        : client.json(method, url, token, body.replace('\'', '"'));
  }

  private static JsonNode body(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).as(Client.text(answer)).isLessThan(300);
    return Client.body(answer);
  }

  private static String id(HttpResponse<byte[]> made, String kind) throws Exception {
    return body(made).path(kind).path("id").asText();
  }

  private String fault(HttpResponse<byte[]> refused) throws Exception {
    JsonNode fault = Client.body(refused).path("NeutronError");
    String words = fault.path("type").asText() + ": " + fault.path("message").asText();
    return refused.statusCode() + " " + words.replace(router, "ROUTER").replace(subnet, "SUBNET");
  }
}
