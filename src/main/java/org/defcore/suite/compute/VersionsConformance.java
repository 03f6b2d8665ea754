package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import java.util.List;
import org.defcore.client.compute.ApiVersion;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The version list at the root of the compute service. */
final class VersionsConformance {

  @InteropTest(
      id = "6c0a0990-43b6-4529-9b61-5fd8daf7c55c",
      claim = "Compute lists its API versions to anybody, v2.0 first")
  void listStartsWithTheFirstVersion(Cloud cloud) {
    List<ApiVersion> versions = cloud.as(MEMBER).compute().listVersions();

    assertThat(versions).extracting(ApiVersion::id).as("ids in GET /").startsWith("v2.0");
  }
}
