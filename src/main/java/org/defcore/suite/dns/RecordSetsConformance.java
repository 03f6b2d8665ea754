package org.defcore.suite.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.ListClaims.assertListed;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.dns.OwnZone.STATE;

import java.util.List;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.dns.RecordSet;
import org.defcore.client.dns.Zone;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Record sets, which go with their zone at the end; no name is looked up. */
final class RecordSetsConformance {

  private static final List<String> ADDRESSES = List.of("192.0.2.1", "192.0.2.2", "192.0.2.3");

  /** Label, type and records of each, as the guideline's test had them in 2020. */
  private static final List<List<String>> USUAL =
      List.of(
          List.of("www.", "A", "192.0.2.1", "192.0.2.2", "192.0.2.3"),
          List.of("www.", "AAAA", "2001:db8::1", "2001:db8::1", "2001:db8::"),
          List.of(
              "_sip._tcp.",
              "SRV",
              "10 60 5060 server1.example.com.",
              "20 60 5060 server2.example.com.",
              "20 30 5060 server3.example.com."),
          List.of(
              "_sip._udp.",
              "SRV",
              "10 60 5060 server1.example.com.",
              "10 60 5060 server2.example.com.",
              "20 30 5060 server3.example.com."),
          List.of("alias-of-target.", "CNAME", "target.example.org."),
          List.of("", "MX", "10 mail1.example.org.", "20 mail2.example.org."),
          List.of("under.", "MX", "10 mail.example.org."),
          List.of("www.", "SSHFP", "2 1 123456789abcdef67890123456789abcdef67890"),
          List.of("www.", "TXT", "\"Any Old Text Goes Here\""));

  @InteropTest(id = "d03b69a5-5052-43bc-a38a-b511b6b34304")
  @Claim(
      "A zone accepts record sets of types A, AAAA, SRV, CNAME, MX, SSHFP and TXT; each "
          + "response shows the requested records and the status PENDING")
  void setsOfUsualTypesAreMade(Cloud cloud, Cleanup cleanup) {
    Zone zone = OwnZone.make(cloud, cleanup);

    for (List<String> each : USUAL) {
      make(cloud, zone, each.get(0), each.get(1), each.subList(2, each.size()));
    }
  }

  @InteropTest(id = "5964f730-5546-46e6-9105-5030e9c492b2")
  @Claim("The list of record sets of a zone includes a new record set as it was created")
  void setIsListed(Cloud cloud) {
    RecordSet made = make(cloud);

    Resource<RecordSet> sets = sets(cloud, made);
    assertSame("GET " + sets.path(), made, assertListed(sets, made.id()), STATE);
  }

  @InteropTest(id = "84c13cb2-9020-4c1e-aeb0-c348d9a70caa")
  @Claim("A new record set has the requested name, type, records and TTL")
  void setIsMadeAndShown(Cloud cloud) {
    assertShown(cloud, make(cloud));
  }

  @InteropTest(id = "855399c1-8806-4ae5-aa31-cb8a6f35e218")
  @Claim("A record set returns 404 as soon as its deletion is accepted")
  void setIsDeleted(Cloud cloud) {
    RecordSet made = make(cloud);
    Resource<RecordSet> sets = sets(cloud, made);

    RecordSet deleted = cloud.member().dns().deleteRecordSet(made);

    assertThat(deleted.id()).as("id in DELETE %s", sets.path(made.id())).isEqualTo(made.id());
    assertRefused(404, () -> sets.get(made.id()));
  }

  @InteropTest(id = "8d41c85f-09f9-48be-a202-92d1bdf5c796")
  @Claim(
      "The records and TTL of a record set can be updated together with its name and "
          + "type, and nothing else changes")
  void recordsAreReplaced(Cloud cloud) {
    RecordSet made = make(cloud);

    assertChanges(
        cloud,
        made,
        Wanted.named(made.name())
            .with("type", made.type())
            .with("records", List.of("192.0.2.9"))
            .with("ttl", 602));
  }

  @InteropTest(id = "60904cc5-148b-4e3b-a0c6-35656dc8d44c")
  @Claim("The TTL of a record set can be updated alone, and nothing else changes")
  void lifetimeIsChanged(Cloud cloud) {
    assertChanges(cloud, make(cloud), Wanted.nameless().with("ttl", 602));
  }

  private static void assertChanges(Cloud cloud, RecordSet made, Wanted changes) {
    Resource<RecordSet> sets = sets(cloud, made);
    RecordSet expected = sets.having(changes, made);

    RecordSet answered = cloud.member().dns().updateRecordSet(made, changes);

    assertSame("PUT " + sets.path(made.id()), expected, answered, STATE);
    assertShown(cloud, expected);
  }

  private static void assertShown(Cloud cloud, RecordSet expected) {
    Resource<RecordSet> sets = sets(cloud, expected);
    assertSame("GET " + sets.path(expected.id()), expected, sets.get(expected.id()), STATE);
  }

  private static RecordSet make(Cloud cloud) {
    Zone zone = cloud.shared(SharedZone.SHARED);
    return make(cloud, zone, cloud.uniqueName("set") + ".", "A", ADDRESSES);
  }

  /** Makes one; passes if it is answered with what is asked for, and as pending. */
  private static RecordSet make(
      Cloud cloud, Zone zone, String label, String type, List<String> records) {
    Resource<RecordSet> sets = cloud.member().dns().recordSets(zone.id());
    Wanted wanted =
        Wanted.named(label + zone.name())
            .with("type", type)
            .with("records", records)
            .with("ttl", 601);

    RecordSet made = sets.create(wanted);

    Wanted expected =
        wanted.with("zone_id", zone.id()).with("zone_name", zone.name()).with("status", "PENDING");
    assertFields("POST " + sets.path(), sets, expected, made);
    return made;
  }

  private static Resource<RecordSet> sets(Cloud cloud, RecordSet set) {
    return cloud.member().dns().recordSets(set.zone());
  }
}
