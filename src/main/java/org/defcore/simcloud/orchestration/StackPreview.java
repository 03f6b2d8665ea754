package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    for (String own : sent.needs().names()) {
      all.add(
          sent.nested(own)
              .map(it -> new StackPreview(it, project, stack + "-" + own, Optional.of(own)))
              .<JsonNode>map(StackPreview::resources)
              .orElseGet(() -> resource(own)));
    }
    return Json.array(all);
  }

  private ObjectNode resource(String own) {
    JsonNode declared = sent.declared(own);
    String type = sent.type(own);
    ObjectNode attributes = Json.object();
    KnownTypes.attributes(type).fieldNames().forEachRemaining(attributes::putNull);
    ObjectNode properties = Json.object();
    KnownTypes.properties(type)
        .orElse(Json.object())
        .properties()
        .forEach(it -> properties.set(it.getKey(), it.getValue().get("default")));
    ObjectNode given = new Expressions(sent, Map.of()).values(declared.path("properties"));
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
            sent.needs().requiredBy(own),
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
}
