package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import java.util.List;
import org.defcore.client.compute.AvailabilityZone;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Availability zones as a project member sees them. */
final class AvailabilityZonesConformance {

  @InteropTest(
      id = "a8333aa2-205c-449f-a828-d38c2489bf25",
      claim = "A project member can list the availability zones, and there is at least one")
  void memberListsZones(Cloud cloud) {
    List<AvailabilityZone> zones = cloud.as(MEMBER).compute().listAvailabilityZones();

    assertThat(zones).as("zones in GET /os-availability-zone").isNotEmpty();
  }
}
