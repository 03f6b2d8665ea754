package org.defcore.suite.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.ZONE;
import static org.defcore.result.ChosenFact.ZONE_PARENT;
import static org.defcore.suite.ResourceClaims.assertFields;

import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.dns.Zone;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.result.ZoneParent;

/** Zones of one test or fixture, each of a name that nobody else has. */
final class OwnZone {

  /** Fields that change when name servers follow, at any moment. */
  static final String[] STATE = {"status", "action"};

  private OwnZone() {}

  /** Makes one; passes if it is answered with what is asked for, and as being made. */
  static Zone make(Cloud cloud, Cleanup cleanup) {
    Resource<Zone> zones = cloud.member().dns().zones();
    String parent = cloud.knownFact(ZONE_PARENT).orElse(ZoneParent.USUAL);
    Wanted wanted =
        Wanted.named(cloud.uniqueName("zone") + "." + parent)
            .with("email", "dns@example.org")
            .with("ttl", 3601)
            .with("description", "a zone of one test");

    Zone made = cleanup.create(ZONE, wanted, zones::create);
    assertFields("POST /v2/zones", zones, wanted, made);
    assertState("POST /v2/zones", made, "CREATE", "PENDING");
    return made;
  }

  /** Passes if it has this action and status. */
  static void assertState(String call, Zone zone, String action, String status) {
    assertThat(zone)
        .as("action and status in %s", call)
        .extracting(Zone::action, Zone::status)
        .containsExactly(action, status);
  }
}
