package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Resources, events and outputs of stacks. */
final class ResourceOperations {

  private static final String STACK = " /v1/{project}/stacks/{name}/{id}";
  private static final String ONE = STACK + "/resources/{resource}";
  private static final List<String> HOOKS =
      List.of(
          "pre-create", "pre-update", "pre-delete", "post-create", "post-update", "post-delete");

  private final Function<Incoming, LiveStack> stacks;

  /**
   * @param stacks the stack that a request is for
   */
  ResourceOperations(Function<Incoming, LiveStack> stacks) {
    this.stacks = stacks;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("orchestration.resources.list", "GET" + STACK + "/resources", this::list),
        Operation.of("orchestration.resources.show", "GET" + ONE, this::show),
        Operation.of("orchestration.resources.mark", "PATCH" + ONE, this::mark),
        Operation.of("orchestration.resources.signal", "POST" + ONE + "/signal", this::signal),
        Operation.of(
            "orchestration.events.list", "GET" + STACK + "/events", it -> events(it, any -> true)),
        Operation.of("orchestration.resource-events.list", "GET" + ONE + "/events", this::eventsOf),
        Operation.of(
            "orchestration.resource-events.show", "GET" + ONE + "/events/{event}", this::event),
        Operation.of("orchestration.outputs.list", "GET" + STACK + "/outputs", this::outputs),
        Operation.of("orchestration.outputs.show", "GET" + STACK + "/outputs/{key}", this::output));
  }

  private Reply list(Incoming request) {
    LiveStack stack = stacks.apply(request);
    return Reply.json(
        200,
        Json.wrap(
            "resources",
            Json.array(
                stack.resources().values().stream()
                    .filter(it -> request.query("name").map(it.name()::equals).orElse(true))
                    .filter(it -> request.query("type").map(it.type()::equals).orElse(true))
                    .filter(it -> request.query("status").map(it.state()::equals).orElse(true))
                    .map(it -> shown(stack, it, request))
                    .toList())));
  }

  private static ObjectNode shown(LiveStack stack, LiveResource resource, Incoming request) {
    return resource.shown(
        StackStore.href(stack, request), stack.sent().needs().requiredBy(resource.name()));
  }

  private LiveResource resource(Incoming request) {
    LiveStack stack = stacks.apply(request);
    String name = request.part("resource");
    return Optional.ofNullable(stack.resources().get(name))
        .orElseThrow(
            () ->
                notFound(
                    "ResourceNotFound",
                    "The Resource (%s) could not be found in Stack %s."
                        .formatted(name, stack.name())));
  }

  private static Refusal notFound(String type, String message) {
    return new Refusal(HeatFaults.fault(404, type, message), message);
  }

  private Reply show(Incoming request) {
    LiveResource resource = resource(request);
    ObjectNode shown = shown(stacks.apply(request), resource, request);
    shown.put("description", "").set("attributes", resource.attributes());
    return Reply.json(200, Json.wrap("resource", shown));
  }

  private Reply mark(Incoming request) throws IOException {
    LiveResource resource = resource(request);
    boolean unhealthy = request.sent("mark_unhealthy").asBoolean();
    String why = "state changed by resource_mark_unhealthy api";
    resource.turn(
        unhealthy ? "CHECK_FAILED" : "CHECK_COMPLETE",
        request.sent("resource_status_reason").asText(why));
    stacks.apply(request).note(resource.told());
    return Reply.json(200, NullNode.instance);
  }

  private Reply signal(Incoming request) throws IOException {
    LiveResource resource = resource(request);
    LiveStack stack = stacks.apply(request);
    JsonNode sent = request.json().orElse(MissingNode.getInstance());
    if (!sent.has("unset_hook")) {
      throw HeatFaults.badRequest(
          "ResourceActionNotSupported", "signal is not supported for resource.");
    }
    String hook = sent.path("unset_hook").asText();
    if (!resource.isPausedAt(hook)) {
      String form =
          HOOKS.contains(hook)
              ? "The \"%s\" hook is not defined on %s \"%s\" Stack \"%s\" [%s]"
              : "Invalid hook type \"%s\" for %s \"%s\" Stack \"%s\" [%s]";
      throw HeatFaults.badRequest(
          "InvalidBreakPointHook",
          form.formatted(
              hook,
              resource.type().replaceFirst(".*::", ""),
              resource.name(),
              stack.name(),
              stack.id()));
    }
    stack.note(resource.told(resource.state(), "Hook %s is cleared".formatted(hook)));
    resource.goOn();
    return Reply.json(200, NullNode.instance);
  }

  private Reply eventsOf(Incoming request) {
    String name = request.part("resource");
    if (stacks.apply(request).events().stream().noneMatch(of(name))) {
      throw notFound("HTTPNotFound", "No events found for resource " + name);
    }
    return events(request, of(name));
  }

  private static Predicate<ObjectNode> of(String resource) {
    return it -> it.path("resource_name").asText().equals(resource);
  }

  private Reply events(Incoming request, Predicate<ObjectNode> which) {
    LiveStack stack = stacks.apply(request);
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode event : stack.events()) {
      if (which.test(event)) {
        ObjectNode shown = linked(event, stack, request);
        shown.remove(List.of("resource_type", "resource_properties"));
        found.add(shown);
      }
    }
    Collections.reverse(found);
    return Reply.json(200, Json.wrap("events", Json.array(found)));
  }

  private static ObjectNode linked(ObjectNode event, LiveStack stack, Incoming request) {
    String address = StackStore.href(stack, request);
    String resource = address + "/resources/" + event.path("resource_name").asText();
    ObjectNode linked = event.deepCopy();
    linked
        .putArray("links")
        .add(Json.link("self", resource + "/events/" + event.path("id").asText()))
        .add(Json.link("resource", resource))
        .add(Json.link("stack", address));
    return linked;
  }

  private Reply event(Incoming request) {
    LiveStack stack = stacks.apply(request);
    String id = request.part("event");
    return stack.events().stream()
        .filter(of(request.part("resource")))
        .filter(it -> it.path("id").asText().equals(id))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("event", linked(it, stack, request))))
        .orElseThrow(() -> notFound("HTTPNotFound", "No event %s found".formatted(id)));
  }

  private Reply outputs(Incoming request) {
    List<ObjectNode> all =
        stacks.apply(request).outputs().stream()
            .map(it -> it.retain("output_key", "description"))
            .toList();
    return Reply.json(200, Json.wrap("outputs", Json.array(all)));
  }

  private Reply output(Incoming request) {
    String key = request.part("key");
    return stacks
        .apply(request)
        .output(key)
        .map(it -> Reply.json(200, Json.wrap("output", it)))
        .orElseThrow(
            () -> notFound("NotFound", "Specified output key %s not found.".formatted(key)));
  }
}
