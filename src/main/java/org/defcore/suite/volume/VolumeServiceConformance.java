package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.volume.Extension;
import org.defcore.client.volume.VolumeApiVersion;
import org.defcore.client.volume.VolumeZone;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The versions, extensions and availability zones of the block storage service. */
final class VolumeServiceConformance {

  @InteropTest(id = "77838fc4-b49b-4c64-9533-166762517369")
  @Claim("Block storage lists its API versions without authentication")
  void rootListsVersions(Cloud cloud) {
    List<VolumeApiVersion> versions = cloud.member().volume().listVersions();

    assertThat(versions).as("versions in GET /").isNotEmpty();
  }

  @InteropTest(id = "94607eb0-43a5-47ca-82aa-736b41bd2e2c")
  @Claim("Block storage lists its API extensions, including Hosts")
  void extensionsAreListed(Cloud cloud) {
    List<Extension> extensions = cloud.member().volume().listExtensions();

    assertThat(extensions)
        .extracting(Extension::name)
        .as("names in GET /extensions")
        .contains("Hosts");
  }

  @InteropTest(id = "01f1ae88-eba9-4c6b-a011-6f7ace06b725")
  @Claim("A project member can list the availability zones of volumes, and there is at least one")
  void memberListsZones(Cloud cloud) {
    List<VolumeZone> zones = cloud.member().volume().listZones();

    assertThat(zones).as("zones in GET /os-availability-zone").isNotEmpty();
  }
}
