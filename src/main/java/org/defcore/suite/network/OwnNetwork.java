package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.suite.ResourceClaims.assertCreates;

import java.util.List;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.NetworkClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/**
 * A network of one test with IPv6 subnets by their numbers. No group of digits in the range and in
 * the hardware address is zero, so the addresses that are made of them have one spelling.
 */
record OwnNetwork(String id, int hardware, Cloud cloud, Cleanup cleanup) {

  private static final String RANGE = "fd12:3456:789a:%x:";

  /** The modes of a subnet, of which either can be left out. */
  record Modes(String router, String address) {

    static final String NONE = "";
    static final String SLAAC = "slaac";
    static final String STATELESS = "dhcpv6-stateless";
    static final String STATEFUL = "dhcpv6-stateful";

    static Modes both(String mode) {
      return new Modes(mode, mode);
    }

    /** All pairs of two that differ. */
    static List<Modes> differing() {
      List<String> all = List.of(SLAAC, STATELESS, STATEFUL);
      return all.stream()
          .flatMap(router -> all.stream().map(address -> new Modes(router, address)))
          .filter(it -> !it.router().equals(it.address()))
          .toList();
    }

    private Wanted in(Wanted subnet) {
      Wanted routed = router.isEmpty() ? subnet : subnet.with("ipv6_ra_mode", router);
      return address.isEmpty() ? routed : routed.with("ipv6_address_mode", address);
    }
  }

  static OwnNetwork make(Cloud cloud, Cleanup cleanup) {
    String name = cloud.uniqueName("network");
    int hardware = name.hashCode() | 1;
    return new OwnNetwork(cloud.provision(cleanup).network(name), hardware, cloud, cleanup);
  }

  /** A subnet to ask for. */
  Wanted wanted(int number, Modes modes) {
    return modes.in(
        OwnSubnet.wanted(cloud, id)
            .with("ip_version", 6)
            .with("cidr", RANGE.formatted(number) + ":/64"));
  }

  /** Makes a subnet; passes if it is answered and shown with its modes. */
  Whole subnet(int number, Modes modes) {
    return assertCreates(
        client().subnets().as(Whole.class), SUBNET, wanted(number, modes), cleanup);
  }

  static boolean isIn(int number, String address) {
    return address.startsWith(RANGE.formatted(number));
  }

  /** A port to ask for, with its hardware address. */
  Wanted port() {
    String mac =
        "02:dc:0f:%02x:%02x:%02x"
            .formatted(hardware >>> 16 & 0xff, hardware >>> 8 & 0xff, hardware & 0xff);
    return SharedPort.wanted(cloud, id).with("mac_address", mac);
  }

  /** The address that such a port makes itself (RFC 4291, appendix A). */
  String ownAddress(int number) {
    return RANGE.formatted(number)
        + "dc:fff:fe%02x:%x".formatted(hardware >>> 16 & 0xff, hardware & 0xffff);
  }

  /** A port to ask for, with a chosen address. */
  Wanted portAt(String subnet, String address) {
    return SharedPort.wanted(cloud, id)
        .with("fixed_ips", List.of(Map.of("subnet_id", subnet, "ip_address", address)));
  }

  /** An address that may be chosen. */
  static String chosen(int number) {
    return RANGE.formatted(number) + ":5";
  }

  NetworkClient client() {
    return cloud.member().network();
  }
}
