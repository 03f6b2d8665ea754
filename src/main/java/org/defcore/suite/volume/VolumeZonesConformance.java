package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defcore.client.volume.VolumeZone;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Availability zones of volumes as a project member sees them. */
final class VolumeZonesConformance {

  @InteropTest(id = "01f1ae88-eba9-4c6b-a011-6f7ace06b725")
  @Claim("A project member can list the availability zones of volumes, and there is at least one")
  void memberListsZones(Cloud cloud) {
    List<VolumeZone> zones = cloud.member().volume().listZones();

    assertThat(zones).as("zones in GET /os-availability-zone").isNotEmpty();
  }
}
