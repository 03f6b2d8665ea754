package org.defcore.simcloud.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.ListRules.Direction;
import org.defcore.simcloud.resource.Page;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Schemas;
import org.defcore.simcloud.wire.Service;

/** DNS v2 with one pool, without imports, exports, transfers and anything of administrators. */
public final class DnsService implements Service {

  private static final String REQUEST_ID = "x-openstack-request-id";
  private static final Frame FRAME =
      Frame.of("/dns", "/v2", (status, message) -> DnsFaults.fault(status, "error", message))
          .with(Schemas.of(DnsService.class, it -> DnsFaults.invalid(it.sentence())));
  private static final String VERSIONS =
      """
      {"versions": [
       {"id": "v2", "status": "SUPPORTED", "updated": "2022-06-29T00:00:00Z",
        "links": [{"href": "%1$s/v2", "rel": "self"},
         {"href": "https://docs.openstack.org/api-ref/dns", "rel": "help"}]},
       {"id": "v2.0", "status": "CURRENT", "updated": "2022-06-29T00:00:00Z",
        "links": [{"href": "%1$s/v2", "rel": "self"},
         {"href": "https://docs.openstack.org/api-ref/dns", "rel": "help"}]}]}
      """;
  private static final String ID = "[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}";
  private static final String ALLOWED = ".example.org.";
  private static final Set<String> PAGING = Set.of("limit", "marker", "sort_key", "sort_dir");
  private static final ListRules<ObjectNode> ZONES = rules("email", "ttl");
  private static final ListRules<ObjectNode> SETS = rules("data", "ttl");

  private final ZoneStore store;
  private final Defects defects;

  public DnsService(Timing timing, Defects defects) {
    this.store = new ZoneStore(timing);
    this.defects = defects;
  }

  private static ListRules<ObjectNode> rules(String... more) {
    ListRules<ObjectNode> rules =
        ListRules.<ObjectNode>of(it -> text(it, "id"), DnsFaults.lists())
            .pages(20, 1000)
            .usually(Direction.ASC)
            .otherFilters(DnsService::unknown)
            .otherOrders(
                key ->
                    Optional.of(key)
                        .filter(it -> it.matches("created_at|id|name|status|ttl|updated_at"))
                        .map(it -> Comparator.comparing(resource -> text(resource, it))));
    for (String name : more) {
      rules.filter(name, wanted -> like(name, wanted));
    }
    for (String name : List.of("name", "description", "status", "type")) {
      rules.filter(name, wanted -> like(name, wanted));
    }
    return rules;
  }

  private static Optional<Predicate<ObjectNode>> unknown(String name, String value) {
    if (PAGING.contains(name)) {
      return Optional.empty();
    }
    throw DnsFaults.badRequest("Invalid filters " + name);
  }

  /** A condition with asterisks for any text. */
  private static Predicate<ObjectNode> like(String name, String wanted) {
    Pattern pattern = Pattern.compile(Pattern.quote(wanted).replace("*", "\\E.*\\Q"));
    return it -> pattern.matcher(text(it, name)).matches();
  }

  private static String text(JsonNode resource, String name) {
    return resource.path(name).asText();
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    String zone = " /v2/zones/{zone}";
    String set = zone + "/recordsets/{recordset}";
    return List.of(
        Operation.open(
            "dns.versions.list",
            "GET /",
            it -> Reply.json(200, Json.document(VERSIONS.formatted(it.base())))),
        Operation.of("dns.zones.list", "GET /v2/zones", this::listZones),
        Operation.of("dns.zones.create", "POST /v2/zones", this::createZone),
        Operation.of("dns.zones.show", "GET" + zone, it -> zone(200, it, require(it))),
        Operation.of("dns.zones.update", "PATCH" + zone, this::updateZone),
        Operation.of(
            "dns.zones.delete",
            "DELETE" + zone,
            it -> zone(202, it, store.removeZone(require(it)))),
        Operation.of("dns.recordsets.list", "GET" + zone + "/recordsets", this::listSets),
        Operation.of("dns.recordsets.create", "POST" + zone + "/recordsets", this::createSet),
        Operation.of("dns.recordsets.show", "GET" + set, it -> set(200, it, requireSet(it))),
        Operation.of("dns.recordsets.update", "PUT" + set, this::updateSet),
        Operation.of("dns.recordsets.delete", "DELETE" + set, this::deleteSet));
  }

  @Override
  public List<String> resources() {
    return store.zones().everyone(it -> true).stream()
        .map(it -> "zone " + text(it, "id") + " " + text(it, "name"))
        .sorted()
        .toList();
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return DnsFaults.fault(404, "not_found", "resource not found");
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return DnsFaults.fault(405, "method_not_allowed");
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    Reply identified = Service.super.finish(request, reply);
    return identified
        .json()
        .filter(it -> it.has("code"))
        .flatMap(
            it ->
                identified
                    .field(REQUEST_ID)
                    .map(id -> ((ObjectNode) it.deepCopy()).put("request_id", id)))
        .map(identified::withJson)
        .orElse(identified);
  }

  private ObjectNode require(Incoming request) {
    requireId(request, "zone");
    return store.zones().require(request.caller().project(), request.part("zone"));
  }

