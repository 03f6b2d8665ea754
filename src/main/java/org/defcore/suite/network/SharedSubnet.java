package org.defcore.suite.network;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A network with one subnet; no test changes either. */
enum SharedSubnet implements SharedFixture<SharedSubnet.Made> {
  SHARED;

  /**
   * The ids of both.
   *
   * @param name of the network
   */
  record Made(String network, String name, String subnet) {}

  @Override
  public String title() {
    return "a network with a subnet";
  }

  @Override
  public Made make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(0, cloud, cleanup);
  }

  /** One that belongs to one test alone; subnets of the same number overlap. */
  static Made own(int number, Cloud cloud, Cleanup cleanup) {
    String name = cloud.uniqueName("network");
    String network = cloud.provision(cleanup).network(name);
    return new Made(network, name, on(network, number, cloud, cleanup));
  }

  /** The id of one more on a network. */
  static String on(String network, int number, Cloud cloud, Cleanup cleanup) {
    String name = cloud.uniqueName("subnet");
    return cloud.provision(cleanup).subnet(name, network, OwnSubnet.cidr(cloud, number));
  }
}
