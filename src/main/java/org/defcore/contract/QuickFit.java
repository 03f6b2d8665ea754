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
    return rule(schema).test(body);
  }

  /** The rule of a schema, which several forms may share. */
  private Predicate<JsonNode> rule(JsonNode schema) {
    Predicate<JsonNode> before = known.get(schema);
    if (before != null) {
      return before;
    }
    Predicate<JsonNode> rule = all(schema);
    known.put(schema, rule);
    return rule;
  }

  /** Only the keywords that contracts use. */
  private Predicate<JsonNode> all(JsonNode schema) {
    List<Predicate<JsonNode>> rules = new ArrayList<>();
    for (Map.Entry<String, JsonNode> rule : schema.properties()) {
      JsonNode value = rule.getValue();
      switch (rule.getKey()) {
        case "type" -> rules.add(type(value));
        case "enum" -> rules.add(it -> has(value, it));
        case "pattern" -> rules.add(pattern(value.asText()));
        case "minimum" -> rules.add(it -> !it.isNumber() || it.asDouble() >= value.asDouble());
        case "maximum" -> rules.add(it -> !it.isNumber() || it.asDouble() <= value.asDouble());
        case "minLength" -> rules.add(it -> !it.isTextual() || length(it) >= value.asInt());
        case "maxLength" -> rules.add(it -> !it.isTextual() || length(it) <= value.asInt());
        case "uniqueItems" -> rules.add(QuickFit::hasUniqueTexts);
        case "dependentRequired" -> rules.add(dependent(value));
        case "minItems" -> rules.add(it -> !it.isArray() || it.size() >= value.asInt());
        case "maxItems" -> rules.add(it -> !it.isArray() || it.size() <= value.asInt());
        case "minProperties" -> rules.add(it -> !it.isObject() || it.size() >= value.asInt());
        case "maxProperties" -> rules.add(it -> !it.isObject() || it.size() <= value.asInt());
        case "required" -> rules.add(it -> !it.isObject() || hasAll(value, it));
        case "items" -> rules.add(each(rule(value)));
        case "properties" -> rules.add(fields(value));
        case "additionalProperties" -> rules.add(others(schema.path("properties"), rule(value)));
        case "anyOf" -> rules.add(any(value.valueStream().map(this::rule).toList()));
        default -> {
          if (!Thing.WORDS.contains(rule.getKey())) {
            throw new IllegalArgumentException("a contract has the keyword " + rule.getKey());
          }
        }
      }
    }
    return rules.size() == 1 ? rules.get(0) : every(rules);
  }

  /** A loop, as nothing else is done as often. */
  private static Predicate<JsonNode> every(List<Predicate<JsonNode>> rules) {
    return it -> {
      for (Predicate<JsonNode> rule : rules) {
        if (!rule.test(it)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> type(JsonNode types) {
    return types.isTextual()
        ? type(types.asText())
        : any(types.valueStream().map(it -> type(it.asText())).toList());
  }

  private static Predicate<JsonNode> type(String type) {
    return switch (type) {
      case "string" -> JsonNode::isTextual;
      case "boolean" -> JsonNode::isBoolean;
      case "integer" -> JsonNode::isIntegralNumber;
      case "number" -> JsonNode::isNumber;
      case "null" -> JsonNode::isNull;
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      default -> it -> false;
    };
  }

  private static boolean has(JsonNode values, JsonNode node) {
    return values.valueStream().anyMatch(node::equals);
  }

  private static Predicate<JsonNode> pattern(String text) {
    Pattern pattern = Pattern.compile(text);
    return it -> !it.isTextual() || pattern.matcher(it.asText()).find();
  }

  static boolean hasAll(JsonNode names, JsonNode object) {
    for (JsonNode name : names) {
      if (!object.has(name.asText())) {
        return false;
      }
    }
    return true;
  }

  private static int length(JsonNode text) {
    return text.asText().codePointCount(0, text.asText().length());
  }

  private static boolean hasUniqueTexts(JsonNode array) {
    return array.valueStream().allMatch(JsonNode::isTextual)
        && array.valueStream().distinct().count() == array.size();
  }

  private static Predicate<JsonNode> dependent(JsonNode names) {
    return it ->
        names.properties().stream()
            .allMatch(name -> !it.has(name.getKey()) || hasAll(name.getValue(), it));
  }

  private static Predicate<JsonNode> each(Predicate<JsonNode> rule) {
    return it -> {
      if (it.isArray()) {
        for (JsonNode item : it) {
          if (!rule.test(item)) {
            return false;
          }
        }
      }
      return true;
    };
  }

  private Predicate<JsonNode> fields(JsonNode schemas) {
    Map<String, Predicate<JsonNode>> rules = new HashMap<>();
    schemas.properties().forEach(it -> rules.put(it.getKey(), rule(it.getValue())));
    return it -> {
      for (Map.Entry<String, JsonNode> field : it.properties()) {
        Predicate<JsonNode> rule = rules.get(field.getKey());
        if (rule != null && !rule.test(field.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> others(JsonNode named, Predicate<JsonNode> rule) {
    return it -> {
      for (Map.Entry<String, JsonNode> field : it.properties()) {
        if (!named.has(field.getKey()) && !rule.test(field.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<JsonNode> any(List<Predicate<JsonNode>> rules) {
    return it -> {
      for (Predicate<JsonNode> rule : rules) {
        if (rule.test(it)) {
          return true;
        }
      }
      return false;
    };
  }
}
