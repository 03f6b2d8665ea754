package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.simcloud.resource.Conventions;
import org.defcore.simcloud.resource.Forms;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Page;
import org.defcore.simcloud.resource.ResourceRules.Shown;
import org.defcore.simcloud.resource.ResourceType;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Stamps, documents and answers of the network service. */
final class NetworkConventions implements Conventions {

  private static final List<String> OWNER = List.of("project_id", "tenant_id");

  @Override
  public void begin(ObjectNode made, Instant now) {
    String time = Times.seconds(now);
    made.put("created_at", time).put("updated_at", time).set("tenant_id", made.path("project_id"));
  }

  // Changes are counted.
  @Override
  public void touch(ObjectNode changed, Instant now) {
    int revision = changed.path("revision_number").asInt();
    changed.put("updated_at", Times.seconds(now)).put("revision_number", revision + 1);
  }

  @Override
  public boolean isShared(ObjectNode resource) {
    return resource.path("shared").asBoolean() || resource.path("router:external").asBoolean();
  }

  @Override
  public void admit(ResourceType type, int used) {
    int most = NetworkService.quota(type.name());
    refuseIf(most >= 0 && used >= most, "OverQuota", type.name());
  }

  @Override
  public List<JsonNode> contents(Incoming request, ResourceType type) throws IOException {
    byte[] body = request.peek();
    Optional<JsonNode> sent = Json.read(body);
    refuseIf(body.length > 0 && sent.isEmpty(), "MalformedRequestBody");
    JsonNode document = sent.orElseGet(Json::object);
    refuseIf(document.isEmpty(), "no-body");
    List<JsonNode> contents = new ArrayList<>();
    if (!document.has(type.plural())) {
      contents.add(content(document, type));
    }
    for (JsonNode item : document.path(type.plural())) {
      contents.add(content(item.has(type.name()) ? item : Json.wrap(type.name(), item), type));
    }
    refuseIf(contents.isEmpty(), "no-resources");
    contents.forEach(it -> requireOwner(it, request.caller().project()));
    return contents;
  }

  private static JsonNode content(JsonNode document, ResourceType type) {
    JsonNode content = document.path(type.name());
    refuseIf(content.isMissingNode(), "no-resource", type.name());
    refuseIf(!content.isObject(), "no-object", type.name());
    return content;
  }

  private static void requireOwner(JsonNode sent, String project) {
    for (String owner : OWNER) {
      refuseIf(sent.has(owner) && !sent.path(owner).asText().equals(project), "other-owner");
    }
  }

  // Several are asked for by their list, be it of one.
  @Override
  public Reply answer(Incoming request, ResourceType type, Shown when, List<ObjectNode> shown)
      throws IOException {
    return switch (when) {
      case GONE -> Reply.empty(204);
      case MADE ->
          Reply.json(
              201,
              request.sent(type.plural()).isMissingNode()
                  ? Json.wrap(type.name(), shown.get(0))
                  : Json.wrap(type.plural(), Json.array(shown)));
      case READ -> Reply.json(200, Json.wrap(type.name(), cut(request, shown.get(0))));
      case CHANGED -> Reply.json(200, Json.wrap(type.name(), shown.get(0)));
    };
  }

  @Override
  public Reply list(Incoming request, ResourceType type, List<ObjectNode> visible) {
    refuseIf(
        request.queries("sort_key").size() != request.queries("sort_dir").size(), "sort-pairs");
    List<ObjectNode> byId =
        visible.stream().sorted(Comparator.comparing(it -> it.path("id").asText())).toList();
    ListRules<ObjectNode> rules =
        type.lists()
            .repeated(ListRules.Repeated.ANY)
            .zeroIsAll()
            .backwards()
            .otherFilters((attribute, value) -> filter(type, attribute, value))
            .otherOrders(type::order);
    Page<ObjectNode> page = rules.page(request, byId);
    List<ObjectNode> items = page.items().stream().map(it -> cut(request, it)).toList();
    ObjectNode body = Json.wrap(type.plural(), Json.array(items));
    ArrayNode links = links(request, page);
    if (!links.isEmpty()) {
      body.set(type.plural() + "_links", links);
    }
    return Reply.json(200, body);
  }

  // An empty value is none.
  private static Optional<Predicate<ObjectNode>> filter(
      ResourceType type, String attribute, String value) {
    return type.shows(attribute) && !value.isEmpty()
        ? Optional.of(it -> isIn(it.path(attribute), value))
        : Optional.empty();
  }

  // Of a list of objects, as key=value.
  private static boolean isIn(JsonNode held, String value) {
    if (held.isArray()) {
      String[] pair = value.split("=", 2);
      return held.valueStream()
          .anyMatch(
              it ->
                  (pair.length == 2 && it.isObject())
                      ? isIn(it.path(pair[0]), pair[1])
                      : isIn(it, value));
    }
    return held.isBoolean()
        ? Forms.flag(value).equals(Optional.of(held.asBoolean()))
        : held.asText().equalsIgnoreCase(value);
  }

  // A page that is not full is the last one in its direction.
  private static ArrayNode links(Incoming request, Page<ObjectNode> page) {
    ArrayNode links = Json.array();
    if (page.ids().isEmpty() || request.query("limit").filter(it -> !it.equals("0")).isEmpty()) {
      return links;
    }
    boolean back = request.query("page_reverse").filter("true"::equalsIgnoreCase).isPresent();
    String list = request.base() + request.path() + "?";
    if (page.full() || back) {
      String last = page.ids().get(page.ids().size() - 1);
      links.add(Json.link("next", list + forwards(Page.query(request, last))));
    }
    if (page.full() || !back) {
      String first = forwards(Page.query(request, page.ids().get(0)));
      links.add(Json.link("previous", list + first + "&page_reverse=True"));
    }
    return links;
  }

  private static String forwards(String query) {
    return query.replaceAll("(^|&)page_reverse=[^&]*", "");
  }

  /** The part of a resource that is asked for. */
  private static ObjectNode cut(Incoming request, ObjectNode resource) {
    List<String> fields = request.queries("fields");
    return fields.isEmpty() ? resource : resource.retain(fields);
  }
}
