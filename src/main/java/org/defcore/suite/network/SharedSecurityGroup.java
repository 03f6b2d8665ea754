package org.defcore.suite.network;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** The id of a security group with the rules that the cloud gives it; no test changes it. */
enum SharedSecurityGroup implements SharedFixture<String> {
  SHARED;

  @Override
  public String title() {
    return "a security group";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(cloud, cleanup);
  }

  /** One that belongs to one test alone. */
  static String own(Cloud cloud, Cleanup cleanup) {
    return cloud.provision(cleanup).securityGroup(cloud.uniqueName("security-group"));
  }
}
