package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ResourceClaims.assertDeletesAtOnce;
import static org.defcore.suite.network.OwnNetwork.Modes.NONE;
import static org.defcore.suite.network.OwnNetwork.Modes.SLAAC;
import static org.defcore.suite.network.OwnNetwork.Modes.STATEFUL;
import static org.defcore.suite.network.OwnNetwork.Modes.STATELESS;
import static org.defcore.suite.network.OwnNetwork.Modes.both;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.defcore.client.Query;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.Port;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.suite.network.OwnNetwork.Modes;

/** Addresses of ports in IPv6 subnets by the modes of these, as the API tells them. */
final class AddressModesConformance {

  private static final List<Modes> KEPT =
      List.of(both(STATEFUL), new Modes(STATEFUL, NONE), new Modes(NONE, STATEFUL));

  @InteropTest(id = "e5517e62-6f16-430d-a672-f80875493d4c")
  @Claim(
      "A port in a SLAAC or stateless IPv6 subnet has exactly one address, the EUI-64 "
          + "address of its MAC")
  void portMakesItsAddress(Cloud cloud, Cleanup cleanup) {
    assertMakesItsAddress(List.of(both(SLAAC), both(STATELESS)), cloud, cleanup);
  }

  @InteropTest(id = "ae2f4a5d-03ff-4c42-a3b0-ce2fcb7ea832")
  @Claim(
      "With only the address mode of an IPv6 subnet set, a port has the EUI-64 address "
          + "of its MAC")
  void portMakesItsAddressUnadvertised(Cloud cloud, Cleanup cleanup) {
    List<Modes> unadvertised = List.of(new Modes(NONE, SLAAC), new Modes(NONE, STATELESS));
    assertMakesItsAddress(unadvertised, cloud, cleanup);
  }

  private static void assertMakesItsAddress(List<Modes> all, Cloud cloud, Cleanup cleanup) {
    for (Modes modes : all) {
      OwnNetwork network = OwnNetwork.make(cloud, cleanup);
      String subnet = network.subnet(1, modes).id();

      assertGets(Map.of(subnet, network.ownAddress(1)::equals), network, network.port());
    }
  }

  @InteropTest(id = "81f18ef6-95b5-4584-9966-10d480b7496a")
  @Claim("A subnet with different IPv6 modes is rejected with 400")
  void modesHaveToAgree(Cloud cloud, Cleanup cleanup) {
    OwnNetwork network = OwnNetwork.make(cloud, cleanup);
    for (Modes modes : Modes.differing()) {
      Wanted wanted = network.wanted(1, modes);

      assertRefused(400, () -> cleanup.create(SUBNET, wanted, network.client().subnets()::create));
    }
    assertEmpty(network.client().subnets(), Query.by("network_id", network.id()));
  }

  @InteropTest(id = "21635b6f-165a-4d42-bf49-7d195e47342f")
  @Claim(
      "A port in an IPv6 subnet without modes has an address of the subnet, not the "
          + "EUI-64 address")
  void addressIsNotThatOfTheMac(Cloud cloud, Cleanup cleanup) {
    OwnNetwork network = OwnNetwork.make(cloud, cleanup);
    String subnet = network.subnet(1, both(NONE)).id();
    Predicate<String> other = it -> !it.equals(network.ownAddress(1));

    assertGets(Map.of(subnet, other.and(inside(1))), network, network.port());
  }

  @InteropTest(id = "4544adf7-bb5f-4bdc-b769-b3e77026cef2")
  @Claim(
      "A port has an EUI-64 address and one of a stateful subnet, in either order of "
          + "the subnets")
  void portIsInTwoSubnets(Cloud cloud, Cleanup cleanup) {
    Function<OwnNetwork, String> stateful = it -> it.subnet(2, new Modes(NONE, STATEFUL)).id();

    assertGetsBoth(stateful, inside(2), cloud, cleanup);
  }

  @InteropTest(id = "4256c61d-c538-41ea-9147-3c450c36669e")
  @Claim("A port has an EUI-64 address and one of an IPv4 subnet, in either order of the subnets")
  void portHasBothVersions(Cloud cloud, Cleanup cleanup) {
    List<String> hosts =
        IntStream.range(1, 15).mapToObj(it -> OwnSubnet.address(cloud, it).text()).toList();

    assertGetsBoth(
        it -> SharedSubnet.on(it.id(), 0, cloud, cleanup), hosts::contains, cloud, cleanup);
  }

  private static void assertGetsBoth(
      Function<OwnNetwork, String> other, Predicate<String> inOther, Cloud cloud, Cleanup cleanup) {
    for (String mode : List.of(SLAAC, STATELESS)) {
      for (int place : List.of(0, 1)) {
        OwnNetwork network = OwnNetwork.make(cloud, cleanup);
        List<Function<OwnNetwork, String>> makers = new ArrayList<>(List.of(other));
        makers.add(place, it -> it.subnet(1, both(mode)).id());
        List<String> subnets = makers.stream().map(it -> it.apply(network)).toList();
        Predicate<String> own = network.ownAddress(1)::equals;

        String port =
            assertGets(
                Map.of(subnets.get(place), own, subnets.get(1 - place), inOther),
                network,
                network.port());
        assertDeletesAtOnce(network.client().ports(), port);
        cleanup.removed(PORT, port);
      }
    }
  }

