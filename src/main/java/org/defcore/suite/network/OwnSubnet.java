package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.NETWORK;
import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.suite.ResourceClaims.assertCreates;

import java.util.function.UnaryOperator;
import org.defcore.client.IpAddress;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;

/** Subnets of one test, each alone on its network: so all can have the same addresses. */
final class OwnSubnet {

  /** The addresses of each. */
  static final String CIDR = "10.100.0.0/28";

  private OwnSubnet() {}

  /** The address of a host. */
  static IpAddress address(int host) {
    return new IpAddress("10.100.0." + host);
  }

  /** The addresses between those of two hosts, both included. */
  static Subnet.AddressPool pool(int first, int last) {
    return new Subnet.AddressPool(address(first), address(last));
  }

  /** A subnet to ask for on that network. */
  static Wanted wanted(Cloud cloud, String network) {
    return Wanted.named(cloud.uniqueName("subnet"))
        .with("network_id", network)
        .with("ip_version", 4)
        .with("cidr", CIDR);
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
