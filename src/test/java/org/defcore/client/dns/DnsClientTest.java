package org.defcore.client.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Wanted;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Zones and record sets, in what is sent and in what is read. */
class DnsClientTest {

  private static final String ZONE =
      """
      {"id": "z1", "name": "a.example.", "pool_id": "o1", "project_id": "p1", "type": "PRIMARY",
       "email": "dns@example.org", "ttl": 3600, "serial": 1796057160, "description": "text",
       "status": "PENDING", "action": "CREATE", "version": 1, "links": {"self": "http://z"}}
      """;

  private static final String SET =
      """
      {"id": "s1", "zone_id": "z1", "zone_name": "a.example.", "project_id": "p1", "type": "A",
       "name": "www.a.example.", "records": ["192.0.2.2", "192.0.2.1", "192.0.2.2"], "ttl": 600,
       "description": "text", "status": "PENDING", "action": "CREATE", "version": 1}
      """;

  private static final Wanted TTL = Wanted.nameless().with("ttl", 7);

  private static final ClientTrial<DnsClient> CLIENT = ClientTrial.of(DnsClient::new, "/dns");

  @TestFactory
  Stream<DynamicTest> holdsAZoneToTheRuleOf() {
    return new RecordSample(
            ZONE, "", "GET /v2/zones/z1", CLIENT.reading(200, it -> it.zones().get("z1")))
        .holds(
            Zone.class,
            """
            id          | REQUIRED | 1
            name        | REQUIRED | 1
            pool_id     | REQUIRED | 1
            project_id  | REQUIRED | 1
            type        | REQUIRED | 1
            email       | REQUIRED | 1
            ttl         | REQUIRED | "3600"
            serial      | REQUIRED | "1"
            description | NULLABLE | 1
            status      | REQUIRED | 1
            action      | REQUIRED | 1
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsARecordSetToTheRuleOf() {
    return new RecordSample(
            SET,
            "",
            "GET /v2/zones/z1/recordsets/s1",
            CLIENT.reading(200, it -> it.recordSets("z1").get("s1")))
        .holds(
            RecordSet.class,
            """
            id          | REQUIRED | 1
            zone_id     | REQUIRED | 1
            zone_name   | REQUIRED | 1
            project_id  | REQUIRED | 1
            name        | REQUIRED | 1
            type        | REQUIRED | 1
            records     | REQUIRED | {}
            ttl         | NULLABLE | "600"
            description | NULLABLE | 1
            status      | REQUIRED | 1
            action      | REQUIRED | 1
            """);
  }

  @Test
  void readsRecordsAsASet() {
    RecordSet set = CLIENT.reads(200, SET, it -> it.recordSets("z1").get("s1"));

    assertThat(set.records()).containsExactly("192.0.2.1", "192.0.2.2");
  }

  @Test
  void changesAndDeletionsAreSentToTheOneThatIsMeant() {
    RecordSet set = CLIENT.reads(200, SET, it -> it.recordSets("z1").get("s1"));

    assertThat(
            List.of(
                CLIENT.sends(202, ZONE, it -> it.updateZone("z/1", TTL)).line(),
                CLIENT.sends(202, ZONE, it -> it.deleteZone("z1")).line(),
                CLIENT.sends(200, SET, it -> it.updateRecordSet(set, TTL)).line(),
                CLIENT.sends(202, SET, it -> it.deleteRecordSet(set)).line()))
        .containsExactly(
            "PATCH /dns/v2/zones/z%2F1",
            "DELETE /dns/v2/zones/z1",
            "PUT /dns/v2/zones/z1/recordsets/s1",
            "DELETE /dns/v2/zones/z1/recordsets/s1");
    assertThat(CLIENT.sends(202, ZONE, it -> it.updateZone("z1", TTL)).body())
        .isEqualTo("{\"ttl\":7}");
    CLIENT.refuses(204, "", it -> it.deleteZone("z1"), "expected 202 but found 204");
    CLIENT.refuses(204, "", it -> it.updateRecordSet(set, TTL), "but found 204");
  }

  @Test
  void zoneIsRestrictedByTheFaultOfItsDomainOnly() {
    Optional<Zone> made = CLIENT.reads(202, ZONE, it -> it.createZoneUnlessRestricted(TTL));
    assertThat(made).isPresent();
    for (String message : List.of("Invalid TLD", "Blacklisted zone name")) {
      String fault = fault("invalid_zone_name", message);
      Optional<Zone> none = CLIENT.reads(400, fault, it -> it.createZoneUnlessRestricted(TTL));
      assertThat(none).as(message).isEmpty();
    }
    for (String fault : List.of("Name too long", "More than one label is required", "")) {
      refuses("invalid_zone_name", fault);
    }
    refuses("bad_request", "Invalid TLD");
    CLIENT.refuses(
        403, "{}", it -> it.createZoneUnlessRestricted(TTL), "expected 202 but found 403");
  }

  private static void refuses(String type, String message) {
    CLIENT.refuses(
        400,
        fault(type, message),
        it -> it.createZoneUnlessRestricted(TTL),
        "expected 202 but found 400");
  }

  private static String fault(String type, String message) {
    return "{\"code\": 400, \"type\": \"%s\", \"message\": \"%s\"}".formatted(type, message);
  }
}
