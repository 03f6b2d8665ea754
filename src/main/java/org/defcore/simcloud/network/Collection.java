package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** A list with the filters, fields and pages that network resources share. */
final class Collection {

  private static final Set<String> PAGING =
      Set.of("fields", "limit", "marker", "sort_key", "sort_dir", "page_reverse");

  private Collection() {}

  static Reply of(String name, Incoming request, List<ObjectNode> visible) {
    List<ObjectNode> found = visible.stream().filter(it -> matches(request, it)).toList();
    List<String> ids = found.stream().map(it -> it.path("id").asText()).toList();
    int from = request.query("marker").map(it -> ids.indexOf(it) + 1).orElse(0);
    String wished = request.query("limit").filter(it -> it.matches("\\d{1,9}")).orElse("0");
    int limit = Integer.parseInt(wished);
    List<ObjectNode> page =
        found.stream().skip(from).limit(limit == 0 ? found.size() : limit).toList();
    ObjectNode body =
        Json.wrap(name, Json.array(page.stream().map(it -> cut(request, it)).toList()));
    if (limit > 0 && !page.isEmpty()) {
      body.set(name + "_links", links(request, limit, page));
    }
    return Reply.json(200, body);
  }

  private static boolean matches(Incoming request, ObjectNode resource) {
    return request.query().entrySet().stream()
        .filter(it -> !PAGING.contains(it.getKey()))
        .allMatch(
            it ->
                it.getValue().stream()
                    .anyMatch(
                        value -> resource.path(it.getKey()).asText().equalsIgnoreCase(value)));
  }

  /** What is left of a resource if only some of its fields are asked for. */
  static ObjectNode cut(Incoming request, ObjectNode resource) {
    List<String> fields = request.queries("fields");
    return fields.isEmpty() ? resource : resource.deepCopy().retain(fields);
  }

  private static ArrayNode links(Incoming request, int limit, List<ObjectNode> page) {
    String list = request.base() + request.path() + "?limit=" + limit;
    String first = page.get(0).path("id").asText();
    String last = page.get(page.size() - 1).path("id").asText();
    return Json.array()
        .add(Json.object().put("rel", "next").put("href", list + "&marker=" + last))
        .add(
            Json.object()
                .put("rel", "previous")
                .put("href", list + "&marker=" + first + "&page_reverse=True"));
  }
}
