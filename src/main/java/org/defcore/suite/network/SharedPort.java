package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.PORT;

import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A port without addresses, as its creation was answered; no test changes it. */
enum SharedPort implements SharedFixture<Whole> {
  SHARED;

  @Override
  public String title() {
    return "a port without addresses";
  }

  @Override
  public Whole make(Cloud cloud, Cleanup cleanup, Poll poll) {
    String network = cloud.provision(cleanup).network(cloud.uniqueName("network"));
    return cleanup.create(
        PORT, wanted(cloud, network), cloud.member().network().ports().as(Whole.class)::create);
  }

  /** A port to ask for on that network. */
  static Wanted wanted(Cloud cloud, String network) {
    return Wanted.named(cloud.uniqueName("port")).with("network_id", network);
  }
}
