package org.defcore.client.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.IpAddress;
import org.defcore.client.Query;
import org.defcore.client.RecordSample;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks, subnets and ports, in what is sent and in what is read. */
class NetworkRecordsTest {

  private static final String NETWORK =
      """
      {"network": {"id": "n1", "name": "net", "status": "ACTIVE", "shared": false,
        "router:external": true, "mtu": 1450, "subnets": ["s1"]}}
      """;

  private static final String SUBNET =
      """
      {"subnet": {"id": "s1", "name": "sub", "network_id": "n1", "ip_version": 4,
        "cidr": "10.7.0.0/24", "gateway_ip": "10.7.0.1", "enable_dhcp": true, "tags": [],
        "allocation_pools": [
          {"start": "10.7.0.2", "end": "10.7.0.9"}, {"start": "10.7.0.11", "end": "10.7.0.19"}],
        "dns_nameservers": ["8.8.8.8", "8.8.4.4"],
        "host_routes": [{"destination": "10.8.0.0/24", "nexthop": "10.7.0.3"}]}}
      """;

  private static final String PORT =
      """
      {"port": {"id": "p1", "name": "plug", "network_id": "n1", "admin_state_up": true,
        "fixed_ips": [{"subnet_id": "s1", "ip_address": "10.7.0.2"}], "status": "DOWN",
        "mac_address": "fa:16:3e:00:00:01", "extra_dhcp_opts": [],
        "created_at": "2026-11-22T15:19:30Z", "updated_at": "2026-11-22T15:19:39Z"}}
      """;

  private static final ClientTrial<NetworkClient> CLIENT =
      ClientTrial.of(NetworkClient::new, "/network");

  private static RecordSample sample(
      String body, String at, String call, Consumer<NetworkClient> reading) {
    return new RecordSample(body, at, call, CLIENT.reading(200, reading));
  }

