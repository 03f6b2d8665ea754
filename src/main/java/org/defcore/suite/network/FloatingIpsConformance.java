package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.FLOATING_IP;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.result.ChosenFact.EXTERNAL_NETWORK;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertBecomes;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertUnchanged;

import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.FloatingIp;
import org.defcore.client.network.Port;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Floating IPs and the addresses of ports that they stand for, one a test: they are scarce. */
final class FloatingIpsConformance {

  private static final Wanted FREE =
      Wanted.nameless()
          .with("port_id", Optional.empty())
          .with("fixed_ip_address", Optional.empty())
          .with("router_id", Optional.empty());

  @InteropTest(id = "e1f6bffd-442f-4668-b30e-df13f2705e77")
  @Claim("A floating IP can be associated with a port, and is free when the port is deleted")
  void floatingIpOutlivesItsPort(Cloud cloud, Cleanup cleanup) {
    RoutedNetwork.Made inside = cloud.shared(RoutedNetwork.SHARED);
    Resource<FloatingIp> floating = floating(cloud);
    FloatingIp free = assertMade(Wanted.nameless(), FREE, cloud, cleanup);
    Port port = inside.port(1, cloud, cleanup);

    Wanted given = at(port, 0, inside);
    assertBecomes(floating, floating.having(given, free), of(port));
    cloud.member().network().ports().delete(port.id());
    cleanup.removed(PORT, port.id());

    assertUnchanged(floating, free);
  }

  @InteropTest(id = "1bb2f731-fe5a-4b8c-8409-799ade1bed4d")
  @Claim("A floating IP moves from a port behind one router to a port behind another")
  void floatingIpMovesToAnotherRouter(Cloud cloud, Cleanup cleanup) {
    RoutedNetwork.Made before = cloud.shared(RoutedNetwork.SHARED);
    RoutedNetwork.Made after = RoutedNetwork.own(cloud, cleanup);
    Port first = before.port(1, cloud, cleanup);
    Port second = after.port(1, cloud, cleanup);

    FloatingIp made = assertMade(of(first), at(first, 0, before), cloud, cleanup);

    assertBecomes(floating(cloud), floating(cloud).having(at(second, 0, after), made), of(second));
  }

  @InteropTest(id = "36de4bd0-f09c-43e3-a8e1-1decc1ffd3a5")
  @Claim("A floating IP can be created for the second address of a port, and disassociated")
  void floatingIpIsTakenOff(Cloud cloud, Cleanup cleanup) {
    RoutedNetwork.Made inside = cloud.shared(RoutedNetwork.SHARED);
    Port port = inside.port(2, cloud, cleanup);

    FloatingIp made = assertMade(of(port, 1), at(port, 1, inside), cloud, cleanup);

    FloatingIp free = floating(cloud).having(FREE, made);
    assertBecomes(floating(cloud), free, Wanted.nameless().with("port_id", Optional.empty()));
  }

  @InteropTest(id = "45c4c683-ea97-41ef-9c51-5e9802f2f3d7")
  @Claim("A floating IP moves from the first to the second address of a port")
  void floatingIpMovesToAnotherAddress(Cloud cloud, Cleanup cleanup) {
    RoutedNetwork.Made inside = cloud.shared(RoutedNetwork.SHARED);
    Port port = inside.port(2, cloud, cleanup);

    FloatingIp made = assertMade(of(port, 0), at(port, 0, inside), cloud, cleanup);

    FloatingIp moved = floating(cloud).having(at(port, 1, inside), made);
    assertBecomes(floating(cloud), moved, of(port, 1));
  }

  @InteropTest(id = "22996ea8-4a81-4b27-b6e1-fa5df92fa5e8")
  @Claim(
      "A floating IP for a port without an external gateway is rejected with 404, and "
          + "not created")
  void portHasToBeReachable(Cloud cloud, Cleanup cleanup) {
    Port port = RoutedNetwork.withoutGateway(cloud, cleanup).port(1, cloud, cleanup);

    Wanted wanted = in(cloud.fact(EXTERNAL_NETWORK), of(port, 0), cloud);
    assertNotMade(404, wanted, cloud, cleanup);
  }

  @InteropTest(id = "50b9aeb4-9f0b-48ee-aa31-fa955a48ff54")
  @Claim("A floating IP in a network that is not external is rejected with 400, and not created")
  void networkHasToBeExternal(Cloud cloud, Cleanup cleanup) {
    RoutedNetwork.Made inside = RoutedNetwork.withoutGateway(cloud, cleanup);
    Port port = inside.port(1, cloud, cleanup);

    assertNotMade(400, in(inside.network(), of(port, 0), cloud), cloud, cleanup);
  }

  @InteropTest(id = "6b3b8797-6d43-4191-985c-c48b773eb429")
  @Claim(
      "Associating a floating IP with a port without an external gateway returns 404, "
          + "without effect")
  void newPortHasToBeReachable(Cloud cloud, Cleanup cleanup) {
    Port port = RoutedNetwork.withoutGateway(cloud, cleanup).port(1, cloud, cleanup);
    FloatingIp free = assertMade(Wanted.nameless(), FREE, cloud, cleanup);

    assertRefused(404, () -> floating(cloud).update(free.id(), of(port, 0)));
    assertUnchanged(floating(cloud), free);
  }

  private static void assertNotMade(int status, Wanted wanted, Cloud cloud, Cleanup cleanup) {
    assertRefused(status, () -> make(wanted, cloud, cleanup));
    assertThat(floating(cloud).list())
        .extracting(FloatingIp::description)
        .as("descriptions in %s", call(floating(cloud)))
        .doesNotContain(description(wanted));
  }

  /** Passes if one is answered and shown with what is asked for, and with these fields. */
  private static FloatingIp assertMade(Wanted asked, Wanted shown, Cloud cloud, Cleanup cleanup) {
    Resource<FloatingIp> floating = floating(cloud);
    Wanted wanted = in(cloud.fact(EXTERNAL_NETWORK), asked, cloud);
    FloatingIp made = make(wanted, cloud, cleanup);
    assertFields("POST " + floating.path(), floating, wanted, made);
    assertFields("POST " + floating.path(), floating, shown, made);
    assertUnchanged(floating, made);
    return made;
  }

  private static FloatingIp make(Wanted wanted, Cloud cloud, Cleanup cleanup) {
    return cleanup.create(
        FLOATING_IP, description(wanted), () -> floating(cloud).create(wanted), FloatingIp::id);
  }

  /** One of a network, which is found by its description. */
  private static Wanted in(String network, Wanted asked, Cloud cloud) {
    return asked
        .with("description", cloud.uniqueName("floating-ip"))
        .with("floating_network_id", network);
  }

  private static String description(Wanted wanted) {
    return wanted.fields().path("description").asText();
  }

  /** For a port with one address. */
  private static Wanted of(Port port) {
    return Wanted.nameless().with("port_id", port.id());
  }

  /** For one of the addresses of a port. */
  private static Wanted of(Port port, int address) {
    return of(port).with("fixed_ip_address", port.addresses().get(address).address());
  }

  /** The fields of one that stands for an address of a port. */
  private static Wanted at(Port port, int address, RoutedNetwork.Made inside) {
    return of(port, address).with("router_id", inside.router());
  }

  private static Resource<FloatingIp> floating(Cloud cloud) {
    return cloud.member().network().floatingIps();
  }
}
