package org.defcore.suite.network;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.Provisioner;
import org.defcore.kit.SharedFixture;

/** The id of a port without addresses, alone on its network; no test changes it. */
enum SharedPort implements SharedFixture<String> {
  SHARED;

  @Override
  public String title() {
    return "a port without addresses";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    Provisioner provisioner = cloud.provision(cleanup);
    String network = provisioner.network(cloud.uniqueName("network"));
    return provisioner.port(cloud.uniqueName("port"), network);
  }
}
