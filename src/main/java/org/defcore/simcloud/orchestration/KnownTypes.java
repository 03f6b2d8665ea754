package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.wire.Json;

/** The types of resources that templates can name, and their properties and attributes. */
final class KnownTypes {

  static final String GROUP = "OS::Heat::ResourceGroup";
  static final String TEST = "OS::Heat::TestResource";

  private static final JsonNode TYPES = Json.data(KnownTypes.class, "types.yaml");

  private KnownTypes() {}

  static JsonNode list() {
    List<String> names = new ArrayList<>();
    TYPES.fieldNames().forEachRemaining(names::add);
    return Json.wrap("resource_types", Json.strings(names));
  }

  /** Properties of a type by their names, if there is that type. */
  static Optional<JsonNode> properties(String type) {
    return Optional.ofNullable(TYPES.get(type)).map(it -> it.path("properties"));
  }

  /** The way to make one in another service, for types of such resources. */
  static Optional<JsonNode> made(String type) {
    return Optional.ofNullable(TYPES.path(type).get("made"));
  }

  /** Attributes of a type by their names. */
  static JsonNode attributes(String type) {
    return TYPES.path(type).path("attributes");
  }

  private static JsonNode require(String type) {
    return Optional.ofNullable(TYPES.get(type))
        .orElseThrow(() -> HeatFaults.notFound("Resource Type", type));
  }

  /** A type with its properties and attributes. */
  static ObjectNode shown(String type) {
    JsonNode known = require(type);
    ObjectNode attributes = known.path("attributes").deepCopy();
    attributes.properties().forEach(it -> described((ObjectNode) it.getValue(), it.getKey()));
    attributes.set("show", described(Json.object().put("type", "map"), "show"));
    ObjectNode shown = Json.object().put("resource_type", type);
    shown.set("properties", completed(known.path("properties")));
    shown.set("attributes", attributes);
    return (ObjectNode)
        shown.set(
            "support_status",
            Json.form(
                """
                {"status": "SUPPORTED", "message": null, "version": %s, "previous_status": null}
                """,
                known.path("since")));
  }

  private static ObjectNode completed(JsonNode properties) {
    ObjectNode all = Json.object();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getValue().has("hidden")) {
        continue;
      }
      ObjectNode one =
          described(
              Json.object().put("required", false).put("update_allowed", true), property.getKey());
      one.put("immutable", false).setAll((ObjectNode) property.getValue());
      if (one.has("schema")) {
        one.set("schema", completed(one.path("schema")));
      }
      all.set(property.getKey(), one);
    }
    return all;
  }

  private static ObjectNode described(ObjectNode thing, String name) {
    return thing.put("description", "The " + name.replace('_', ' ') + " of the resource.");
  }

  /** A template with one resource of a type, and all of its properties as parameters. */
  static ObjectNode template(String type) {
    JsonNode known = shown(type);
    String name = type.replaceFirst(".*::", "");
    ObjectNode parameters = Json.object();
    ObjectNode properties = Json.object();
    for (Map.Entry<String, JsonNode> property : known.path("properties").properties()) {
      ObjectNode parameter = property.getValue().deepCopy();
      parameter.retain("type", "description", "default", "constraints");
      if (parameter.has("constraints")) {
        parameter.set("constraints", Json.array().add(Json.object()));
      }
      if (parameter.path("type").asText().equals("map")) {
        parameter.put("type", "json");
      }
      parameters.set(property.getKey(), parameter);
      properties.set(property.getKey(), Json.object().put("get_param", property.getKey()));
    }
    ObjectNode outputs = Json.object();
    for (Map.Entry<String, JsonNode> attribute : known.path("attributes").properties()) {
      outputs.set(
          attribute.getKey(),
          Json.form(
              "{\"value\": {\"get_attr\": %s}, \"description\": %s}",
              List.of(name, attribute.getKey()), attribute.getValue().path("description")));
    }
    outputs.set("OS::stack_id", Json.form("{\"value\": {\"get_resource\": %s}}", name));
    return Json.form(
        """
        {"heat_template_version": "2016-10-14", "description": %s, "parameters": %s,
         "outputs": %s, "resources": {%s: {"type": %s, "properties": %s}}}
        """,
        "Initial template of " + name, parameters, outputs, name, type, properties);
  }
}
