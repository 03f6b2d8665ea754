package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.network.NetworkApiVersion;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The version list at the root of the networking service. */
final class NetworkVersionsConformance {

  @InteropTest(id = "cac8a836-c2e0-4304-b556-cd299c7281d1")
  @Claim("The networking service lists its API versions at its root, and each is v2.0")
  void rootListsTheOneVersion(Cloud cloud) {
    List<NetworkApiVersion> versions = cloud.member().network().listVersions();

    assertThat(versions).extracting(NetworkApiVersion::id).as("ids in GET /").containsOnly("v2.0");
  }
}