  private static void requireId(Incoming request, String key) {
    String id = request.part(key);
    if (!id.matches(ID)) {
      throw DnsFaults.refusal(400, "invalid_uuid", "Invalid UUID %s_id: %s".formatted(key, id));
    }
  }

  private ObjectNode requireSet(Incoming request) {
    requireId(request, "recordset");
    return store.requireSet(require(request), request.part("recordset"));
  }

  private static Reply zone(int status, Incoming request, ObjectNode zone) {
    return Reply.json(status, linked(zone, request.base() + "/v2/zones/" + text(zone, "id")));
  }

  private static Reply set(int status, Incoming request, ObjectNode set) {
    return Reply.json(status, linkedSet(request, set));
  }

  private static ObjectNode linkedSet(Incoming request, ObjectNode set) {
    String path = "%s/v2/zones/%s/recordsets/%s";
    return linked(set, path.formatted(request.base(), text(set, "zone_id"), text(set, "id")));
  }

  private static ObjectNode linked(ObjectNode resource, String url) {
    resource.putObject("links").put("self", url);
    return resource;
  }

  private static Reply located(Reply reply) {
    String url = reply.json().orElseThrow().at("/links/self").asText();
    return reply.with("Location", url);
  }

  private Reply listZones(Incoming request) {
    List<ObjectNode> all = ZoneStore.oldestFirst(store.zones().all(request.caller().project()));
    all.forEach(it -> zone(200, request, it));
    return list(request, "zones", ZONES, all);
  }

  private Reply listSets(Incoming request) {
    List<ObjectNode> all = store.setsOf(text(require(request), "id"));
    all.forEach(it -> linkedSet(request, it));
    return list(request, "recordsets", SETS, all);
  }

  private static Reply list(
      Incoming request, String key, ListRules<ObjectNode> rules, List<ObjectNode> all) {
    Page<ObjectNode> page = rules.page(request, all);
    Incoming whole = request.withoutQuery("marker").withQuery("limit", "1000");
    ObjectNode body = Json.wrap(key, Json.array(page.items()));
    String url = request.base() + request.path();
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    ObjectNode links = body.putObject("links").put("self", url + query);
    page.next(request).ifPresent(it -> links.put("next", url + "?" + it));
    body.putObject("metadata").put("total_count", rules.page(whole, all).items().size());
    return Reply.json(200, body);
  }

  private Reply createZone(Incoming request) throws IOException {
    ObjectNode wanted = (ObjectNode) request.json().orElseThrow();
    String name = text(wanted, "name");
    if (!name.matches("[^.]+\\.([^.]+\\.)+")) {
      throw DnsFaults.refusal(400, "invalid_zone_name", "More than one label is required");
    }
    if (defects.on(DnsDefect.RESTRICTED) && !name.endsWith(ALLOWED)) {
      throw DnsFaults.refusal(400, "invalid_zone_name", "Invalid TLD");
    }
    return located(zone(202, request, store.addZone(request.caller().project(), wanted)));
  }

  private Reply updateZone(Incoming request) throws IOException {
    ObjectNode changes = (ObjectNode) request.json().orElseThrow();
    return zone(202, request, store.changeZone(require(request), it -> it.setAll(changes)));
  }

  private Reply createSet(Incoming request) throws IOException {
    ObjectNode zone = require(request);
    ObjectNode wanted = once((ObjectNode) request.json().orElseThrow());
    if (!("." + text(wanted, "name")).endsWith("." + text(zone, "name"))) {
      throw DnsFaults.refusal(
          400, "invalid_recordset_location", "RecordSet is not contained within it's parent zone");
    }
    int status = wanted.path("records").isEmpty() ? 201 : 202;
    return located(set(status, request, store.addSet(zone, wanted)));
  }

  /** With each record once. */
  private static ObjectNode once(ObjectNode set) {
    if (set.has("records")) {
      Set<JsonNode> records = new LinkedHashSet<>();
      set.path("records").forEach(records::add);
      set.set("records", Json.array(records));
    }
    return set;
  }

  private Reply updateSet(Incoming request) throws IOException {
    ObjectNode before = requireOwn(request, "Managed records may not be updated");
    ObjectNode changes = once((ObjectNode) request.json().orElseThrow());
    for (String fixed : List.of("name", "type")) {
      if (changes.has(fixed) && !changes.path(fixed).equals(before.path(fixed))) {
        throw DnsFaults.unknownKey(fixed, "recordset");
      }
    }
    return set(
        202,
        request,
        store.changeSet(require(request), text(before, "id"), it -> it.setAll(changes)));
  }

  private Reply deleteSet(Incoming request) {
    ObjectNode before = requireOwn(request, "Deleting a SOA recordset is not allowed");
    return set(202, request, store.removeSet(require(request), text(before, "id")));
  }

  /** A record set that the service does not manage itself. */
  private ObjectNode requireOwn(Incoming request, String refusal) {
    ObjectNode set = requireSet(request);
    boolean atTop = set.path("name").equals(set.path("zone_name"));
    if (atTop && text(set, "type").matches("SOA|NS")) {
      throw DnsFaults.badRequest(refusal);
    }
    return set;
  }
}
