package org.defcore.client.dns;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.client.Wanted;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;

/** DNS calls. A deletion answers with what is being deleted. */
public final class DnsClient {

  private static final Statuses STATUSES = new Statuses(202, 202, 202);

  private final ServiceEndpoint dns;

  public DnsClient(ServiceEndpoint dns) {
    this.dns = dns.unversioned();
  }

  public Resource<Zone> zones() {
    return resource("/v2/zones", "zones", Zone.class);
  }

  /**
   * {@code POST /v2/zones}; nothing if the cloud refuses the zone for its domain, as one that lets
   * zones be made below some domains only.
   */
  public Optional<Zone> createZoneUnlessRestricted(Wanted wanted) {
    Answer answer = dns.call("POST", zones().path()).json(wanted).expectOneOf(202, 400);
    if (answer.status() == 202) {
      return Optional.of(answer.as(Zone.class));
    }
    if (!isAboutTheDomain(answer.json())) {
      throw answer.unexpected("202", "400");
    }
    return Optional.empty();
  }

  /** Returns whether a fault is that of a list of allowed domains, or of forbidden ones. */
  private static boolean isAboutTheDomain(JsonNode fault) {
    return fault.path("type").asText().equals("invalid_zone_name")
        && fault.path("message").asText().matches("Invalid TLD|(Black|Deny)listed zone name");
  }

  /** {@code PATCH /v2/zones/ID} */
  public Zone updateZone(String id, Wanted changes) {
    return dns.call("PATCH", zones().path(id)).json(changes).expect(202).as(Zone.class);
  }

  /** {@code DELETE /v2/zones/ID} */
  public Zone deleteZone(String id) {
    return dns.call("DELETE", zones().path(id)).expect(202).as(Zone.class);
  }

  /** The record sets of a zone, at {@code /v2/zones/ID/recordsets}. */
  public Resource<RecordSet> recordSets(String zone) {
    return resource(zones().path(zone) + "/recordsets", "recordsets", RecordSet.class);
  }

  /** {@code PUT /v2/zones/ID/recordsets/ID}: 200 where nothing is left to be done. */
  public RecordSet updateRecordSet(RecordSet set, Wanted changes) {
    return dns.call("PUT", path(set)).json(changes).expectOneOf(202, 200).as(RecordSet.class);
  }

  /** {@code DELETE /v2/zones/ID/recordsets/ID} */
  public RecordSet deleteRecordSet(RecordSet set) {
    return dns.call("DELETE", path(set)).expect(202).as(RecordSet.class);
  }

  private String path(RecordSet set) {
    return recordSets(set.zone()).path(set.id());
  }

  private <T> Resource<T> resource(String path, String many, Class<T> shape) {
    return new Resource<>(dns, new ResourceCalls(path, "", many, STATUSES, Envelope.OPEN), shape);
  }
}
