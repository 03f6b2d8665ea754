package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Json;

/** The parts of a stack: its resources, outputs and tags. */
final class StackParts {

  private StackParts() {}

  /**
   * The resources.
   *
   * @param href of the stack
   */
  static JsonNode resources(ObjectNode stack, String href) {
    ArrayNode all = Json.array();
    for (Map.Entry<String, JsonNode> resource : stack.at("/template/resources").properties()) {
      String own = resource.getKey();
      all.add(
          Json.form(
              """
              {"resource_name": %1$s, "logical_resource_id": %1$s, "resource_type": %2$s,
               "physical_resource_id": %3$s, "resource_status": %4$s, "required_by": [],
               "resource_status_reason": "state changed", "creation_time": %5$s,
               "updated_time": %5$s,
               "links": [{"rel": "self", "href": %6$s}, {"rel": "stack", "href": %7$s}]}
              """,
              own,
              resource.getValue().path("type"),
              stack.path("stack_name").asText() + "-" + own,
              stack.path("stack_status"),
              stack.path("creation_time"),
              href + "/resources/" + own,
              href));
    }
    return Json.wrap("resources", all);
  }

  /** The outputs, whose values are attributes of random texts and of test resources. */
  static ArrayNode outputs(SentTemplate sent) {
    ArrayNode all = Json.array();
    for (Map.Entry<String, JsonNode> output : sent.template().path("outputs").properties()) {
      JsonNode properties =
          sent.template()
              .path("resources")
              .path(output.getValue().path("value").path("get_attr").path(0).asText())
              .path("properties");
      String length = sent.resolved(properties.path("length")).asText("32");
      all.add(
          Json.form(
              "{\"output_key\": %s, \"description\": %s, \"output_value\": %s}",
              output.getKey(),
              output.getValue().path("description").asText("No description given"),
              properties.has("value")
                  ? sent.resolved(properties.path("value"))
                  : "x".repeat(Integer.parseInt(length))));
    }
    return all;
  }

  /** By the default of Heat up to 2023.2. */
  static boolean isHidden(ObjectNode stack) {
    return stack
        .path("tags")
        .valueStream()
        .anyMatch(it -> it.asText().equals("data-processing-cluster"));
  }

  static List<String> tags(JsonNode asked) {
    return Stream.of(asked.path("tags").asText().split(",")).filter(it -> !it.isEmpty()).toList();
  }
}
