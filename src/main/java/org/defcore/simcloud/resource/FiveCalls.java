package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.resource.ResourceRules.Shown;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The five calls that every type of described resources has. */
record FiveCalls(ResourceStore store, ResourceType type, Conventions conventions) {

  List<Operation> operations(String service) {
    String name = service + "." + type.plural().replace('_', '-') + ".";
    String all = " " + type.path();
    String one = all + "/{" + type.reference() + "}";
    return List.of(
        operation(name + "list", "GET" + all, this::list),
        operation(name + "create", "POST" + all, this::create),
        operation(name + "show", "GET" + one, this::show),
        operation(name + "update", type.update() + one, this::update),
        operation(name + "delete", "DELETE" + one, this::delete));
  }

  private Operation operation(String name, String call, Handler work) {
    return Operation.of(name, call, store.alone(work));
  }

  /** The resources that the path names above its own, which have to be there. */
  private Map<String, String> above(Incoming request) {
    Map<String, String> above = new TreeMap<>(request.parts());
    above.remove(type.reference());
    above.forEach(
        (attribute, id) ->
            store
                .shelf(type.attribute(attribute).refersTo())
                .require(request.caller().project(), id));
    return above;
  }

  private Shelf<ObjectNode> shelf() {
    return store.shelf(type.plural());
  }

  private static boolean isBelow(Map<String, String> above, ObjectNode resource) {
    return above.entrySet().stream()
        .allMatch(it -> resource.path(it.getKey()).asText().equals(it.getValue()));
  }

  private ObjectNode require(Incoming request) {
    Map<String, String> above = above(request);
    String id = request.part(type.reference());
    return shelf()
        .find(request.caller().project(), id)
        .filter(it -> isBelow(above, it))
        .orElseThrow(() -> type.notFound(id));
  }

  private ObjectNode requireOwn(Incoming request, String verb) {
    ObjectNode found = require(request);
    boolean own = shelf().owns(request.caller().project(), found.path("id").asText());
    type.faults().refuseIf(!own, "forbidden", verb, type.name());
    return found;
  }

  private ObjectNode shown(ObjectNode stored, Shown when) {
    ObjectNode shown = type.shown(stored);
    store.rules(type.plural()).show(store, shown, when);
    return shown;
  }

  private Reply list(Incoming request) {
    Map<String, String> above = above(request);
    List<ObjectNode> visible =
        shelf().all(request.caller().project()).stream()
            .filter(it -> isBelow(above, it))
            .map(it -> shown(it, Shown.READ))
            .toList();
    return conventions.list(request, type, visible);
  }

  private Reply answer(Incoming request, Shown when, ObjectNode resource) throws IOException {
    return conventions.answer(request, type, when, List.of(shown(resource, when)));
  }

  private Reply show(Incoming request) throws IOException {
    return answer(request, Shown.READ, require(request));
  }

  private Reply create(Incoming request) throws IOException {
    Map<String, String> above = above(request);
    List<ObjectNode> made = new ArrayList<>();
    for (JsonNode content : conventions.contents(request, type)) {
      try {
        made.add(make(request.caller().project(), above, content));
      } catch (Refusal refusal) {
        made.forEach(it -> store.remove(type.plural(), it));
        throw refusal;
      }
    }
    List<ObjectNode> shown = made.stream().map(it -> shown(it, Shown.MADE)).toList();
    return conventions.answer(request, type, Shown.MADE, shown);
  }

  private ObjectNode make(String project, Map<String, String> above, JsonNode content) {
    ObjectNode wanted = type.wanted(content);
    above.forEach(wanted::put);
    conventions.admit(
        type, store.where(type.plural(), "project_id", TextNode.valueOf(project)).size());
    return store.add(type.plural(), project, wanted);
  }

  private Reply update(Incoming request) throws IOException {
    ObjectNode before = requireOwn(request, "update");
    ObjectNode changes = type.changes(conventions.contents(request, type).get(0), before);
    return answer(request, Shown.CHANGED, store.change(type.plural(), before.path("id"), changes));
  }

  private Reply delete(Incoming request) throws IOException {
    ObjectNode gone = requireOwn(request, "delete");
    store.rules(type.plural()).removing(store, gone);
    return answer(request, Shown.GONE, store.remove(type.plural(), gone));
  }
}
