package org.defcore.suite.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.ZONE;
import static org.defcore.result.ChosenFact.ZONE_PARENT;
import static org.defcore.suite.ResourceClaims.assertFields;

import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.dns.DnsClient;
import org.defcore.client.dns.Zone;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.result.NeedUnmet;
import org.defcore.result.ZoneParent;

/** Zones of one test or fixture, each of a name that nobody else has. */
final class OwnZone {

  /** Fields that change when name servers follow, at any moment. */
  static final String[] STATE = {"status", "action"};

  private OwnZone() {}

  /**
   * Makes one; passes if it is answered with what is asked for, and as being made.
   *
   * @throws NeedUnmet if no domain is named and the cloud refuses the usual one
   */
  static Zone make(Cloud cloud, Cleanup cleanup) {
    DnsClient dns = cloud.member().dns();
    Resource<Zone> zones = dns.zones();
    Optional<String> parent = cloud.knownFact(ZONE_PARENT);
    Wanted wanted =
        Wanted.named(cloud.uniqueName("zone") + "." + parent.orElse(ZoneParent.USUAL))
            .with("email", "dns@example.org")
            .with("ttl", 3601)
            .with("description", "a zone of one test");

    Zone made =
        parent.isPresent()
            ? cleanup.create(ZONE, wanted, zones::create)
            : cleanup
                .createUnlessRefused(ZONE, wanted, dns::createZoneUnlessRestricted)
                .orElseThrow(OwnZone::restricted);
    assertFields("POST /v2/zones", zones, wanted, made);
    assertState("POST /v2/zones", made, "CREATE", "PENDING");
    return made;
  }

  private static NeedUnmet restricted() {
    return new NeedUnmet(
        "zone-parent",
        "the project may make no zone below %s: name a domain where it may with --zone-parent"
            .formatted(ZoneParent.USUAL));
  }

  /** Passes if it has this action and status. */
  static void assertState(String call, Zone zone, String action, String status) {
    assertThat(zone)
        .as("action and status in %s", call)
        .extracting(Zone::action, Zone::status)
        .containsExactly(action, status);
  }
}
