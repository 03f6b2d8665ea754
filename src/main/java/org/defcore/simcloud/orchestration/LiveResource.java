package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** A resource of a stack, and how far it is. */
final class LiveResource {

  private static final String RANDOM = "OS::Heat::RandomString";

  private final String name;
  private final String created;
  private final String type;
  private String updated;
  private ObjectNode properties = Json.object();
  private String givenName = "";
  private String physicalId = "";
  private String state = "INIT_COMPLETE";
  private String reason = "";
  private String text = "";
  private Optional<String> pausedAt = Optional.empty();
  private Optional<LiveStack> nested = Optional.empty();
  private Optional<PhysicalResource> physical = Optional.empty();

  LiveResource(String name, String type, String now) {
    this.name = name;
    this.type = type;
    this.created = now;
    this.updated = now;
  }

  String name() {
    return name;
  }

  String type() {
    return type;
  }

  String state() {
    return state;
  }

  Optional<LiveStack> nested() {
    return nested;
  }

  /** Returns whether an update changes it, and does not create it. */
  boolean isThere() {
    return !physicalId.isEmpty();
  }

  boolean isUnderWay() {
    return state.endsWith("IN_PROGRESS");
  }

  /** Returns whether nothing else that it consists of has to end first. */
  boolean isReady() {
    return nested.map(LiveStack::isAtRest).orElse(true)
        && physical.map(PhysicalResource::isAtRest).orElse(true);
  }

  /** Returns whether values of these properties need another resource in its place. */
  boolean isReplacedFor(String otherType, ObjectNode others) {
    JsonNode known = KnownTypes.properties(type).orElse(Json.object());
    return !type.equals(otherType)
        || known.properties().stream()
            .filter(it -> !it.getValue().path("update_allowed").asBoolean(true))
            .anyMatch(it -> !others.path(it.getKey()).equals(properties.path(it.getKey())));
  }

  boolean has(ObjectNode others) {
    return properties.equals(others);
  }

  /** Begins to create it under a name that the service makes up. */
  void create(ObjectNode values, String fullName, String now) {
    properties = values;
    givenName = fullName;
    physicalId = "";
    nested = Optional.empty();
    physical = Optional.empty();
    updated = now;
    turn("CREATE_IN_PROGRESS", "state changed");
  }

  void update(ObjectNode values, String now) {
    properties = values;
    updated = now;
    turn("UPDATE_IN_PROGRESS", "state changed");
  }

  void nest(LiveStack stack) {
    nested = Optional.of(stack);
    givenName = stack.name();
  }

  void createElsewhere(PhysicalResource made) {
    made.create();
    physical = Optional.of(made);
    physicalId = made.id();
  }

  void deleteElsewhere() {
    physical.ifPresent(PhysicalResource::delete);
  }

  /** Ends what is under way; the reason it fails for, if it does. */
  Optional<String> finish() {
    Optional<String> failure =
        properties.path("fail").asBoolean() && !state.startsWith("DELETE")
            ? Optional.of("ValueError: resources.%1$s: Test Resource failed %1$s".formatted(name))
            : nested
                .filter(LiveStack::isFailed)
                .map(it -> it.reason(name))
                .or(() -> physical.flatMap(it -> it.failure(name)));
    String action = state.replace("_IN_PROGRESS", "");
    if (failure.isEmpty() && action.equals("CREATE") && physical.isEmpty()) {
      physicalId =
          nested.map(LiveStack::id).orElse(type.equals("OS::Heat::None") ? Ids.uuid() : givenName);
      text = Ids.hex32().repeat(16).substring(0, properties.path("length").asInt(32));
    }
    turn(action + (failure.isEmpty() ? "_COMPLETE" : "_FAILED"), failure.orElse("state changed"));
    return failure;
  }

  void turn(String newState, String why) {
    state = newState;
    reason = why;
  }

  void pause(String hook) {
    pausedAt = Optional.of(hook);
  }

  boolean isPausedAt(String hook) {
    return pausedAt.filter(hook::equals).isPresent();
  }

  void goOn() {
    pausedAt = Optional.empty();
  }

  /** The value of {@code get_resource}. */
  String reference() {
    if (!isThere()) {
      return name;
    }
    return nested.map(LiveStack::arn).orElse(type.equals(RANDOM) ? text : physicalId);
  }

  /** The value of {@code get_attr}. */
  JsonNode attribute(String key) {
    if (physical.isPresent()) {
      return physical.get().attribute(key);
    }
    return nested
        .filter(it -> !type.equals(KnownTypes.GROUP))
        .map(it -> it.attribute(name, key))
        .orElseGet(() -> attributes().path(key));
  }

  ObjectNode attributes() {
    if (physical.isPresent()) {
      return physical.get().attributes(KnownTypes.attributes(type));
    }
    if (type.equals(KnownTypes.GROUP)) {
      return Json.form(
          "{\"attributes\": null, \"refs\": null, \"refs_map\": null, \"removed_rsrc_list\": []}");
    }
    if (nested.isPresent()) {
      ObjectNode values = Json.object();
      nested
          .get()
          .outputs()
          .forEach(it -> values.set(it.path("output_key").asText(), it.path("output_value")));
      return values;
    }
    JsonNode value = isThere() ? properties.path("value") : NullNode.instance;
    return switch (type) {
      case KnownTypes.TEST ->
          Json.wrap(
              "output", value.isMissingNode() ? Json.object().textNode("test_string") : value);
      case RANDOM -> isThere() ? Json.object().put("value", text) : Json.object().putNull("value");
      case "OS::Heat::Value" -> Json.wrap("value", value);
      default -> Json.object();
    };
  }

  /** Its part of an event of the stack. */
  ObjectNode told(String status, String why) {
    ObjectNode told =
        Json.object()
            .put("logical_resource_id", name)
            .put("resource_name", name)
            .put("physical_resource_id", physicalId.isEmpty() ? givenName : physicalId)
            .put("resource_status", status)
            .put("resource_status_reason", why)
            .put("resource_type", type);
    if (state.startsWith("INIT")) {
      told.putNull("physical_resource_id");
    }
    return told.set("resource_properties", properties);
  }

  ObjectNode told() {
    return told(state, reason);
  }

  /**
   * The resource as it is listed.
   *
   * @param stack address of its stack
   */
  ObjectNode shown(String stack, Set<String> requiredBy) {
    ObjectNode shown = told().put("creation_time", created).put("updated_time", updated);
    shown.remove("resource_properties");
    boolean begun = isThere() || (nested.isPresent() && state.equals("CREATE_IN_PROGRESS"));
    shown.put("physical_resource_id", begun ? nested.map(LiveStack::id).orElse(physicalId) : "");
    shown
        .putArray("links")
        .add(Json.link("self", stack + "/resources/" + name))
        .add(Json.link("stack", stack));
    nested.ifPresent(
        it ->
            shown
                .withArray("links")
                .add(Json.link("nested", stack.replaceFirst("/stacks/.*", it.path()))));
    return shown.set("required_by", Json.strings(List.copyOf(requiredBy)));
  }
}
