package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.simcloud.network.NetworkRules.Shown;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Page;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The five calls that every kind of network resource has. */
final class NetworkCalls {

  private final NetworkStore store;
  private final NetworkRules rules;
  private final NetworkResource type;
  private final Shelf<ObjectNode> shelf;
  private final ListRules<ObjectNode> lists;

  NetworkCalls(NetworkStore store, NetworkResource type) {
    this.store = store;
    this.type = type;
    this.rules = store.rules(type.plural());
    this.shelf = store.shelf(type.plural());
    this.lists =
        ListRules.of(NetworkCalls::id, NetworkFaults.ofLists(type))
            .usually(ListRules.Direction.ASC)
            .repeated(ListRules.Repeated.ANY)
            .zeroIsAll()
            .backwards()
            .otherFilters(this::filter)
            .otherOrders(this::order);
  }

  List<Operation> operations() {
    String all = " /v2.0/" + type.collection();
    String one = all + "/{id}";
    List<Operation> operations =
        new ArrayList<>(
            List.of(
                operation("list", "GET" + all, store.alone(this::list)),
                operation("create", "POST" + all, store.alone(this::create)),
                operation("show", "GET" + one, store.alone(this::show)),
                operation("update", "PUT" + one, store.alone(this::update)),
                operation("delete", "DELETE" + one, store.alone(this::delete))));
    operations.addAll(rules.operations(store));
    return operations;
  }

  private Operation operation(String verb, String call, Handler work) {
    return Operation.of("network." + type.collection() + "." + verb, call, work);
  }

  private static String id(ObjectNode resource) {
    return resource.path("id").asText();
  }

  // An empty value is none.
  private Optional<Predicate<ObjectNode>> filter(String attribute, String value) {
    return type.shows(attribute) && !value.isEmpty()
        ? Optional.of(it -> isIn(it.path(attribute), value))
        : Optional.empty();
  }

  // Of a list of objects, as key=value.
  private static boolean isIn(JsonNode held, String value) {
    if (held.isArray()) {
      for (JsonNode item : held) {
        String[] pair = value.split("=", 2);
        if ((pair.length == 2 && item.isObject())
            ? isIn(item.path(pair[0]), pair[1])
            : isIn(item, value)) {
          return true;
        }
      }
      return false;
    }
    return held.isBoolean()
        ? Form.flag(value).equals(Optional.of(held.asBoolean()))
        : held.asText().equalsIgnoreCase(value);
  }

  private Optional<Comparator<ObjectNode>> order(String attribute) {
    Comparator<JsonNode> rising =
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? Integer.compare(one.asInt(), other.asInt())
                : one.asText().compareTo(other.asText());
    return type.shows(attribute)
        ? Optional.of(Comparator.comparing(it -> it.path(attribute), rising))
        : Optional.empty();
  }

  private Reply list(Incoming request) {
    if (request.queries("sort_key").size() != request.queries("sort_dir").size()) {
      throw NetworkFaults.badRequest("The number of sort_keys and sort_dirs must be same");
    }
    List<ObjectNode> visible =
        shelf.all(request.caller().project()).stream()
            .map(it -> shown(it, Shown.READ))
            .sorted(Comparator.comparing(NetworkCalls::id))
            .toList();
    Page<ObjectNode> page = lists.page(request, visible);
    ObjectNode body =
        Json.wrap(
            type.plural(), Json.array(page.items().stream().map(it -> cut(request, it)).toList()));
    ArrayNode links = links(request, page);
    if (!links.isEmpty()) {
      body.set(type.plural() + "_links", links);
    }
    return Reply.json(200, body);
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

  private Reply show(Incoming request) {
    return reply(200, cut(request, shown(require(request), Shown.READ)));
  }

  private ObjectNode shown(ObjectNode stored, Shown when) {
    ObjectNode shown = type.shown(stored);
    rules.show(store, shown, when);
    return shown;
  }

  private ObjectNode require(Incoming request) {
    return shelf.require(request.caller().project(), request.part("id"));
  }

  private Reply reply(int status, ObjectNode shown) {
    return Reply.json(status, Json.wrap(type.name(), shown));
  }

  private Reply create(Incoming request) throws IOException {
    NetworkDocument document = NetworkDocument.read(request, type);
    List<ObjectNode> made = new ArrayList<>();
    for (JsonNode content : document.contents()) {
      try {
        made.add(make(request, content));
      } catch (Refusal refusal) {
        made.forEach(it -> store.remove(type.plural(), it));
        throw refusal;
      }
    }
    List<ObjectNode> shown = made.stream().map(it -> shown(it, Shown.MADE)).toList();
    return document.bulk()
        ? Reply.json(201, Json.wrap(type.plural(), Json.array(shown)))
        : reply(201, shown.get(0));
  }

  private ObjectNode make(Incoming request, JsonNode content) {
    String project = request.caller().project();
    ObjectNode wanted = type.wanted(content, request.caller());
    int used = store.where(type.plural(), "project_id", TextNode.valueOf(project)).size();
    int most = NetworkService.quota(type.name());
    NetworkFaults.refuseIf(most >= 0 && used >= most, "OverQuota", type.name());
    return store.add(type.plural(), project, wanted);
  }

  private Reply update(Incoming request) throws IOException {
    ObjectNode before = require(request);
    requireOwn(request, "update");
    JsonNode content = NetworkDocument.read(request, type).contents().get(0);
    ObjectNode changes = type.changes(content, request.caller());
    ObjectNode changed = store.change(type.plural(), before.path("id"), changes);
    return reply(200, shown(changed, Shown.CHANGED));
  }

  private Reply delete(Incoming request) {
    ObjectNode gone = require(request);
    requireOwn(request, "delete");
    rules.removing(store, gone);
    store.requireUnused(type, id(gone));
    store.remove(type.plural(), gone);
    return Reply.empty(204);
  }

  private void requireOwn(Incoming request, String verb) {
    if (!shelf.owns(request.caller().project(), request.part("id"))) {
      throw type.forbidden(verb);
    }
  }
}
