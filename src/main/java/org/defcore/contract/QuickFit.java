package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A look at whether a body surely fits its schema. Nearly all do, and a validator of JSON Schema
 * takes several times as long to say so; what does not surely fit is left to one.
 */
final class QuickFit {

  private final IdentityHashMap<JsonNode, Predicate<JsonNode>> known = new IdentityHashMap<>();

  boolean surely(JsonNode schema, JsonNode body) {
    return known.computeIfAbsent(schema, QuickFit::all).test(body);
  }

  /** Only the keywords that contracts use; a body does not surely fit any other. */
  private static Predicate<JsonNode> all(JsonNode schema) {
    List<Predicate<JsonNode>> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      JsonNode value = rule.getValue();
      switch (rule.getKey()) {
        case "type" -> rules.add(type(value));
        case "enum" -> rules.add(it -> has(value, it));
        case "pattern" -> rules.add(pattern(value.asText()));
        case "minimum" -> rules.add(it -> !it.isNumber() || it.asDouble() >= value.asDouble());
        case "maximum" -> rules.add(it -> !it.isNumber() || it.asDouble() <= value.asDouble());
        case "minItems" -> rules.add(it -> !it.isArray() || it.size() >= value.asInt());
        case "maxItems" -> rules.add(it -> !it.isArray() || it.size() <= value.asInt());
        case "minProperties" -> rules.add(it -> !it.isObject() || it.size() >= value.asInt());
        case "maxProperties" -> rules.add(it -> !it.isObject() || it.size() <= value.asInt());
        case "required" -> rules.add(it -> !it.isObject() || hasAll(value, it));
        case "items" -> rules.add(each(all(value)));
        case "properties" -> rules.add(fields(value));
        case "additionalProperties" -> rules.add(others(schema.path("properties"), all(value)));
        case "anyOf" -> rules.add(any(value.valueStream().map(QuickFit::all).toList()));
        default -> rules.add(it -> Thing.WORDS.contains(rule.getKey()));
      }
    }
    return it -> rules.stream().allMatch(rule -> rule.test(it));
  }

  private static Predicate<JsonNode> type(JsonNode types) {
    List<String> words =
        types.isTextual()
            ? List.of(types.asText())
            : types.valueStream().map(JsonNode::asText).toList();
    return it -> words.stream().anyMatch(word -> isOf(word, it));
  }

  private static boolean isOf(String type, JsonNode node) {
    return switch (type) {
      case "string" -> node.isTextual();
      case "boolean" -> node.isBoolean();
      case "integer" -> node.isIntegralNumber();
      case "number" -> node.isNumber();
      case "null" -> node.isNull();
      case "object" -> node.isObject();
      case "array" -> node.isArray();
      default -> false;
    };
  }

  private static boolean has(JsonNode values, JsonNode node) {
    return values.valueStream().anyMatch(node::equals);
  }

  private static Predicate<JsonNode> pattern(String text) {
    Pattern pattern = Pattern.compile(text);
    return it -> !it.isTextual() || pattern.matcher(it.asText()).find();
  }

  private static boolean hasAll(JsonNode names, JsonNode object) {
    return names.valueStream().allMatch(it -> object.has(it.asText()));
  }

  private static Predicate<JsonNode> each(Predicate<JsonNode> rule) {
    return it -> !it.isArray() || it.valueStream().allMatch(rule);
  }

  private static Predicate<JsonNode> fields(JsonNode schemas) {
    Map<String, Predicate<JsonNode>> rules = new HashMap<>();
    schemas.properties().forEach(it -> rules.put(it.getKey(), all(it.getValue())));
    return it ->
        !it.isObject()
            || it.properties().stream()
                .allMatch(
                    field ->
                        rules.getOrDefault(field.getKey(), any -> true).test(field.getValue()));
  }

  private static Predicate<JsonNode> others(JsonNode named, Predicate<JsonNode> rule) {
    return it ->
        !it.isObject()
            || it.properties().stream()
                .allMatch(field -> named.has(field.getKey()) || rule.test(field.getValue()));
  }

  private static Predicate<JsonNode> any(List<Predicate<JsonNode>> rules) {
    return it -> rules.stream().anyMatch(rule -> rule.test(it));
  }
}
