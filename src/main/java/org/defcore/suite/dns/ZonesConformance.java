package org.defcore.suite.dns;

import static org.defcore.kit.resource.ResourceKind.ZONE;
import static org.defcore.suite.ListClaims.assertListed;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.dns.OwnZone.STATE;
import static org.defcore.suite.dns.OwnZone.assertState;

import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.dns.DnsClient;
import org.defcore.client.dns.Zone;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Zones; no name is looked up. */
final class ZonesConformance {

  @InteropTest(id = "02ca5d6a-86ce-4f02-9d94-9e5db55c3055")
  @Claim("A new zone has the requested name, email, TTL and description, and the status PENDING")
  void zoneIsMadeAndShown(Cloud cloud, Cleanup cleanup) {
    Zone made = OwnZone.make(cloud, cleanup);

    Resource<Zone> zones = cloud.member().dns().zones();
    assertSame("GET " + zones.path(made.id()), made, zones.get(made.id()), STATE);
  }

  @InteropTest(id = "5bfa3cfe-5bc8-443b-bf48-cfba44cbb247")
  @Claim("The zone list includes a new zone as it was created")
  void zoneIsListed(Cloud cloud, Cleanup cleanup) {
    Zone made = OwnZone.make(cloud, cleanup);

    Resource<Zone> zones = cloud.member().dns().zones();
    assertSame("GET /v2/zones", made, assertListed(zones, made.id()), STATE);
  }

  @InteropTest(id = "123f51cb-19d5-48a9-aacc-476742c02141")
  @Claim("The description, email and TTL of a zone can be updated, and nothing else changes")
  void zoneIsChanged(Cloud cloud, Cleanup cleanup) {
    DnsClient dns = cloud.member().dns();
    Zone made = OwnZone.make(cloud, cleanup);
    Wanted changes =
        Wanted.nameless()
            .with("description", "changed")
            .with("email", "other@example.org")
            .with("ttl", 3602);

    Zone answered = dns.updateZone(made.id(), changes);

    String path = dns.zones().path(made.id());
    Zone expected = dns.zones().having(changes, made);
    assertState("PATCH " + path, answered, "UPDATE", "PENDING");
    assertSame("PATCH " + path, expected, answered, "status", "action", "serial");
    assertSame("GET " + path, expected, dns.zones().get(made.id()), "status", "action", "serial");
  }

  @InteropTest(id = "d0648f53-4114-45bd-8792-462a82f69d32")
  @Claim("A new zone goes from PENDING to ACTIVE; a deleted zone is PENDING and then gone")
  void zoneIsMadeActiveAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    DnsClient dns = cloud.member().dns();
    Zone made = OwnZone.make(cloud, cleanup);
    String path = dns.zones().path(made.id());
    Zone active =
        poll.like("zone active")
            .until(
                "GET %s to show ACTIVE".formatted(path),
                () -> dns.zones().get(made.id()),
                it -> it.status().equals("ACTIVE"),
                it -> it.status().equals("ERROR"));
    assertState("GET " + path, active, "NONE", "ACTIVE");
    assertSame("GET " + path, made, active, "status", "action", "serial");

    assertState("DELETE " + path, dns.deleteZone(made.id()), "DELETE", "PENDING");
    poll.like("zone gone").untilGone("GET " + path, () -> dns.zones().get(made.id()));
    cleanup.removed(ZONE, made.id());
  }
}