  @TestFactory
  Stream<DynamicTest> holdsANetworkToTheRuleOf() {
    return sample(NETWORK, "/network", "GET /v2.0/networks/n1", it -> it.networks().get("n1"))
        .holds(
            Network.class,
            """
            id              | REQUIRED | 1
            name            | REQUIRED | 1
            status          | REQUIRED | 1
            shared          | REQUIRED | "false"
            router:external | EITHER   | "true"
            mtu             | EITHER   | "1450"
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAChosenPartOfANetworkToTheRuleOf() {
    return sample(
            """
            {"network": {"id": "n1", "name": "net", "mtu": 1450}}
            """,
            "/network",
            "GET /v2.0/networks/n1",
            it -> it.networks().as(Network.Summary.class).get("n1"))
        .holds(
            Network.Summary.class,
            """
            id   | REQUIRED | 1
            name | REQUIRED | 1
            mtu  | OPTIONAL | "1450"
            """);
  }

  private static RecordSample subnet(String at) {
    return sample(SUBNET, at, "GET /v2.0/subnets/s1", it -> it.subnets().get("s1"));
  }

  @TestFactory
  Stream<DynamicTest> holdsASubnetToTheRuleOf() {
    return subnet("/subnet")
        .holds(
            Subnet.class,
            """
            id               | REQUIRED | 1
            name             | REQUIRED | 1
            network_id       | REQUIRED | 1
            ip_version       | REQUIRED | "4"
            cidr             | REQUIRED | 1
            gateway_ip       | NULLABLE | "none"
            allocation_pools | REQUIRED | {}
            dns_nameservers  | REQUIRED | ["ns"]
            host_routes      | REQUIRED | {}
            enable_dhcp      | REQUIRED | "true"
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAnAllocationPoolToTheRuleOf() {
    return subnet("/subnet/allocation_pools/0")
        .holds(Subnet.AddressPool.class, "start | REQUIRED | \"a\"\nend | REQUIRED | \"b\"\n");
  }

  @TestFactory
  Stream<DynamicTest> holdsAHostRouteToTheRuleOf() {
    return subnet("/subnet/host_routes/0")
        .holds(Subnet.HostRoute.class, "destination | REQUIRED | 1\nnexthop | REQUIRED | \"a\"\n");
  }

  @TestFactory
  Stream<DynamicTest> holdsAChosenPartOfASubnetToTheRuleOf() {
    return sample(
            """
            {"subnet": {"id": "s1", "network_id": "n1"}}
            """,
            "/subnet",
            "GET /v2.0/subnets/s1",
            it -> it.subnets().as(Subnet.Place.class).get("s1"))
        .holds(Subnet.Place.class, "id | REQUIRED | 1\nnetwork_id | REQUIRED | 1\n");
  }

  private static RecordSample port(String at) {
    return sample(PORT, at, "GET /v2.0/ports/p1", it -> it.ports().get("p1"));
  }

  @TestFactory
  Stream<DynamicTest> holdsAPortToTheRuleOf() {
    return port("/port")
        .holds(
            Port.class,
            """
            id             | REQUIRED | 1
            name           | REQUIRED | 1
            network_id     | REQUIRED | 1
            admin_state_up | REQUIRED | "true"
            fixed_ips      | REQUIRED | {}
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAnAddressOfAPortToTheRuleOf() {
    return port("/port/fixed_ips/0")
        .holds(Port.FixedIp.class, "subnet_id | REQUIRED | 1\nip_address | REQUIRED | \"a\"\n");
  }

  @TestFactory
  Stream<DynamicTest> holdsAnExtensionToTheRuleOf() {
    return sample(
            """
            {"extensions": [{"alias": "router", "name": "Router"}]}
            """,
            "/extensions/0",
            "GET /v2.0/extensions",
            it -> it.extensions().list())
        .holds(NetworkExtension.class, "alias | REQUIRED | 1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "8.8.8.8", "8.8.4.4" | "8.8.4.4", "8.8.8.8"
          {"start": "10.7.0.2", "end": "10.7.0.9"}, {"start": "10.7.0.11", "end": "10.7.0.19"} | {"start": "10.7.0.11", "end": "10.7.0.19"}, {"start": "10.7.0.2", "end": "10.7.0.9"}
          """)
  void subnetIsTheSameInAnyOrderOf(String items, String turned) {
    assertThat(SUBNET).contains(items);
    assertThat(
            CLIENT.<Subnet>reads(200, SUBNET.replace(items, turned), it -> it.subnets().get("s1")))
        .isEqualTo(CLIENT.<Subnet>reads(200, SUBNET, it -> it.subnets().get("s1")));
  }

  @Test
  void subnetHasWhatWasAskedForInsteadOfWhatItHad() {
    Wanted asked =
        Wanted.named("new")
            .with("gateway_ip", Optional.empty())
            .with("allocation_pools", List.of())
            .with("dns_nameservers", List.of("8.8.8.8"))
            .with("enable_dhcp", false);

    Subnet changed =
        CLIENT.reads(200, SUBNET, it -> it.subnets().having(asked, it.subnets().get("s1")));

    assertThat(changed)
        .isEqualTo(
            new Subnet(
                "s1",
                "new",
                "n1",
                4,
                "10.7.0.0/24",
                Optional.empty(),
                List.of(),
                List.of(new IpAddress("8.8.8.8")),
                List.of(new Subnet.HostRoute("10.8.0.0/24", new IpAddress("10.7.0.3"))),
                false));
  }

  @Test
  void subnetWithoutGatewayStaysWithout() {
    String without = SUBNET.replace("\"10.7.0.1\"", "null");

    Subnet renamed =
        CLIENT.reads(
            200, without, it -> it.subnets().having(Wanted.named("n"), it.subnets().get("s1")));

    assertThat(renamed.gateway()).isEmpty();
  }

  @Test
  void subnetWithoutGatewayIsAskedForByNull() {
    Wanted wanted = Wanted.named("sub").with("gateway_ip", Optional.empty());

    assertThat(CLIENT.sends(201, SUBNET, it -> it.subnets().create(wanted)).body())
        .isEqualTo("{\"subnet\":{\"name\":\"sub\",\"gateway_ip\":null}}");
  }

  @Test
  void fieldsAreAskedForOneByOne() {
    assertThat(
            CLIENT
                .sends(200, PORT, it -> it.ports().get("p1", Query.fields("id", "mac_address")))
                .line())
        .isEqualTo("GET /network/v2.0/ports/p1?fields=id&fields=mac_address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "DOWN"                 | "ACTIVE"               | false
          "extra_dhcp_opts": []  | "extra_dhcp_opts": {}  | true
          "2026-11-22T15:19:30Z" | "2026-11-22T15:19:31Z" | true
          "2026-11-22T15:19:39Z" | null                   | true
          "mac_address"          | "mac"                  | false
          """)
  void wholePortIsTheSameButForWhatComesLater(String before, String after, boolean same) {
    Whole one = whole(PORT);
    Whole other = whole(PORT.replace(before, after));

    assertThat(one.equals(other)).as("%s for %s", after, before).isEqualTo(same);
    assertThat(one.id()).isEqualTo("p1");
    assertThat(one.text("mac_address")).isEqualTo("fa:16:3e:00:00:01");
  }

  private static Whole whole(String body) {
    return CLIENT.reads(200, body, it -> it.ports().as(Whole.class).get("p1"));
  }

  @Test
  void wholePortHasAnId() {
    CLIENT.refuses(
        200,
        PORT.replace("\"p1\"", "1"),
        it -> it.ports().as(Whole.class).get("p1"),
        "GET /v2.0/ports/p1: /port/id: expected a text but found none");
  }

  @Test
  void portsAreMadeTogether() {
    String made = PORT.strip().replace("{\"port\": {", "{\"ports\": [{").replace("}}", "}]}");
    List<Wanted> one = List.of(Wanted.named("plug"));

    Asked asked = CLIENT.sends(201, made, it -> it.createPorts(one));

    assertThat(asked.line()).isEqualTo("POST /network/v2.0/ports");
    assertThat(asked.body()).isEqualTo("{\"ports\":[{\"name\":\"plug\"}]}");
    CLIENT.refuses(200, made, it -> it.createPorts(one), "expected 201 but found 200");
    CLIENT.refuses(
        201,
        made,
        it -> it.createPorts(List.of(Wanted.named("a"), Wanted.named("b"))),
        "POST /v2.0/ports: expected 2 ports but found 1");
  }
}
