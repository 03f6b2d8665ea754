package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.wire.Json;

/**
 * The resources of a stack that is not made.
 *
 * @param parent name of the resource that the stack would be; empty for the outer one
 */
record StackPreview(SentTemplate sent, String project, String stack, Optional<String> parent) {

  private static final String NOWHERE = "None";
  private static final String GROUP = "OS::Heat::ResourceGroup";

  /** A stack as it would be made, as one that is nowhere. */
  static ObjectNode of(ObjectNode made, SentTemplate sent, String project) {
    String name = made.path("stack_name").asText();
    ObjectNode stack = made.remove(List.of("stack_status", "stack_status_reason"));
    stack.withObject("/parameters").put("OS::stack_id", NOWHERE);
    stack.put("id", NOWHERE).putNull("stack_user_project_id");
    return stack.set(
        "resources", new StackPreview(sent, project, name, Optional.empty()).resources());
  }

  /** All of them; a nested stack is a list of its own. */
  ArrayNode resources() {
    List<JsonNode> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> resource : declared().properties()) {
      String own = resource.getKey();
      all.add(
          nested(resource.getValue())
              .map(it -> new StackPreview(it, project, stack + "-" + own, Optional.of(own)))
              .<JsonNode>map(StackPreview::resources)
              .orElseGet(() -> resource(own, resource.getValue())));
    }
    return Json.array(all);
  }

  private JsonNode declared() {
    return sent.template().path("resources");
  }

  private Optional<SentTemplate> nested(JsonNode resource) {
    return sent.nested(resource)
        .or(
            () ->
                Optional.of(resource.path("properties"))
                    .filter(it -> sent.type(resource).equals(GROUP))
                    .map(this::members));
  }

  private SentTemplate members(JsonNode group) {
    ObjectNode member = group.path("resource_def").deepCopy();
    member.set("properties", resolved(GROUP, member.path("properties")));
    ObjectNode members = Json.object();
    for (int i = 0; i < group.path("count").asInt(1); i++) {
      members.set(String.valueOf(i), member);
    }
    return new SentTemplate(
        Json.wrap("resources", members), Json.object(), sent.registry(), sent.files());
  }

  private ObjectNode resource(String own, JsonNode declared) {
    String type = sent.type(declared);
    ObjectNode attributes = Json.object();
    KnownTypes.attributes(type).fieldNames().forEachRemaining(attributes::putNull);
    ObjectNode properties = Json.object();
    KnownTypes.properties(type)
        .orElse(Json.object())
        .properties()
        .forEach(it -> properties.set(it.getKey(), it.getValue().get("default")));
    ObjectNode given = resolved(own, declared.path("properties"));
    ObjectNode resource =
        Json.form(
            """
            {"resource_name": %s, "resource_type": %s, "stack_name": %s, "description": %s,
             "resource_identity": %s, "stack_identity": %s, "required_by": %s,
             "attributes": %s, "properties": %s, "metadata": {}, "physical_resource_id": "",
             "resource_action": "INIT", "resource_status": "COMPLETE",
             "resource_status_reason": "", "creation_time": null, "updated_time": null}
            """,
            own,
            type,
            stack,
            declared.path("description").asText(""),
            identity("/resources/" + own),
            identity(""),
            requiredBy(own),
            attributes,
            properties.setAll(given));
    parent.ifPresent(it -> resource.put("parent_resource", it));
    return resource;
  }

  private ObjectNode identity(String path) {
    return Json.form(
        "{\"stack_name\": %s, \"stack_id\": %s, \"tenant\": %s, \"path\": %s}",
        stack, NOWHERE, project, path);
  }

  private List<String> requiredBy(String own) {
    return declared().properties().stream()
        .filter(it -> needs(it.getValue()).contains(own))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> needs(JsonNode resource) {
    List<JsonNode> needs = new ArrayList<>(resource.findValues("get_resource"));
    needs.add(resource.path("depends_on"));
    resource.findValues("get_attr").forEach(it -> needs.add(it.path(0)));
    return needs.stream().map(JsonNode::asText).toList();
  }

  /** Properties of a resource with values in the place of functions. */
  private ObjectNode resolved(String own, JsonNode properties) {
    ObjectNode values = Json.object();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      JsonNode value = sent.resolved(property.getValue());
      if (value.isMissingNode()) {
        throw HeatFaults.badRequest(
            "StackValidationFailed",
            "Property error: : resources.%s.properties.%s: : The Parameter (%s) was not provided."
                .formatted(own, property.getKey(), property.getValue().path("get_param").asText()));
      }
      String reference = value.path("get_resource").asText();
      values.set(property.getKey(), reference.isEmpty() ? value : TextNode.valueOf(reference));
    }
    return values;
  }
}
