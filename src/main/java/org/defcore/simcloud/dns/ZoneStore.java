package org.defcore.simcloud.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** Zones and record sets: what is done to them is pending, and active one stage later. */
final class ZoneStore {

  private static final String ZONE =
      """
      {"id": %s, "pool_id": %s, "project_id": %s, "name": null, "email": null,
       "description": null, "ttl": 3600, "serial": %s, "status": "PENDING", "action": "CREATE",
       "version": 1, "attributes": {}, "type": "PRIMARY", "masters": [], "created_at": %s,
       "updated_at": null, "transferred_at": null}
      """;
  private static final String SET =
      """
      {"id": %s, "zone_id": %s, "project_id": %s, "name": null, "zone_name": %s, "type": null,
       "records": [], "description": null, "ttl": null, "status": "PENDING", "action": "CREATE",
       "version": 1, "created_at": %s, "updated_at": null}
      """;
  private static final String SERVER = "ns1.simulated.test.";

  private final Object lock = new Object();
  private final Shelf<ObjectNode> zones;
  private final Shelf<ObjectNode> sets;
  private final Timing timing;

  ZoneStore(Timing timing) {
    this.timing = timing;
    this.zones = shelf("zone_not_found", "Could not find Zone");
    this.sets = shelf("recordset_not_found", "Could not find RecordSet");
  }

  private Shelf<ObjectNode> shelf(String type, String message) {
    return Shelf.ofDocuments(
        lock, timing, id -> DnsFaults.refusal(404, type, message), it -> false);
  }

  Shelf<ObjectNode> zones() {
    return zones;
  }

  /** The record sets of a zone, the first one first. */
  List<ObjectNode> setsOf(String zone) {
    return oldestFirst(sets.everyone(it -> it.path("zone_id").asText().equals(zone)));
  }

  static List<ObjectNode> oldestFirst(List<ObjectNode> newestFirst) {
    List<ObjectNode> all = new ArrayList<>(newestFirst);
    Collections.reverse(all);
    return all;
  }

  ObjectNode addZone(String project, JsonNode wanted) {
    synchronized (lock) {
      String name = wanted.path("name").asText();
      if (!zones.everyone(it -> it.path("name").asText().equalsIgnoreCase(name)).isEmpty()) {
        throw DnsFaults.refusal(409, "duplicate_zone", "Duplicate Zone");
      }
      Instant now = timing.second();
      ObjectNode zone =
          Json.form(
              ZONE,
              Ids.uuid(),
              Ids.builtIn("dns pool"),
              project,
              now.getEpochSecond(),
              Times.micros(now));
      zone.setAll((ObjectNode) wanted);
      String id = zone.path("id").asText();
      zones.add(id, project, zone);
      zones.later(id, this::settled);
      String contact = wanted.path("email").asText().replace('@', '.');
      String start =
          "%s %s. %d 3600 600 86400 3600".formatted(SERVER, contact, now.getEpochSecond());
      keep(zone, Json.form("{\"name\": %s, \"type\": \"SOA\", \"records\": [%s]}", name, start));
      keep(zone, Json.form("{\"name\": %s, \"type\": \"NS\", \"records\": [%s]}", name, SERVER));
      return zone;
    }
  }

  /** Changes a zone, which is pending then. */
  ObjectNode changeZone(ObjectNode zone, UnaryOperator<ObjectNode> how) {
    String id = zone.path("id").asText();
    synchronized (lock) {
      requireKept(zone);
      ObjectNode changed = zones.change(id, it -> pending(how.apply(it), "UPDATE"));
      zones.later(id, this::settled);
      return changed;
    }
  }

  private static void requireKept(ObjectNode zone) {
    if (zone.path("action").asText().equals("DELETE")) {
      throw DnsFaults.badRequest("Can not update a deleting zone");
    }
  }

  ObjectNode removeZone(ObjectNode zone) {
    String id = zone.path("id").asText();
    synchronized (lock) {
      ObjectNode changed = zones.change(id, it -> pending(it, "DELETE"));
      zones.removeLater(id);
      return changed;
    }
  }

  /** A record set of a zone. */
  ObjectNode requireSet(ObjectNode zone, String id) {
    ObjectNode set = sets.require(zone.path("project_id").asText(), id);
    Predicate<ObjectNode> here = it -> it.path("zone_id").equals(zone.path("id"));
    return here.test(set) ? set : sets.require("", id);
  }

  ObjectNode addSet(ObjectNode zone, JsonNode wanted) {
    synchronized (lock) {
      requireKept(zone);
      for (ObjectNode other : setsOf(zone.path("id").asText())) {
        if (other.path("name").equals(wanted.path("name"))
            && other.path("type").equals(wanted.path("type"))) {
          throw DnsFaults.refusal(409, "duplicate_recordset", "Duplicate RecordSet");
        }
      }
      changeZone(zone, it -> it);
      return keep(zone, wanted);
    }
  }

  private ObjectNode keep(ObjectNode zone, JsonNode wanted) {
    String project = zone.path("project_id").asText();
    ObjectNode set =
        Json.form(
            SET,
            Ids.uuid(),
            zone.path("id").asText(),
            project,
            zone.path("name").asText(),
            Times.micros(timing.second()));
    set.setAll((ObjectNode) wanted);
    String id = set.path("id").asText();
    sets.add(id, project, set.path("records").isEmpty() ? settled(set) : set);
    sets.later(id, this::settled);
    return set;
  }

  /** Changes a record set and with it its zone, which are pending then. */
  ObjectNode changeSet(ObjectNode zone, String id, UnaryOperator<ObjectNode> how) {
    synchronized (lock) {
      changeZone(zone, it -> it);
      ObjectNode changed = sets.change(id, it -> pending(how.apply(it), "UPDATE"));
      sets.later(id, this::settled);
      return changed;
    }
  }

  /** Removes a record set, which is not found any more at once. */
  ObjectNode removeSet(ObjectNode zone, String id) {
    synchronized (lock) {
      ObjectNode changed = changeSet(zone, id, it -> it).put("action", "DELETE");
      sets.remove(id);
      return changed;
    }
  }

  private ObjectNode pending(ObjectNode resource, String action) {
    resource
        .put("version", resource.path("version").asInt() + 1)
        .put("updated_at", Times.micros(timing.second()))
        .put("status", "PENDING")
        .put("action", action);
    return resource.has("serial")
        ? resource.put("serial", resource.path("serial").asLong() + 1)
        : resource;
  }

  /** Moves of a zone, unlike those of a record set, count as changes. */
  private ObjectNode settled(ObjectNode resource) {
    if (resource.path("action").asText().equals("DELETE")) {
      return resource;
    }
    ObjectNode active = resource.put("status", "ACTIVE").put("action", "NONE");
    return resource.has("serial")
        ? active.put("updated_at", Times.micros(timing.second()))
        : active;
  }
}
