package org.defcore.suite.network;

import org.defcore.client.Wanted;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** The id of a router without interfaces; no test changes it. */
enum SharedRouter implements SharedFixture<String> {
  SHARED;

  @Override
  public String title() {
    return "a router";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(cloud, cleanup);
  }

  /** One that belongs to one test alone. */
  static String own(Cloud cloud, Cleanup cleanup) {
    return cloud.provision(cleanup).router(cloud.uniqueName("router"));
  }

  /** An interface to ask for, in a subnet. */
  static Wanted interfaceIn(String subnet) {
    return Wanted.nameless().with("subnet_id", subnet);
  }
}
