package org.defcore.simcloud.dns;

import static org.defcore.simcloud.dns.DnsFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** Record sets; what is done to one is a change of its zone. */
record RecordSets(DnsConventions conventions) implements ResourceRules {

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    ObjectNode zone = store.where("zones", "id", made.path("zone_id")).get(0);
    made.set("zone_name", zone.path("name"));
    refuseIf(
        !("." + made.path("name").asText()).endsWith("." + zone.path("name").asText()),
        "invalid_recordset_location");
    refuseIf(
        made.path("type").asText().equals("A")
            && !made.path("records").valueStream().allMatch(RecordSets::isAddress),
        "no-address");
    refuseIf(
        store.where("recordsets", "zone_id", made.path("zone_id")).stream()
            .anyMatch(it -> isSame(it, made)),
        "duplicate_recordset");
    if (!isManaged(made)) {
      changeZone(store, made);
    }
    if (made.path("records").isEmpty()) {
      conventions.settled(made);
    }
  }

  private static boolean isAddress(JsonNode record) {
    return Address.parse(record.asText()).filter(it -> it.version() == 4).isPresent();
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return one.path("name").equals(other.path("name"))
        && one.path("type").equals(other.path("type"));
  }

  /** Returns whether the service has made it itself. */
  private static boolean isManaged(JsonNode set) {
    return set.path("name").equals(set.path("zone_name"))
        && set.path("type").asText().matches("SOA|NS");
  }

  private static void changeZone(ResourceStore store, ObjectNode set) {
    store.change("zones", set.path("zone_id"), Json.object());
  }

  @Override
  public void made(ResourceStore store, ObjectNode made) {
    conventions.follow(store.shelf("recordsets"), made);
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    refuseIf(isManaged(before), "managed");
    changeZone(store, changed);
    made(store, changed);
  }

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    refuseIf(isManaged(gone), "start");
    changeZone(store, gone);
  }

  @Override
  public ObjectNode remove(Shelf<ObjectNode> shelf, ObjectNode gone) {
    shelf.remove(gone.path("id").asText());
    return conventions.deleting(gone);
  }
}
