package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.ROUTER;
import static org.defcore.result.ChosenFact.EXTERNAL_NETWORK;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ResourceClaims.assertBecomes;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertCreates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.defcore.client.IpAddress;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.Router;
import org.defcore.client.network.Subnet;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Routers, their gateways to an external network and their routes. */
final class RoutersConformance {

  private static final String GATEWAY = "external_gateway_info";

  @InteropTest(id = "f64403e2-8483-4b34-8ccd-b09a87bcc68c")
  @Claim("A router with an external gateway can be created, listed, renamed and deleted")
  void routerIsCreatedRenamedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Router> routers = routers(cloud);

    Router made = assertCreates(routers, ROUTER, withGateway(cloud), cleanup);
    assertHas(routers, made.id());
    assertChanges(routers, made, Wanted.named(cloud.uniqueName("router")));

    routers.delete(made.id());
    poll.untilGone("GET " + routers.path(made.id()), () -> routers.get(made.id()));
    cleanup.removed(ROUTER, made.id());
  }

  @InteropTest(id = "ad81b7ee-4f81-407b-a19c-17e623f763e8")
  @Claim("The external gateway of a router can be removed, and nothing else changes")
  void gatewayIsRemoved(Cloud cloud, Cleanup cleanup) {
    Resource<Router> routers = routers(cloud);
    Router made = assertCreates(routers, ROUTER, withGateway(cloud), cleanup);
    Router without = routers.having(Wanted.nameless().with(GATEWAY, Optional.empty()), made);

    assertBecomes(routers, without, Wanted.nameless().with(GATEWAY, Map.of()));
  }

  private static Wanted withGateway(Cloud cloud) {
    return switchedOff(cloud).with(GATEWAY, Map.of("network_id", cloud.fact(EXTERNAL_NETWORK)));
  }

  private static Wanted switchedOff(Cloud cloud) {
    return Wanted.named(cloud.uniqueName("router")).with("admin_state_up", false);
  }

  @InteropTest(id = "a8902683-c788-4246-95c7-ad9c6d63a4d9")
  @Claim("A router created with admin_state_up false can be set up")
  void routerIsSwitchedOn(Cloud cloud, Cleanup cleanup) {
    Router made = assertCreates(routers(cloud), ROUTER, switchedOff(cloud), cleanup);

    assertChanges(routers(cloud), made, Wanted.nameless().with("admin_state_up", true));
  }

  @InteropTest(id = "c86ac3a8-50bd-4b00-a6b8-62af84a0765c")
  @Claim("Four extra routes can be added to a router and removed")
  void routesAreTakenAndDropped(Cloud cloud, Cleanup cleanup) {
    List<Wanted> interfaces =
        numbers(2)
            .map(it -> SharedSubnet.own(it, cloud, cleanup).subnet())
            .map(SharedRouter::interfaceIn)
            .toList();
    Resource<Router> routers = routers(cloud);
    Wanted wanted = switchedOff(cloud).with("admin_state_up", true);
    Router made = assertCreates(routers, ROUTER, wanted, cleanup);
    interfaces.forEach(it -> cloud.member().network().addInterface(made.id(), it));
    List<Subnet.HostRoute> routes =
        numbers(4)
            .map(it -> new Subnet.HostRoute(OwnSubnet.cidr(cloud, it), hop(cloud, it)))
            .toList();

    assertChanges(routers, made, Wanted.nameless().with("routes", routes));
    Router without = routers.having(Wanted.nameless().with("routes", List.of()), made);
    assertBecomes(routers, without, Wanted.nameless().with("routes", Optional.empty()));
  }

  private static Stream<Integer> numbers(int end) {
    return IntStream.range(0, end).boxed();
  }

  /** A host of its own for each route, in either of two subnets of 16 addresses. */
  private static IpAddress hop(Cloud cloud, int route) {
    return OwnSubnet.address(cloud, 16 * (route % 2) + 2 + route / 2);
  }

  private static Resource<Router> routers(Cloud cloud) {
    return cloud.member().network().routers();
  }
}
