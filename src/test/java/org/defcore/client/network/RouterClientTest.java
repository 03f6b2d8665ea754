package org.defcore.client.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Wanted;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Routers, their interfaces and floating IPs, in what is sent and in what is read. */
class RouterClientTest {

  private static final String ROUTER =
      """
      {"router": {"id": "r1", "name": "way", "admin_state_up": true, "status": "ACTIVE",
        "external_gateway_info": {"network_id": "n1", "enable_snat": true},
        "routes": [{"destination": "10.9.0.0/24", "nexthop": "10.7.0.3"},
          {"destination": "10.8.0.0/24", "nexthop": "10.7.0.2"}]}}
      """;

  private static final String ADDED =
      """
      {"id": "r1", "tenant_id": "t1", "subnet_id": "s1", "port_id": "p1", "subnet_ids": ["s1"]}
      """;

  private static final String FLOATING =
      """
      {"floatingip": {"id": "f1", "description": "own", "floating_network_id": "n1",
        "floating_ip_address": "172.24.4.7", "port_id": "p1", "fixed_ip_address": "10.7.0.2",
        "router_id": "r1", "status": "DOWN"}}
      """;

  private static final Wanted SUBNET = Wanted.nameless().with("subnet_id", "s1");

  private static final ClientTrial<NetworkClient> CLIENT =
      ClientTrial.of(NetworkClient::new, "/network");

  private static RecordSample router(String at) {
    return new RecordSample(
        ROUTER, at, "GET /v2.0/routers/r1", CLIENT.reading(200, it -> it.routers().get("r1")));
  }

  @TestFactory
  Stream<DynamicTest> holdsARouterToTheRuleOf() {
    return router("/router")
        .holds(
            Router.class,
            """
            id                    | REQUIRED | 1
            name                  | REQUIRED | 1
            admin_state_up        | REQUIRED | "true"
            external_gateway_info | NULLABLE | "none"
            routes                | EITHER   | {}
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAGatewayToTheRuleOf() {
    return router("/router/external_gateway_info")
        .holds(Router.Gateway.class, "network_id | REQUIRED | 1\n");
  }

  @TestFactory
  Stream<DynamicTest> holdsAnInterfaceToTheRuleOf() {
    return new RecordSample(
            ADDED,
            "",
            "PUT /v2.0/routers/r1/add_router_interface",
            CLIENT.reading(200, it -> it.addInterface("r1", SUBNET)))
        .holds(RouterInterface.class, "subnet_id | REQUIRED | 1\nport_id | REQUIRED | 1\n");
  }

  @TestFactory
  Stream<DynamicTest> holdsAFloatingIpToTheRuleOf() {
    return new RecordSample(
            FLOATING,
            "/floatingip",
            "GET /v2.0/floatingips/f1",
            CLIENT.reading(200, it -> it.floatingIps().get("f1")))
        .holds(
            FloatingIp.class,
            """
            id                  | REQUIRED | 1
            description         | REQUIRED | 1
            floating_network_id | REQUIRED | 1
            floating_ip_address | REQUIRED | "none"
            port_id             | NULLABLE | 1
            fixed_ip_address    | NULLABLE | "none"
            router_id           | NULLABLE | 1
            """);
  }

  @Test
  void readsRoutesInTheOrderOfTheirDestinations() {
    Router router = CLIENT.reads(200, ROUTER, it -> it.routers().get("r1"));

    assertThat(router.routes().orElseThrow())
        .extracting(Subnet.HostRoute::destination)
        .containsExactly("10.8.0.0/24", "10.9.0.0/24");
  }

  @Test
  void routerHasWhatWasAskedForInsteadOfWhatItHad() {
    Wanted asked =
        Wanted.named("new")
            .with("external_gateway_info", Optional.empty())
            .with("routes", List.of());

    Router changed =
        CLIENT.reads(200, ROUTER, it -> it.routers().having(asked, it.routers().get("r1")));

    assertThat(changed)
        .isEqualTo(new Router("r1", "new", true, Optional.empty(), Optional.of(List.of())));
  }

  @Test
  void gatewayIsAskedForByItsNetwork() {
    Wanted wanted = Wanted.named("way").with("external_gateway_info", Map.of("network_id", "n1"));

    assertThat(CLIENT.sends(201, ROUTER, it -> it.routers().create(wanted)).body())
        .isEqualTo(
            "{\"router\":{\"name\":\"way\",\"external_gateway_info\":{\"network_id\":\"n1\"}}}");
  }

  @Test
  void interfacesAreAddedAndRemovedByWhatIsNamed() {
    Asked added = CLIENT.sends(200, ADDED, it -> it.addInterface("r/1", SUBNET));
    Asked removed = CLIENT.sends(200, "{}", it -> it.removeInterface("r1", SUBNET));

    assertThat(added.line()).isEqualTo("PUT /network/v2.0/routers/r%2F1/add_router_interface");
    assertThat(removed.line()).isEqualTo("PUT /network/v2.0/routers/r1/remove_router_interface");
    assertThat(List.of(added.body(), removed.body())).containsOnly("{\"subnet_id\":\"s1\"}");
    CLIENT.refuses(202, "{}", it -> it.removeInterface("r1", SUBNET), "expected 200 but found 202");
    CLIENT.refuses(
        200, "", it -> it.removeInterface("r1", SUBNET), "remove_router_interface: expected JSON");
  }
}
