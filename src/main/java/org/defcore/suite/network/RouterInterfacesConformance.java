package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.RouterInterface;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Interfaces of routers, which are ports in subnets. */
final class RouterInterfacesConformance {

  /**
   * An interface to be added to a router.
   *
   * @param by what the request names: the subnet, or a port in it
   */
  private record Planned(String router, Wanted by, String subnet, NetworkClient client) {

    /** Adds it; passes if the answer names the subnet and a port of the router, which is in it. */
    String assertAdded() {
      RouterInterface added = client.addInterface(router, by);
      String port = by.fields().path("port_id").asText(added.port());
      assertSame(
          "PUT " + client.routers().path(router) + "/add_router_interface",
          new RouterInterface(subnet, port),
          added);
      assertShown(port);
      return port;
    }

    /** Passes if that port of the router is in the subnet. */
    void assertShown(String port) {
      Whole shown = assertShows(ports(), port, Wanted.nameless().with("device_id", router));
      assertThat(shown.fields().at("/fixed_ips/0/subnet_id").asText())
          .as("/fixed_ips/0/subnet_id in GET %s", ports().path(port))
          .isEqualTo(subnet);
    }

    /** Removes it; passes if its port is gone in time. */
    void assertRemoved(String port, Poll poll) {
      client.removeInterface(router, by);
      poll.untilGone("GET " + ports().path(port), () -> ports().get(port));
    }

    Resource<Whole> ports() {
      return client.ports().as(Whole.class);
    }
  }

  @InteropTest(id = "b42e6e39-2e37-49cc-a6f4-8467e940900a")
  @Claim("A router interface can be added and removed by the id of a subnet")
  void interfaceIsAddedAndRemovedBySubnet(Cloud cloud, Cleanup cleanup, Poll poll) {
    String subnet = SharedSubnet.own(0, cloud, cleanup).subnet();
    Planned planned = in(subnet, SharedRouter.own(cloud, cleanup), cloud);

    String port = planned.assertAdded();

    planned.assertRemoved(port, poll);
  }

  @InteropTest(id = "802c73c9-c937-4cef-824b-2191e24a6aab")
  @Claim("A router can have an interface in each of two subnets at once")
  void routerIsInTwoSubnets(Cloud cloud, Cleanup cleanup) {
    List<String> subnets =
        Stream.of(0, 1).map(it -> SharedSubnet.own(it, cloud, cleanup).subnet()).toList();
    String router = SharedRouter.own(cloud, cleanup);

    Planned first = in(subnets.get(0), router, cloud);
    String port = first.assertAdded();
    in(subnets.get(1), router, cloud).assertAdded();

    first.assertShown(port);
  }

  @InteropTest(id = "96522edf-b4b5-45d9-8443-fa11c26e6eff")
  @Claim("The port of a router interface can be given a new address of its subnet")
  void portTakesAnAddressAnew(Cloud cloud, Cleanup cleanup) {
    String subnet = SharedSubnet.own(0, cloud, cleanup).subnet();
    Planned planned = in(subnet, SharedRouter.own(cloud, cleanup), cloud);
    String port = planned.assertAdded();

    Wanted anew = Wanted.nameless().with("fixed_ips", List.of(planned.by()));
    Whole changed = planned.ports().update(port, anew);

    assertThat(changed.fields().path("fixed_ips"))
        .extracting(it -> it.path("subnet_id").asText())
        .as("subnet_id of each of fixed_ips in PUT %s", planned.ports().path(port))
        .containsExactly(subnet);
    planned.assertShown(port);
  }

  private static Planned in(String subnet, String router, Cloud cloud) {
    return new Planned(router, SharedRouter.interfaceIn(subnet), subnet, cloud.member().network());
  }

  @InteropTest(id = "2b7d2f37-6748-4d78-92e5-1d590234f0d5")
  @Claim("A router interface can be added and removed by the id of a port")
  void portBecomesAnInterface(Cloud cloud, Cleanup cleanup, Poll poll) {
    Planned planned = ofNewPort(cloud, cleanup);

    String port = planned.assertAdded();

    planned.assertRemoved(port, poll);
    cleanup.removed(PORT, port);
  }

  @InteropTest(id = "5ad01ed0-0e6e-4c5d-8194-232801b15c72")
  @Claim("The port list filtered by router shows only the port of its interface")
  void portsAreFilteredByRouter(Cloud cloud, Cleanup cleanup, Poll poll) {
    // A port of no router: the whole list is longer than the one asked for.
    cloud.shared(SharedPort.SHARED);
    Planned planned = ofNewPort(cloud, cleanup);
    Query own = Query.by("device_id", planned.router());

    String port = planned.assertAdded();

    assertThat(planned.ports().list(own))
        .extracting(it -> List.of(it.id(), it.text("device_id")))
        .as("id and device_id of each in %s", call(planned.ports(), own))
        .containsExactly(List.of(port, planned.router()));
    planned.assertRemoved(port, poll);
    cleanup.removed(PORT, port);
  }

  // The port first: it is gone with the interface when clean-up removes the router before it.
  private static Planned ofNewPort(Cloud cloud, Cleanup cleanup) {
    SharedSubnet.Made made = SharedSubnet.own(0, cloud, cleanup);
    String port = cloud.provision(cleanup).port(cloud.uniqueName("port"), made.network());
    return new Planned(
        SharedRouter.own(cloud, cleanup),
        Wanted.nameless().with("port_id", port),
        made.subnet(),
        cloud.member().network());
  }
}
