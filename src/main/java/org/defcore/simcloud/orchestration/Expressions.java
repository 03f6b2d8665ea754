package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.wire.Json;

/** Functions of the template language: parameters, and resources and their attributes. */
record Expressions(SentTemplate sent, Map<String, LiveResource> resources) {

  private static final Set<String> OF_RESOURCES = Set.of("get_resource", "get_attr");

  /** A reference to what is not there. */
  static final class Unknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message, null, false, false);
    }
  }

  /** A value with the results of its functions in their places; null where there is none yet. */
  JsonNode value(JsonNode expression) {
    if (expression.has("get_param")) {
      String name = expression.path("get_param").asText();
      return sent.parameter(name).orElseThrow(() -> new Unknown(missing(name)));
    }
    if (expression.has("get_resource")) {
      String name = expression.path("get_resource").asText();
      return TextNode.valueOf(resource(name).map(LiveResource::reference).orElse(name));
    }
    if (expression.has("get_attr")) {
      return attribute(expression.path("get_attr"));
    }
    if (expression instanceof ArrayNode list) {
      return Json.array(list.valueStream().map(this::value).toList());
    }
    if (expression instanceof ObjectNode map) {
      ObjectNode values = Json.object();
      map.properties().forEach(it -> values.set(it.getKey(), value(it.getValue())));
      return values;
    }
    return expression;
  }

  static String missing(String parameter) {
    return "The Parameter (%s) was not provided.".formatted(parameter);
  }

  /** The fields of an object with their values; those that refer to nothing are left out. */
  ObjectNode values(JsonNode fields) {
    ObjectNode values = Json.object();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      try {
        values.set(field.getKey(), value(field.getValue()));
      } catch (Unknown e) {
        values.remove(field.getKey());
      }
    }
    return values;
  }

  private Optional<LiveResource> resource(String name) {
    return Optional.ofNullable(resources.get(name));
  }

  private JsonNode attribute(JsonNode path) {
    JsonNode value =
        resource(path.path(0).asText())
            .map(it -> it.attribute(path.path(1).asText()))
            .orElse(NullNode.instance);
    for (int i = 2; i < path.size(); i++) {
      JsonNode step = path.path(i);
      value = value.isArray() ? value.path(step.asInt()) : value.path(step.asText());
    }
    return value.isMissingNode() ? NullNode.instance : value;
  }

  /** Names of the resources that an expression refers to. */
  static Set<String> references(JsonNode expression) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> part : expression.properties()) {
      if (OF_RESOURCES.contains(part.getKey())) {
        JsonNode referred = part.getValue();
        names.add((referred.isArray() ? referred.path(0) : referred).asText());
      }
    }
    expression.forEach(it -> names.addAll(references(it)));
    return names;
  }
}
