package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.wire.Json;

/**
 * A template with the values of its parameters and what it can refer to.
 *
 * @param parameters values that were given
 * @param registry of the types of resources, from the environment
 * @param files templates by the names that resources have as their types
 */
record SentTemplate(ObjectNode template, JsonNode parameters, JsonNode registry, JsonNode files) {

  private static final Map<String, String> TYPES =
      Map.of("comma_delimited_list", "CommaDelimitedList");

  /** The template of a request to create, to preview or to validate. */
  static SentTemplate of(JsonNode request) {
    JsonNode environment = request.path("environment");
    ObjectNode parameters = Json.object();
    environment
        .path("parameters")
        .properties()
        .forEach(it -> parameters.set(it.getKey(), it.getValue()));
    request
        .path("parameters")
        .properties()
        .forEach(it -> parameters.set(it.getKey(), it.getValue()));
    SentTemplate sent =
        new SentTemplate(
            HotTemplates.sent(request.path("template")),
            parameters,
            environment.path("resource_registry"),
            request.path("files"));
    sent.check();
    return sent;
  }

  private void check() {
    for (Map.Entry<String, JsonNode> resource : template.path("resources").properties()) {
      String type = type(resource.getValue());
      Optional<SentTemplate> nested = nested(resource.getValue());
      nested.ifPresent(SentTemplate::check);
      if (nested.isEmpty()) {
        JsonNode known = KnownTypes.properties(type).orElseThrow(() -> unknown(type));
        for (Map.Entry<String, JsonNode> property :
            resource.getValue().path("properties").properties()) {
          if (!known.has(property.getKey()) && !type.equals("OS::Heat::None")) {
            throw HeatFaults.badRequest(
                "Property error: resources.%s.properties: Unknown Property %s"
                    .formatted(resource.getKey(), property.getKey()));
          }
        }
      }
    }
  }

  private static RuntimeException unknown(String type) {
    return isFile(type)
        ? HeatFaults.badRequest(
            "Could not fetch remote template \"%s\": Invalid URL scheme ".formatted(type))
        : HeatFaults.badRequest("The Resource Type (%s) could not be found.".formatted(type));
  }

  /** The type of a resource, as the registry maps it. */
  String type(JsonNode resource) {
    String type = resource.path("type").asText();
    return registry.path(type).isTextual() ? registry.path(type).asText() : type;
  }

  private static boolean isFile(String type) {
    return type.endsWith(".yaml") || type.endsWith(".template");
  }

  /** The template that is the type of a resource, with its properties as parameters. */
  Optional<SentTemplate> nested(JsonNode resource) {
    return Optional.ofNullable(files.get(type(resource)))
        .map(
            file -> {
              ObjectNode given = Json.object();
              resource
                  .path("properties")
                  .properties()
                  .forEach(it -> given.set(it.getKey(), resolved(it.getValue())));
              return new SentTemplate(HotTemplates.sent(file), given, registry, files);
            });
  }

  /** A value, with that of a parameter in the place of its name. */
  JsonNode resolved(JsonNode value) {
    String name = value.path("get_param").asText();
    return name.isEmpty()
        ? value
        : parameters.path(name).isMissingNode()
            ? template.path("parameters").path(name).path("default")
            : parameters.path(name);
  }

  /** Refuses values that no parameter of the template has, and parameters without a value. */
  SentTemplate complete() {
    JsonNode declared = template.path("parameters");
    for (String name : (Iterable<String>) parameters::fieldNames) {
      if (!declared.has(name)) {
        throw HeatFaults.badRequest(
            "UnknownUserParameter",
            "The Parameter (%s) was not defined in template.".formatted(name));
      }
    }
    for (Map.Entry<String, JsonNode> parameter : declared.properties()) {
      if (!parameters.has(parameter.getKey()) && !parameter.getValue().has("default")) {
        throw HeatFaults.badRequest(
            "UserParameterMissing",
            "The Parameter (%s) was not provided.".formatted(parameter.getKey()));
      }
    }
    return this;
  }

  /** The values of the parameters, which are texts. */
  ObjectNode values() {
    ObjectNode values = Json.object();
    for (String name : (Iterable<String>) template.path("parameters")::fieldNames) {
      values.put(name, resolved(Json.object().put("get_param", name)).asText());
    }
    return values;
  }

  /**
   * The description of a template and its parameters.
   *
   * @param deep with the templates that are types of its resources
   */
  ObjectNode described(boolean deep) {
    ObjectNode all = Json.object().put("Description", description());
    ObjectNode shown = all.putObject("Parameters");
    template
        .path("parameters")
        .properties()
        .forEach(it -> shown.set(it.getKey(), parameter(it.getKey(), it.getValue())));
    if (template.has("parameter_groups")) {
      all.set("ParameterGroups", template.path("parameter_groups"));
    }
    ObjectNode nested = Json.object();
    for (Map.Entry<String, JsonNode> resource : template.path("resources").properties()) {
      nested(resource.getValue())
          .ifPresent(
              it ->
                  nested.set(
                      resource.getKey(),
                      it.described(true).put("Type", type(resource.getValue()))));
    }
    if (deep && !nested.isEmpty()) {
      all.set("NestedParameters", nested);
    }
    return all;
  }

  String description() {
    return template.path("description").asText("No description");
  }

  private ObjectNode parameter(String name, JsonNode declared) {
    String type = declared.path("type").asText();
    ObjectNode shown =
        Json.object()
            .put(
                "Type",
                TYPES.getOrDefault(
                    type,
                    type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1)))
            .put("Description", declared.path("description").asText(""))
            .put("NoEcho", String.valueOf(declared.path("hidden").asBoolean()))
            .put("Label", declared.path("label").asText(name));
    if (declared.has("default")) {
      shown.set("Default", declared.path("default"));
    }
    if (parameters.has(name)) {
      shown.set("Value", parameters.path(name));
    }
    return shown;
  }

  /** The environment as the service understands it. */
  ObjectNode environment() {
    ObjectNode types = Json.object();
    types.putObject("resources");
    registry.properties().forEach(it -> types.set(it.getKey(), it.getValue()));
    for (JsonNode resource : template.path("resources")) {
      String type = type(resource);
      if (files.has(type)) {
        types.put(type, type);
      }
    }
    return Json.form(
        """
        {"resource_registry": %s, "parameters": %s, "parameter_defaults": {}, "event_sinks": []}
        """,
        types, parameters);
  }
}
