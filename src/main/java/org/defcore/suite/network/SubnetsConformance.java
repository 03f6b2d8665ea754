package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertShows;
import static org.defcore.suite.network.OwnSubnet.address;
import static org.defcore.suite.network.OwnSubnet.pool;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Subnets, one by one and in lists. */
final class SubnetsConformance {

  @InteropTest(id = "db68ba48-f4ea-49e9-81d1-e367f6d0b20a")
  @Claim("The subnet list includes the user's subnet")
  void listHasOwnSubnet(Cloud cloud) {
    assertHas(subnets(cloud), cloud.shared(SharedSubnet.SHARED).subnet());
  }

  @InteropTest(id = "842589e3-9663-46b0-85e4-7f01273b0412")
  @Claim("The subnet list with fields id and network_id shows only these fields")
  void fieldsAreChosenInTheList(Cloud cloud) {
    Resource<Subnet.Place> places = subnets(cloud).as(Subnet.Place.class);
    Subnet.Place own = place(cloud);
    Query[] fields = Query.fields("id", "network_id");

    assertThat(places.list(fields)).as(call(places, fields)).contains(own);
  }

  @InteropTest(id = "bd635d81-6030-4dd1-b3b9-31ba0cfdf6cc")
  @Claim("A subnet is shown by its id with its addresses")
  void subnetIsShown(Cloud cloud) {
    String id = cloud.shared(SharedSubnet.SHARED).subnet();

    assertShows(subnets(cloud), id, Wanted.nameless().with("cidr", OwnSubnet.cidr(cloud, 0)));
  }

  @InteropTest(id = "270fff0b-8bfc-411f-a184-1e8fd35286f0")
  @Claim("A subnet with fields id and network_id shows only these fields")
  void fieldsAreChosen(Cloud cloud) {
    Query[] fields = Query.fields("id", "network_id");

    assertShows(subnets(cloud).as(Subnet.Place.class), place(cloud), fields);
  }

  private static Subnet.Place place(Cloud cloud) {
    SharedSubnet.Made made = cloud.shared(SharedSubnet.SHARED);
    return new Subnet.Place(made.subnet(), made.network());
  }

  @InteropTest(id = "9393b468-186d-496d-aa36-732348cd76e7")
  @Claim("A subnet has the requested gateway, and is deleted with its network")
  void gatewayIsTaken(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withGateway(it, cloud));
  }

  @InteropTest(id = "d2d596e2-8e76-47a9-ac51-d4648009f4d3")
  @Claim("A subnet can have no gateway, and is deleted with its network")
  void gatewayIsLeftOut(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withoutGateway(it));
  }

  @InteropTest(id = "bec949c4-3147-4ba6-af5f-cd2306118404")
  @Claim("A subnet has the requested allocation pool, and is deleted with its network")
  void allocationPoolIsTaken(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withPool(withoutGateway(it), cloud));
  }

  @InteropTest(id = "8217a149-0c6c-4cfb-93db-0486f707d13f")
  @Claim(
      "A subnet has the requested gateway and allocation pool, and is deleted with its "
          + "network")
  void gatewayAndAllocationPoolAreTaken(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withPool(withGateway(it, cloud), cloud));
  }

  @InteropTest(id = "d830de0a-be47-468f-8f02-1fd996118289")
  @Claim(
      "A subnet has the requested host routes and name servers, and is deleted with its "
          + "network")
  void routesAndNameServersAreTaken(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withRoutes(withoutGateway(it), cloud));
  }

  @InteropTest(id = "94ce038d-ff0a-4a4c-a56b-09da3ca0b55d")
  @Claim("A subnet has DHCP enabled if requested, and is deleted with its network")
  void dhcpIsEnabled(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(cloud, cleanup, poll, it -> withoutGateway(it).with("enable_dhcp", true));
  }

  @InteropTest(id = "a4d9ec4c-0306-4111-a75c-db01a709030b")
  @Claim(
      "A subnet has the requested gateway, routes, name servers and DHCP, and is "
          + "deleted with its network")
  void allIsTakenTogether(Cloud cloud, Cleanup cleanup, Poll poll) {
    assertMade(
        cloud,
        cleanup,
        poll,
        it -> withRoutes(withGateway(it, cloud), cloud).with("enable_dhcp", true));
  }

  private static void assertMade(
      Cloud cloud, Cleanup cleanup, Poll poll, UnaryOperator<Wanted> more) {
    OwnSubnet.deleteWithNetwork(OwnSubnet.make(cloud, cleanup, more), cloud, cleanup, poll);
  }

  @InteropTest(id = "3d3852eb-3009-49ec-97ac-5ce83b73010a")
  @Claim("Name, gateway, host routes, name servers and DHCP of a subnet can be changed together")
  void subnetIsChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    UnaryOperator<Wanted> all = it -> withPool(withRoutes(withGateway(it, cloud), cloud), cloud);
    Wanted changes =
        Wanted.named(cloud.uniqueName("subnet"))
            .with("gateway_ip", address(cloud, 11))
            .with("host_routes", routes(cloud, 2))
            .with("dns_nameservers", List.of("7.8.4.4", "7.8.8.8"))
            .with("enable_dhcp", true);

    Subnet made = OwnSubnet.make(cloud, cleanup, it -> all.apply(it).with("enable_dhcp", false));
    assertChanges(subnets(cloud), made, changes);

    OwnSubnet.deleteWithNetwork(made, cloud, cleanup, poll);
  }

  @InteropTest(id = "f04f61a9-b7f3-4194-90b2-9bcf660d1bfe")
  @Claim("Deleting a network deletes its subnet")
  void subnetGoesWithItsNetwork(Cloud cloud, Cleanup cleanup) {
    Subnet made = OwnSubnet.make(cloud, cleanup, it -> it);

    cloud.member().network().networks().delete(made.network());

    assertThat(subnets(cloud).find(made.id())).as("GET /v2.0/subnets/%s", made.id()).isEmpty();
  }

  private static Wanted withGateway(Wanted wanted, Cloud cloud) {
    return wanted.with("gateway_ip", address(cloud, 10));
  }

  private static Wanted withoutGateway(Wanted wanted) {
    return wanted.with("gateway_ip", Optional.empty());
  }

  private static Wanted withPool(Wanted wanted, Cloud cloud) {
    return wanted.with("allocation_pools", List.of(pool(cloud, 3, 7)));
  }

  private static Wanted withRoutes(Wanted wanted, Cloud cloud) {
    return wanted
        .with("host_routes", routes(cloud, 1))
        .with("dns_nameservers", List.of("8.8.4.4", "8.8.8.8"));
  }

  // The next hop is not in the subnet: what hosts are told is not checked.
  private static List<Subnet.HostRoute> routes(Cloud cloud, int host) {
    return List.of(new Subnet.HostRoute("10.20.0.0/32", address(cloud, 240 + host)));
  }

  private static Resource<Subnet> subnets(Cloud cloud) {
    return cloud.member().network().subnets();
  }
}
