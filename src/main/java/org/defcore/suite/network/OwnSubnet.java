package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.NETWORK;
import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.result.ChosenFact.SUBNET_RANGE;
import static org.defcore.suite.ResourceClaims.assertCreates;

import java.util.function.UnaryOperator;
import org.defcore.client.IpAddress;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.result.Ipv4Range;

/**
 * Subnets of one test, on networks of its own: so those of all tests can have the same addresses.
 */
public final class OwnSubnet {

  private static final int LENGTH = 28;

  private OwnSubnet() {}

  /** The range of all of them, which the user may choose. */
  static Ipv4Range range(Cloud cloud) {
    return Ipv4Range.parse(cloud.knownFact(SUBNET_RANGE).orElse(Ipv4Range.USUAL)).orElseThrow();
  }

  /** The addresses of each; of several on one network they differ by the number, 0 to 15. */
  public static String cidr(Cloud cloud, int number) {
    return range(cloud).part(number, LENGTH).toString();
  }

  /** The address of a host in the first of them. */
  static IpAddress address(Cloud cloud, int host) {
    return new IpAddress(range(cloud).address(host));
  }

  /** The addresses between those of two hosts, both included. */
  static Subnet.AddressPool pool(Cloud cloud, int first, int last) {
    return new Subnet.AddressPool(address(cloud, first), address(cloud, last));
  }

  /** A subnet to ask for on that network. */
  static Wanted wanted(Cloud cloud, String network) {
    return Wanted.named(cloud.uniqueName("subnet"))
        .with("network_id", network)
        .with("ip_version", 4)
        .with("cidr", cidr(cloud, 0));
  }

  /** Makes one on a new network; passes if it is answered and shown with what is asked for. */
  static Subnet make(Cloud cloud, Cleanup cleanup, UnaryOperator<Wanted> more) {
    String network = cloud.provision(cleanup).network(cloud.uniqueName("network"));
    Wanted wanted = more.apply(wanted(cloud, network));
    return assertCreates(cloud.member().network().subnets(), SUBNET, wanted, cleanup);
  }

  /** Deletes the network of a subnet; passes if both are gone in time. */
  static void deleteWithNetwork(Subnet subnet, Cloud cloud, Cleanup cleanup, Poll poll) {
    NetworkClient client = cloud.member().network();
    String network = subnet.network();
    client.networks().delete(network);
    poll.untilGone("GET /v2.0/networks/" + network, () -> client.networks().get(network));
    poll.untilGone("GET /v2.0/subnets/" + subnet.id(), () -> client.subnets().get(subnet.id()));
    cleanup.removed(SUBNET, subnet.id());
    cleanup.removed(NETWORK, network);
  }
}