  @InteropTest(id = "4ab211a0-276f-4552-9070-51e27f58fecf")
  @Claim(
      "A port in a stateful IPv6 subnet has an address of the subnet, with either mode "
          + "or both")
  void portGetsAnAddress(Cloud cloud, Cleanup cleanup) {
    for (Modes modes : KEPT) {
      OwnNetwork network = OwnNetwork.make(cloud, cleanup);
      String subnet = network.subnet(1, modes).id();

      assertGets(Map.of(subnet, inside(1)), network, SharedPort.wanted(cloud, network.id()));
    }
  }

  @InteropTest(id = "51a5e97f-f02e-4e4e-9a17-a69811d300e3")
  @Claim("A port in a stateful IPv6 subnet has the requested address, with either mode or both")
  void portGetsTheAddressAskedFor(Cloud cloud, Cleanup cleanup) {
    for (Modes modes : KEPT) {
      OwnNetwork network = OwnNetwork.make(cloud, cleanup);
      String subnet = network.subnet(1, modes).id();
      String address = OwnNetwork.chosen(1);

      assertGets(Map.of(subnet, address::equals), network, network.portAt(subnet, address));
    }
  }

  /**
   * Passes if a new port has such an address in each of the subnets, and no other; gives its id.
   */
  private static String assertGets(
      Map<String, Predicate<String>> bySubnet, OwnNetwork network, Wanted wanted) {
    Port port = network.cleanup().create(PORT, wanted, network.client().ports()::create);
    assertThat(port.addresses())
        .as("fixed_ips in POST /v2.0/ports")
        .hasSize(bySubnet.size())
        .allMatch(
            it -> bySubnet.getOrDefault(it.subnet(), none -> false).test(it.address().text()),
            "addresses that their subnets give")
        .extracting(Port.FixedIp::subnet)
        .doesNotHaveDuplicates();
    return port.id();
  }

  private static Predicate<String> inside(int number) {
    return it -> OwnNetwork.isIn(number, it);
  }

  @InteropTest(id = "98244d88-d990-4570-91d4-6b25d70d08af")
  @Claim("A port with an address outside its stateful IPv6 subnet is rejected with 400")
  void addressHasToBeInside(Cloud cloud, Cleanup cleanup) {
    OwnNetwork network = OwnNetwork.make(cloud, cleanup);
    String subnet = network.subnet(1, both(STATEFUL)).id();
    Wanted wanted = network.portAt(subnet, OwnNetwork.chosen(2));

    assertRefused(400, () -> cleanup.create(PORT, wanted, network.client().ports()::create));
    assertNotMade(wanted, network);
  }

  @InteropTest(id = "57b8302b-cba9-4fbb-8835-9168df029051")
  @Claim(
      "A port with an address already in use is rejected with 409 and the fault "
          + "IpAddressAlreadyAllocated or IpAddressInUse")
  void addressHasToBeFree(Cloud cloud, Cleanup cleanup) {
    OwnNetwork network = OwnNetwork.make(cloud, cleanup);
    Wanted wanted = taken(network);
    cleanup.expect(PORT, wanted.name());

    assertThat(network.client().requireConflict(wanted))
        .as("type in POST /v2.0/ports")
        .isIn("IpAddressAlreadyAllocated", "IpAddressInUse");
    assertNotMade(wanted, network);
  }

  @InteropTest(id = "a1dce35b-60fc-4b2f-9d5d-3a9bd4c7e116")
  @Claim("A port with an address already in use is rejected with 409, and no port is created")
  void addressIsRefusedWithAStatus(Cloud cloud, Cleanup cleanup) {
    OwnNetwork network = OwnNetwork.make(cloud, cleanup);
    Wanted wanted = taken(network);

    assertRefused(409, () -> cleanup.create(PORT, wanted, network.client().ports()::create));
    assertNotMade(wanted, network);
  }

  /** A port to ask for at an address that another has. */
  private static Wanted taken(OwnNetwork network) {
    String subnet = network.subnet(1, both(STATEFUL)).id();
    String address = OwnNetwork.chosen(1);
    assertGets(Map.of(subnet, address::equals), network, network.portAt(subnet, address));
    return network.portAt(subnet, address);
  }

  private static void assertNotMade(Wanted wanted, OwnNetwork network) {
    assertThat(network.client().ports().list(Query.by("network_id", network.id())))
        .extracting(Port::name)
        .as("names in GET /v2.0/ports?network_id=%s", network.id())
        .doesNotContain(wanted.name());
  }

  @InteropTest(id = "e98f65db-68f4-4330-9fea-abd8c5192d4d")
  @Claim("A router's interface in a stateful IPv6 subnet has the address of its gateway")
  void interfaceHasTheGatewaysAddress(Cloud cloud, Cleanup cleanup) {
    for (Modes modes : KEPT.subList(0, 2)) {
      OwnNetwork network = OwnNetwork.make(cloud, cleanup);
      Whole subnet = network.subnet(1, modes);
      Wanted wanted = SharedRouter.interfaceIn(subnet.id());
      String port = network.client().addInterface(SharedRouter.own(cloud, cleanup), wanted).port();

      assertThat(network.client().ports().get(port).addresses())
          .extracting(it -> List.of(it.subnet(), it.address().text()))
          .as("fixed_ips in GET /v2.0/ports/%s", port)
          .containsExactly(List.of(subnet.id(), subnet.text("gateway_ip")));
    }
  }
}
