package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.Map;
import java.util.function.Consumer;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.Router;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Calls for routers that have to be refused. */
final class RouterRefusalsConformance {

  @InteropTest(id = "37a94fc0-a834-45b9-bd23-9a81d2fd1e22")
  @Claim("Setting a router's gateway to an unknown network returns 404, without effect")
  void gatewayNetworkHasToExist(Cloud cloud) {
    String router = cloud.shared(SharedRouter.SHARED);

    assertNoGateway(404, router, router, cloud);
  }

  @InteropTest(id = "11836a18-0b15-4327-a50b-f0d9dc66bddd")
  @Claim("Setting a router's gateway to an internal network returns 400, without effect")
  void gatewayNetworkHasToBeExternal(Cloud cloud) {
    String inside = cloud.shared(SharedSubnet.SHARED).network();

    assertNoGateway(400, inside, cloud.shared(SharedRouter.SHARED), cloud);
  }

  private static void assertNoGateway(int status, String network, String router, Cloud cloud) {
    Wanted gateway = Wanted.nameless().with("external_gateway_info", Map.of("network_id", network));
    Router before = routers(cloud).get(router);

    assertRefused(status, () -> routers(cloud).update(router, gateway));
    assertShows(routers(cloud), before);
  }

  @InteropTest(id = "957751a3-3c68-4fa2-93b6-eb52ea10db6e")
  @Claim("A router interface with an overlapping CIDR is rejected with 400")
  void subnetsOfARouterHaveToDiffer(Cloud cloud, Cleanup cleanup) {
    NetworkClient client = cloud.member().network();
    SharedSubnet.Made other = cloud.shared(SharedSubnet.SHARED);
    String subnet = SharedSubnet.own(0, cloud, cleanup).subnet();
    String router = SharedRouter.own(cloud, cleanup);

    assertThat(client.addInterface(router, SharedRouter.interfaceIn(subnet)).subnet())
        .as("subnet_id in PUT %s/add_router_interface", client.routers().path(router))
        .isEqualTo(subnet);
    assertRefused(400, () -> client.addInterface(router, SharedRouter.interfaceIn(other.subnet())));
    assertEmpty(
        client.ports(), Query.by("device_id", router), Query.by("network_id", other.network()));
  }

  @InteropTest(id = "04df80f9-224d-47f5-837a-bf23e33d1c20")
  @Claim("Deleting a router with an interface is rejected with 409")
  void routerWithAnInterfaceIsNotDeleted(Cloud cloud, Cleanup cleanup) {
    NetworkClient client = cloud.member().network();
    String subnet = SharedSubnet.own(0, cloud, cleanup).subnet();
    String router = SharedRouter.own(cloud, cleanup);

    String port = client.addInterface(router, SharedRouter.interfaceIn(subnet)).port();

    assertRefused(409, () -> client.routers().delete(router));
    assertShows(client.routers(), router, Wanted.nameless());
    assertShows(client.ports().as(Whole.class), port, Wanted.nameless().with("device_id", router));
  }

  @InteropTest(id = "c2a70d72-8826-43a7-8208-0209e6360c47")
  @Claim("Reading an unknown router returns 404, even if its id is not a UUID")
  void unknownRouterCannotBeRead(Cloud cloud) {
    assertNotFound(cloud, routers(cloud)::get);
  }

  @InteropTest(id = "b23d1569-8b0c-4169-8d4b-6abd34fad5c7")
  @Claim("Updating an unknown router returns 404, even if its id is not a UUID")
  void unknownRouterCannotBeChanged(Cloud cloud) {
    assertNotFound(cloud, it -> routers(cloud).update(it, Wanted.named("new_name")));
  }

  @InteropTest(id = "c7edc5ad-d09d-41e6-a344-5c0c31e2e3e4")
  @Claim("Deleting an unknown router returns 404, even if its id is not a UUID")
  void unknownRouterCannotBeDeleted(Cloud cloud) {
    assertNotFound(cloud, routers(cloud)::delete);
  }

  private static void assertNotFound(Cloud cloud, Consumer<String> call) {
    assertUnknown(call);
    assertRefused(404, () -> call.accept(cloud.uniqueName("router")));
  }

  private static Resource<Router> routers(Cloud cloud) {
    return cloud.member().network().routers();
  }
}
