package org.defcore.simcloud.dns;

import static org.defcore.simcloud.dns.DnsFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Conventions;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Page;
import org.defcore.simcloud.resource.ResourceRules.Shown;
import org.defcore.simcloud.resource.ResourceType;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/**
 * Stamps, documents and answers of the DNS service. Changes of its resources are pending, and
 * active one stage later.
 */
record DnsConventions(Timing timing) implements Conventions {

  private static final Set<String> PAGING = Set.of("limit", "marker", "sort_key", "sort_dir");
  private static final Set<String> FILTERS =
      Set.of("name", "description", "status", "type", "email", "records", "ttl");
  private static final Set<String> ORDERS =
      Set.of("created_at", "id", "name", "status", "ttl", "updated_at");

  @Override
  public void begin(ObjectNode made, Instant now) {
    made.put("created_at", Times.micros(now));
  }

  @Override
  public void touch(ObjectNode changed, Instant now) {
    changed
        .put("version", changed.path("version").asInt() + 1)
        .put("updated_at", Times.micros(now))
        .put("status", "PENDING")
        .put("action", "UPDATE");
    if (changed.has("serial")) {
      changed.put("serial", changed.path("serial").asLong() + 1);
    }
  }

  ObjectNode deleting(ObjectNode gone) {
    touch(gone, timing.second());
    return gone.put("action", "DELETE");
  }

  /** Lets what is pending be done one stage later. */
  void follow(Shelf<ObjectNode> shelf, ObjectNode pending) {
    shelf.later(pending.path("id").asText(), this::settled);
  }

  // Moves of a zone, unlike those of a record set, count as changes.
  ObjectNode settled(ObjectNode resource) {
    if (resource.path("action").asText().equals("DELETE")) {
      return resource;
    }
    if (resource.has("serial")) {
      resource.put("updated_at", Times.micros(timing.second()));
    }
    return resource.put("status", "ACTIVE").put("action", "NONE");
  }

  @Override
  public List<JsonNode> contents(Incoming request, ResourceType type) throws IOException {
    Optional<JsonNode> sent = request.json().filter(JsonNode::isObject);
    return List.of(sent.orElseThrow(() -> DnsFaults.ALL.of("no-object")));
  }

  // A set without records is active at once: it is not accepted, but created.
  @Override
  public Reply answer(Incoming request, ResourceType type, Shown when, List<ObjectNode> shown) {
    ObjectNode resource = linked(request, type, shown.get(0));
    boolean done = resource.path("status").asText().equals("ACTIVE");
    return switch (when) {
      case READ -> Reply.json(200, resource);
      case CHANGED, GONE -> Reply.json(202, resource);
      case MADE ->
          Reply.json(done ? 201 : 202, resource)
              .with("Location", resource.at("/links/self").asText());
    };
  }

  private static ObjectNode linked(Incoming request, ResourceType type, ObjectNode resource) {
    resource.putObject("links").put("self", request.base() + type.path(resource));
    return resource;
  }

  @Override
  public Reply list(Incoming request, ResourceType type, List<ObjectNode> visible) {
    List<ObjectNode> oldestFirst = new ArrayList<>(visible);
    Collections.reverse(oldestFirst);
    oldestFirst.forEach(it -> linked(request, type, it));
    ListRules<ObjectNode> rules =
        type.lists()
            .pages(20, 1000)
            .otherFilters((name, value) -> filter(type, name, value))
            .otherOrders(key -> Optional.of(key).filter(ORDERS::contains).flatMap(type::order));
    Page<ObjectNode> page = rules.page(request, oldestFirst);
    ObjectNode body = Json.wrap(type.plural(), Json.array(page.items()));
    String url = request.base() + request.path();
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    ObjectNode links = body.putObject("links").put("self", url + query);
    page.next(request).ifPresent(it -> links.put("next", url + "?" + it));
    body.putObject("metadata").put("total_count", page.total());
    return Reply.json(200, body);
  }

  /** A condition with asterisks for any text. */
  private static Optional<Predicate<ObjectNode>> filter(
      ResourceType type, String name, String value) {
    if (PAGING.contains(name)) {
      return Optional.empty();
    }
    String attribute = name.equals("data") ? "records" : name;
    refuseIf(!FILTERS.contains(attribute) || !type.shows(attribute), "unknown-filter", name);
    Pattern pattern = Pattern.compile(Pattern.quote(value).replace("*", "\\E.*\\Q"));
    return Optional.of(
        it -> texts(it.path(attribute)).anyMatch(text -> pattern.matcher(text).matches()));
  }

  private static Stream<String> texts(JsonNode held) {
    return held.isArray() ? held.valueStream().map(JsonNode::asText) : Stream.of(held.asText());
  }
}
