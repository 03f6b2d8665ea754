package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.volume.VolumeApiVersion;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The version list at the root of the block storage service. */
final class VolumeVersionsConformance {

  @InteropTest(id = "77838fc4-b49b-4c64-9533-166762517369")
  @Claim("Block storage lists its API versions to anybody, as a choice between them")
  void rootListsVersions(Cloud cloud) {
    List<VolumeApiVersion> versions = cloud.member().volume().listVersions();

    assertThat(versions).as("versions in GET /").isNotEmpty();
  }
}
