package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertCreates;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertShows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.Port;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Ports that nothing is plugged into, one by one and in lists. */
final class PortsConformance {

  @InteropTest(id = "cf95b358-3e92-4a29-a148-52445e1ac50e")
  @Claim("The port list includes the user's port")
  void listHasOwnPort(Cloud cloud) {
    assertHas(ports(cloud), cloud.shared(SharedPort.SHARED).id());
  }

  @InteropTest(id = "ff7f117f-f034-4e0e-abff-ccef05c454b4")
  @Claim("The port list with fields id and mac_address shows only these fields")
  void fieldsAreChosenInTheList(Cloud cloud) {
    String own = cloud.shared(SharedPort.SHARED).id();
    Resource<Port.Address> addresses = ports(cloud).as(Port.Address.class);
    Query[] fields = Query.fields("id", "mac_address");

    assertThat(ids(addresses, fields)).as("ids in %s", call(addresses, fields)).contains(own);
  }

  @InteropTest(id = "c9a685bd-e83f-499c-939f-9f7863ca259f")
  @Claim("A port is shown as in the response to its creation")
  void portIsShown(Cloud cloud) {
    assertShows(ports(cloud).as(Whole.class), cloud.shared(SharedPort.SHARED));
  }

  @InteropTest(id = "45fcdaf2-dab0-4c13-ac6c-fcddfb579dbd")
  @Claim("A port with fields id and mac_address shows only these fields")
  void fieldsAreChosen(Cloud cloud) {
    Whole made = cloud.shared(SharedPort.SHARED);

    assertShows(
        ports(cloud).as(Port.Address.class),
        new Port.Address(made.id(), made.text("mac_address")),
        Query.fields("id", "mac_address"));
  }

  @InteropTest(id = "c72c1c0c-2193-4aca-aaa4-b1442640f51c")
  @Claim("A port can be created, renamed, set down and deleted")
  void portIsChangedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted wanted = SharedPort.wanted(cloud, network(cloud));

    Port made = assertCreates(ports(cloud), PORT, wanted, cleanup);
    assertThat(made.up()).as("admin_state_up in POST /v2.0/ports").isTrue();
    Wanted changes = Wanted.named(cloud.uniqueName("port")).with("admin_state_up", false);
    assertChanges(ports(cloud), made, changes);

