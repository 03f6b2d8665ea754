package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.NETWORK;
import static org.defcore.kit.resource.ResourceKind.SUBNET;
import static org.defcore.result.ChosenFact.EXTERNAL_NETWORK;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertCreates;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.List;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.Network;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.NetworkExtension;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Networks, one by one and in lists. */
final class NetworksConformance {

  /** The extension by which everybody sees the subnets of an external network. */
  private static final NetworkExtension SUBNETS_SHOWN =
      new NetworkExtension("subnet-external-network");

  @InteropTest(id = "f7ffdeda-e200-4a7a-bcbe-05716e86bf43")
  @Claim("The network list includes the user's network")
  void listHasOwnNetwork(Cloud cloud) {
    assertHas(networks(cloud), cloud.shared(SharedSubnet.SHARED).network());
  }

  @InteropTest(id = "6ae6d24f-9194-4869-9c85-c313cb20e080")
  @Claim("The network list with fields id, name and mtu shows only these fields")
  void fieldsAreChosenInTheList(Cloud cloud) {
    Resource<Network.Summary> summaries = networks(cloud).as(Network.Summary.class);
    Network.Summary own = summary(cloud);
    Query[] fields = Query.fields("id", "name", "mtu");

    List<Network.Summary> found = summaries.list(fields);

    assertThat(found).as(call(summaries, fields)).contains(own);
    assertThat(found)
        .extracting(it -> it.mtu().isPresent())
        .as("presence of mtu in each of %s", call(summaries, fields))
        .containsOnly(own.mtu().isPresent());
  }

  @InteropTest(id = "2bf13842-c93f-4a69-83ed-717d2ec3b44e")
  @Claim("A network is shown by its id with its name")
  void networkIsShown(Cloud cloud) {
    SharedSubnet.Made made = cloud.shared(SharedSubnet.SHARED);

    assertShows(networks(cloud), made.network(), Wanted.named(made.name()));
  }

  @InteropTest(id = "867819bb-c4b6-45f7-acf9-90edcf70aa5e")
  @Claim("A network with fields id, name and mtu shows only these fields")
  void fieldsAreChosen(Cloud cloud) {
    Query[] fields = Query.fields("id", "name", "mtu");

    assertShows(networks(cloud).as(Network.Summary.class), summary(cloud), fields);
  }

  /** The fields of the shared network; an MTU only if the cloud shows one unasked. */
  private static Network.Summary summary(Cloud cloud) {
    SharedSubnet.Made made = cloud.shared(SharedSubnet.SHARED);
    Optional<Integer> mtu = networks(cloud).get(made.network()).mtu();
    return new Network.Summary(made.network(), made.name(), mtu);
  }

  @InteropTest(id = "0e269138-0da6-4efc-a46d-578161e7b221")
  @Claim(
      "A network and its subnet can be created and renamed; deleting the network "
          + "deletes the subnet")
  void networkAndSubnetAreRenamedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    NetworkClient client = cloud.member().network();
    Wanted wanted = Wanted.named(cloud.uniqueName("network"));

    Network network = assertCreates(client.networks(), NETWORK, wanted, cleanup);
    assertThat(network.status()).as("status in POST /v2.0/networks").isEqualTo("ACTIVE");
    assertChanges(client.networks(), network, Wanted.named(cloud.uniqueName("network")));
    Wanted onIt = OwnSubnet.wanted(cloud, network.id());
    Subnet subnet = assertCreates(client.subnets(), SUBNET, onIt, cleanup);
    assertChanges(client.subnets(), subnet, Wanted.named(cloud.uniqueName("subnet")));

    OwnSubnet.deleteWithNetwork(subnet, cloud, cleanup, poll);
    assertLacks(client.networks(), network.id());
    assertLacks(client.subnets(), subnet.id());
  }

  @InteropTest(id = "af774677-42a9-4e4b-bb58-16fe6a5bc1ec")
  @Claim(
      "The network list can be filtered for external networks, whose subnets are listed "
          + "only if shared or allowed by an extension")
  void externalNetworksAreListed(Cloud cloud) {
    NetworkClient client = cloud.member().network();
    String id = cloud.fact(EXTERNAL_NETWORK);
    Query external = Query.by("router:external", "True");

    List<Network> found = client.networks().list(external);

    assertThat(found)
        .extracting(Network::id)
        .as("ids in %s", call(client.networks(), external))
        .contains(id);
    assertThat(found)
        .extracting(Network::external)
        .as("router:external of each in %s", call(client.networks(), external))
        .containsOnly(Optional.of(true));
    boolean visible =
        client.extensions().list().contains(SUBNETS_SHOWN)
            || found.stream().anyMatch(it -> it.id().equals(id) && it.shared());
    Query onIt = Query.by("network_id", id);
    assertThat(client.subnets().list(onIt).stream().map(Subnet::network).distinct().toList())
        .as("network_id of each in %s", call(client.subnets(), onIt))
        .isEqualTo(visible ? List.of(id) : List.of());
  }

  private static Resource<Network> networks(Cloud cloud) {
    return cloud.member().network().networks();
  }
}
