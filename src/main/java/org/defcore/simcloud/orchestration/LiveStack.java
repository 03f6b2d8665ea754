package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** A stack: its template, its resources, its events, and what is to come of it. */
final class LiveStack {

  private final ObjectNode fields;
  private final Stages stages;
  private final Timing timing;
  private final Map<String, LiveResource> resources = new LinkedHashMap<>();
  private final List<ObjectNode> events = new ArrayList<>();
  private SentTemplate sent;

  /**
   * @param fields of the stack as it is shown, without those that follow from the template
   */
  LiveStack(ObjectNode fields, SentTemplate sent, Stages stages, Timing timing) {
    this.fields = fields;
    this.sent = sent;
    this.stages = stages;
    this.timing = timing;
  }

  String id() {
    return text("id");
  }

  String name() {
    return text("stack_name");
  }

  String text(String field) {
    return fields.path(field).asText();
  }

  String path() {
    return "/stacks/" + name() + "/" + id();
  }

  String arn() {
    return "arn:openstack:heat::" + project() + ":" + path().substring(1);
  }

  String project() {
    return text("project");
  }

  /** The user who made it, in whose name other services are called. */
  Caller owner() {
    return new Caller(text("user"), Optional.of(project()));
  }

  String now() {
    return Times.seconds(timing.second());
  }

  Stages stages() {
    return stages;
  }

  SentTemplate sent() {
    return sent;
  }

  Map<String, LiveResource> resources() {
    return resources;
  }

  /** A resource that was planned. */
  LiveResource resource(String name) {
    return Optional.ofNullable(resources.get(name)).orElseThrow();
  }

  /** The events, the first one first. */
  List<ObjectNode> events() {
    return List.copyOf(events);
  }

  boolean isGone() {
    return text("stack_status").equals("DELETE_COMPLETE");
  }

  /** Returns whether its creation has a limit of time. */
  boolean isLimited() {
    return fields.hasNonNull("timeout_mins");
  }

  /** Returns whether a tag hides it from lists, by the default of Heat up to 2023.2. */
  boolean isHidden() {
    return fields
        .path("tags")
        .valueStream()
        .anyMatch(it -> it.asText().equals("data-processing-cluster"));
  }

  boolean isFailed() {
    return text("stack_status").endsWith("FAILED");
  }

  /** The reason for which a resource fails that this stack is the inside of. */
  String reason(String resource) {
    return "resources.%s: %s".formatted(resource, text("stack_status_reason"));
  }

  /** Returns whether nothing is to come; what is due happens first. */
  boolean isAtRest() {
    stages.settle();
    return stages.isEmpty();
  }

  /** Puts another template in the place of the one before. */
  void take(SentTemplate other) {
    sent = other;
    fields.put("updated_time", now());
  }

  void tag(List<String> tags) {
    fields.set("tags", Json.strings(tags));
  }

  void begin(String action) {
    turn(action + "_IN_PROGRESS", "Stack " + action + " started");
  }

  void complete(String action) {
    turn(action + "_COMPLETE", "Stack " + action + " completed successfully");
  }

  void fail(String action, String why) {
    end(action + "_FAILED", "Resource %s failed: %s".formatted(action, why));
  }

  void timeOut() {
    end("CREATE_FAILED", "Create timed out");
  }

  private void end(String status, String reason) {
    stages.drop();
    turn(status, reason);
  }

  private void turn(String status, String reason) {
    fields.put("stack_status", status).put("stack_status_reason", reason);
    ObjectNode told =
        Json.object()
            .put("logical_resource_id", name())
            .put("resource_name", name())
            .put("physical_resource_id", id())
            .put("resource_status", status)
            .put("resource_status_reason", reason)
            .put("resource_type", "OS::Heat::Stack");
    told.putObject("resource_properties");
    note(told);
  }

  void delete() {
    fields.put("updated_time", now());
    begin("DELETE");
  }

  void deleted() {
    resources.clear();
    fields.put("deletion_time", now());
    complete("DELETE");
  }

  /** Adds an event. */
  void note(ObjectNode told) {
    events.add(told.deepCopy().put("id", Ids.uuid()).put("event_time", now()));
  }

  /** Properties of a resource with the values that they have now. */
  ObjectNode properties(String resource) {
    return expressions().values(sent.declared(resource).path("properties"));
  }

  private Expressions expressions() {
    return new Expressions(sent, resources);
  }

  /** All outputs with their values. */
  List<ObjectNode> outputs() {
    return sent.template().path("outputs").properties().stream()
        .map(it -> output(it.getKey(), it.getValue()))
        .toList();
  }

  Optional<ObjectNode> output(String key) {
    return Optional.ofNullable(sent.template().path("outputs").get(key)).map(it -> output(key, it));
  }

  private ObjectNode output(String key, JsonNode declared) {
    ObjectNode output =
        Json.object()
            .put("output_key", key)
            .put("description", declared.path("description").asText("No description given"));
    try {
      return output.set("output_value", expressions().value(declared.path("value")));
    } catch (Expressions.Unknown e) {
      return output.put("output_error", e.getMessage()).putNull("output_value");
    }
  }

  /** The output of this stack that is an attribute of the resource that it is the inside of. */
  JsonNode attribute(String resource, String key) {
    ObjectNode output = output(key).orElseThrow(() -> new Expressions.Unknown("No output " + key));
    if (output.has("output_error")) {
      throw new Expressions.Unknown(
          "Error in %s output %s: %s"
              .formatted(resource, key, output.path("output_error").asText()));
    }
    return output.path("output_value");
  }

  /** The stack as it is shown, but for its links. */
  ObjectNode shown() {
    ObjectNode shown = fields.deepCopy().without(List.of("project", "user", "root"));
    ObjectNode parameters =
        shown
            .putObject("parameters")
            .put("OS::stack_id", id())
            .put("OS::project_id", project())
            .put("OS::stack_name", name());
    parameters.setAll(sent.values());
    shown.put("description", sent.description()).put("template_description", sent.description());
    return isGone() ? shown : shown.set("outputs", Json.array(outputs()));
  }
}