    delete(made, cloud, cleanup, poll);
  }

  @InteropTest(id = "67f1b811-f8db-43e2-86bd-72c074d4a42c")
  @Claim("One request creates a port on each of two networks, in order")
  void twoPortsAreMadeAtOnce(Cloud cloud, Cleanup cleanup, Poll poll) {
    String other = cloud.provision(cleanup).network(cloud.uniqueName("network"));
    List<Wanted> wanted =
        List.of(SharedPort.wanted(cloud, network(cloud)), SharedPort.wanted(cloud, other));

    List<Port> made = make(wanted, cloud, cleanup);

    assertThat(made)
        .extracting(Port::network)
        .as("network_id of each in POST /v2.0/ports")
        .containsExactly(network(cloud), other);
    assertThat(made)
        .extracting(Port::up)
        .as("admin_state_up of each in POST /v2.0/ports")
        .containsOnly(true);
    made.forEach(it -> delete(it, cloud, cleanup, poll));
  }

  private static List<Port> make(List<Wanted> both, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(
        PORT,
        both.get(0).name(),
        () ->
            cleanup.create(
                PORT,
                both.get(1).name(),
                () -> cloud.member().network().createPorts(both),
                it -> it.get(1).id()),
        it -> it.get(0).id());
  }

  private static void delete(Port port, Cloud cloud, Cleanup cleanup, Poll poll) {
    ports(cloud).delete(port.id());
    assertLacks(ports(cloud), port.id());
    poll.untilGone("GET /v2.0/ports/" + port.id(), () -> ports(cloud).get(port.id()));
    cleanup.removed(PORT, port.id());
  }

  @InteropTest(id = "0435f278-40ae-48cb-a404-b8a087bc09b1")
  @Claim("The address of a new port is in the allocation pool of its subnet")
  void addressIsInTheAllocationPool(Cloud cloud, Cleanup cleanup) {
    Subnet subnet =
        OwnSubnet.make(
            cloud,
            cleanup,
            it -> it.with("allocation_pools", List.of(OwnSubnet.pool(cloud, 3, 7))));
    Wanted wanted = SharedPort.wanted(cloud, subnet.network());

    Port made = assertCreates(ports(cloud), PORT, wanted, cleanup);

    assertThat(made.addresses())
        .as("fixed_ips in POST /v2.0/ports")
        .singleElement()
        .isIn(
            IntStream.rangeClosed(3, 7)
                .mapToObj(it -> new Port.FixedIp(subnet.id(), OwnSubnet.address(cloud, it)))
                .toList());
  }

  @InteropTest(id = "58091b66-4ff4-4cc1-a549-05d60c7acd1a")
  @Claim("One update of a port changes its name, state, subnet and security group")
  void portTakesAnotherGroup(Cloud cloud, Cleanup cleanup) {
    assertTakes(List.of(SharedSecurityGroup.own(cloud, cleanup)), cloud, cleanup);
  }

  @InteropTest(id = "edf6766d-3d40-4621-bc6e-2521a44c257d")
  @Claim("One update of a port changes its name, state and subnet, and sets two security groups")
  void portTakesTwoOtherGroups(Cloud cloud, Cleanup cleanup) {
    String first = SharedSecurityGroup.own(cloud, cleanup);

    assertTakes(List.of(first, SharedSecurityGroup.own(cloud, cleanup)), cloud, cleanup);
  }

  private static void assertTakes(List<String> groups, Cloud cloud, Cleanup cleanup) {
    SharedSubnet.Made before = SharedSubnet.own(0, cloud, cleanup);
    String after = SharedSubnet.on(before.network(), 1, cloud, cleanup);
    String id = port(before, cloud, cleanup).id();
    Resource<JsonNode> ports = ports(cloud).as(JsonNode.class);
    Wanted changes = Wanted.named(cloud.uniqueName("port")).with("admin_state_up", false);
    Wanted asked = addressed(changes, after).with("security_groups", groups);

    Map<String, JsonNode> answers = new LinkedHashMap<>();
    answers.put("PUT " + ports.path(id), ports.update(id, asked));
    answers.put("GET " + ports.path(id), ports.get(id));

    answers.forEach(
        (call, port) -> {
          assertFields(call, ports, changes, port);
          assertThat(port.path("fixed_ips"))
              .extracting(it -> it.path("subnet_id").asText())
              .as("subnet_id of each of fixed_ips in %s", call)
              .containsExactly(after);
          assertThat(port.path("security_groups"))
              .extracting(JsonNode::asText)
              .as("security_groups in %s", call)
              .containsExactlyInAnyOrderElementsOf(groups);
        });
  }

  private static Port port(SharedSubnet.Made place, Cloud cloud, Cleanup cleanup) {
    Wanted wanted =
        addressed(SharedPort.wanted(cloud, place.network()), place.subnet())
            .with("admin_state_up", true)
            .with("security_groups", List.of(SharedSecurityGroup.own(cloud, cleanup)));
    return cleanup.create(PORT, wanted, ports(cloud)::create);
  }

  private static Wanted addressed(Wanted port, String subnet) {
    return port.with("fixed_ips", List.of(Map.of("subnet_id", subnet)));
  }

  /** The network of the shared port, which may have others beside that. */
  private static String network(Cloud cloud) {
    return cloud.shared(SharedPort.SHARED).text("network_id");
  }

  private static Resource<Port> ports(Cloud cloud) {
    return cloud.member().network().ports();
  }
}
