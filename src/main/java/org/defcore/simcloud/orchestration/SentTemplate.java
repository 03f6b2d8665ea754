package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

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
    return new SentTemplate(
            HotTemplates.sent(request.path("template")),
            Json.object(),
            Json.object(),
            Json.object())
        .with(request);
  }

  /** This one with what a request for a change has, and with all else as it is. */
  SentTemplate patched(JsonNode request) {
    return request.hasNonNull("template")
        ? new SentTemplate(HotTemplates.sent(request.path("template")), parameters, registry, files)
            .with(request)
        : with(request);
  }

  private SentTemplate with(JsonNode request) {
    JsonNode environment = request.path("environment");
    SentTemplate sent =
        new SentTemplate(
            template,
            joined(joined(parameters, environment.path("parameters")), request.path("parameters")),
            joined(registry, environment.path("resource_registry")),
            joined(files, request.path("files")));
    sent.check();
    return sent;
  }

  private static ObjectNode joined(JsonNode before, JsonNode more) {
    ObjectNode all = before.deepCopy();
    more.properties().forEach(it -> all.set(it.getKey(), it.getValue()));
    return all;
  }

  /**
   * Refuses to make a stack of it where a value is missing.
   *
   * @throws Refusal if a parameter has none, or a property is to have that of no parameter
   */
  SentTemplate complete() {
    List<String> declared = keys(template.path("parameters"));
    for (String name : keys(parameters)) {
      if (!declared.contains(name)) {
        throw HeatFaults.badRequest(
            "UnknownUserParameter",
            "The Parameter (%s) was not defined in template.".formatted(name));
      }
    }
    for (String name : declared) {
      if (parameter(name).isEmpty()) {
        throw HeatFaults.badRequest("UserParameterMissing", Expressions.missing(name));
      }
    }
    for (String name : needs().names()) {
      for (Map.Entry<String, JsonNode> property : declared(name).path("properties").properties()) {
        String parameter = property.getValue().path("get_param").asText();
        if (!parameter.isEmpty() && parameter(parameter).isEmpty()) {
          throw HeatFaults.badRequest(
              "StackValidationFailed",
              "Property error: : resources.%s.properties.%s: : %s"
                  .formatted(name, property.getKey(), Expressions.missing(parameter)));
        }
      }
      for (String other : needs().of(name)) {
        if (!resources().has(other)) {
          throw HeatFaults.badRequest(
              "InvalidTemplateReference",
              "The specified reference \"%s\" (in %s) is incorrect.".formatted(other, name));
        }
      }
    }
    return this;
  }

  private static List<String> keys(JsonNode map) {
    return map.propertyStream().map(Map.Entry::getKey).toList();
  }

  JsonNode resources() {
    return template.path("resources");
  }

  /** A resource as the template has it. */
  JsonNode declared(String resource) {
    return resources().path(resource);
  }

  Dependencies needs() {
    return new Dependencies(resources());
  }

  /** Returns whether the environment stops the work on a resource at that point. */
  boolean isHooked(String resource, String hook) {
    return environmentOf(resource)
        .map(it -> it.path("hooks"))
        .anyMatch(
            it ->
                it.asText().equals(hook)
                    || it.valueStream().anyMatch(one -> one.asText().equals(hook)));
  }

  /** Entries of the environment for a resource, by its name or a pattern that fits. */
  private Stream<JsonNode> environmentOf(String resource) {
    return registry.path("resources").properties().stream()
        .filter(it -> resource.matches("\\Q" + it.getKey().replace("*", "\\E.*\\Q") + "\\E"))
        .map(Map.Entry::getValue);
  }

  /** The value of a parameter, if it has one. */
  Optional<JsonNode> parameter(String name) {
    return Optional.ofNullable(parameters.get(name))
        .or(() -> Optional.ofNullable(template.path("parameters").path(name).get("default")));
  }

  /** The values of the parameters as they are shown. */
  ObjectNode values() {
    ObjectNode values = Json.object();
    for (Map.Entry<String, JsonNode> it : template.path("parameters").properties()) {
      String value = parameter(it.getKey()).map(JsonNode::asText).orElse("");
      values.put(it.getKey(), it.getValue().path("hidden").asBoolean() ? "******" : value);
    }
    return values;
  }

  private void check() {
    for (Map.Entry<String, JsonNode> resource : resources().properties()) {
      String type = type(resource.getKey());
      Optional<SentTemplate> nested = nested(resource.getKey());
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

  /** The type of a resource, with that of the environment in its place if there is one. */
  String type(String resource) {
    String type = declared(resource).path("type").asText();
    return registry.path(type).isTextual() ? registry.path(type).asText() : type;
  }

  private static boolean isFile(String type) {
    return type.endsWith(".yaml") || type.endsWith(".template");
  }

  /** The inside of a resource, as far as its properties do not depend on other resources. */
  Optional<SentTemplate> nested(String resource) {
    return nested(
        resource, new Expressions(this, Map.of()).values(declared(resource).path("properties")));
  }

  /**
   * The inside of a resource: the template that is its type, or the members of a group.
   *
   * @param values of its properties, which are the parameters of the template
   */
  Optional<SentTemplate> nested(String resource, ObjectNode values) {
    String type = type(resource);
    ObjectNode inside = registry.deepCopy();
    environmentOf(resource).forEach(it -> inside.set("resources", it));
    if (type.equals(KnownTypes.GROUP)) {
      ObjectNode members = Json.object();
      for (int i = 0; i < values.path("count").asInt(1); i++) {
        members.set(String.valueOf(i), values.path("resource_def"));
      }
      ObjectNode group = Json.object().put(HotTemplates.VERSION, "2015-04-30");
      group.set("resources", members);
      return Optional.of(new SentTemplate(group, Json.object(), inside, files));
    }
    return Optional.ofNullable(files.get(type))
        .map(it -> new SentTemplate(HotTemplates.sent(it), values, inside, files));
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
    for (String name : needs().names()) {
      nested(name).ifPresent(it -> nested.set(name, it.described(true).put("Type", type(name))));
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
    for (String resource : needs().names()) {
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
