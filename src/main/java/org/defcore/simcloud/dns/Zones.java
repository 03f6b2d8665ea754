package org.defcore.simcloud.dns;

import static org.defcore.simcloud.dns.DnsFaults.refuseIf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** Zones; each begins with the record sets of its start and its name server. */
record Zones(DnsConventions conventions, Defects defects) implements ResourceRules {

  private static final String SERVER = "ns1.simulated.test.";
  private static final String ALLOWED = ".example.org.";

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    String name = made.path("name").asText();
    refuseIf(!name.matches("[^.]+\\.([^.]+\\.)+"), "one-label");
    refuseIf(defects.on(DnsDefect.RESTRICTED) && !name.endsWith(ALLOWED), "top-level");
    refuseIf(
        !store
            .shelf("zones")
            .everyone(it -> it.path("name").asText().equalsIgnoreCase(name))
            .isEmpty(),
        "duplicate_zone");
    made.put("pool_id", Ids.builtIn("dns pool"));
    made.put("serial", conventions.timing().second().getEpochSecond());
  }

  @Override
  public void made(ResourceStore store, ObjectNode made) {
    conventions.follow(store.shelf("zones"), made);
    String contact = made.path("email").asText().replace('@', '.');
    String start =
        "%s %s. %s 3600 600 86400 3600".formatted(SERVER, contact, made.path("serial").asText());
    addManaged(store, made, "SOA", start);
    addManaged(store, made, "NS", SERVER);
  }

  private static void addManaged(ResourceStore store, ObjectNode zone, String type, String record) {
    store.add(
        "recordsets",
        zone.path("project_id").asText(),
        Json.form(
            """
            {"zone_id": %s, "name": %s, "type": %s, "records": [%s]}
            """,
            zone.path("id"), zone.path("name"), type, record));
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    refuseIf(before.path("action").asText().equals("DELETE"), "deleting");
    conventions.follow(store.shelf("zones"), changed);
  }

  @Override
  public ObjectNode remove(Shelf<ObjectNode> shelf, ObjectNode gone) {
    String id = gone.path("id").asText();
    ObjectNode deleting = shelf.change(id, conventions::deleting);
    shelf.removeLater(id);
    return deleting;
  }
}
