package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.kit.resource.ResourceKind.ROUTER;
import static org.defcore.result.ChosenFact.EXTERNAL_NETWORK;

import java.util.Collections;
import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.Port;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A network behind a router with a gateway to the external network; no test changes them. */
enum RoutedNetwork implements SharedFixture<RoutedNetwork.Made> {
  SHARED;

  /** The ids of the three. */
  record Made(String network, String subnet, String router) {

    /** Makes a port with that many addresses in the subnet. */
    Port port(int addresses, Cloud cloud, Cleanup cleanup) {
      Wanted wanted =
          SharedPort.wanted(cloud, network)
              .with("fixed_ips", Collections.nCopies(addresses, Map.of("subnet_id", subnet)));
      return cleanup.create(PORT, wanted, cloud.member().network().ports()::create);
    }
  }

  @Override
  public String title() {
    return "a network behind a router with a gateway";
  }

  @Override
  public Made make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(cloud, cleanup);
  }

  /** One that belongs to one test alone. */
  static Made own(Cloud cloud, Cleanup cleanup) {
    Wanted gateway = Wanted.nameless().with("network_id", cloud.fact(EXTERNAL_NETWORK));
    return own(
        Wanted.named(cloud.uniqueName("router")).with("external_gateway_info", gateway),
        cloud,
        cleanup);
  }

  /** One whose router has no gateway, and which belongs to one test alone. */
  static Made withoutGateway(Cloud cloud, Cleanup cleanup) {
    return own(Wanted.named(cloud.uniqueName("router")), cloud, cleanup);
  }

  private static Made own(Wanted wanted, Cloud cloud, Cleanup cleanup) {
    NetworkClient client = cloud.member().network();
    SharedSubnet.Made made = SharedSubnet.own(0, cloud, cleanup);
    Whole router = cleanup.create(ROUTER, wanted, client.routers().as(Whole.class)::create);
    var unused = client.addInterface(router.id(), SharedRouter.interfaceIn(made.subnet()));
    return new Made(made.network(), made.subnet(), router.id());
  }
}
