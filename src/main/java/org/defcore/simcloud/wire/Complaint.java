package org.defcore.simcloud.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first thing that is wrong with a document, in the words of the library that the services use.
 *
 * @param path keys and indexes from the root to what is wrong
 * @param value what is wrong, as Python prints it
 */
public record Complaint(List<String> path, String value, String reason) {

  /** A body that is no JSON. */
  public static final Complaint MALFORMED = new Complaint(List.of(), "", "Malformed request body");

  private static final String UNEXPECTED = "additionalProperties";

  // By keyword: what is said of a value (the first one) and a rule (the second one).
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("const", "%2$s was expected"),
          Map.entry("enum", "%1$s is not one of %2$s"),
          Map.entry("format", "%1$s is not a %2$s"),
          Map.entry("maxItems", "%1$s is too long"),
          Map.entry("maxLength", "%1$s is too long"),
          Map.entry("maxProperties", "%1$s has too many properties"),
          Map.entry("maximum", "%1$s is greater than the maximum of %2$s"),
          Map.entry("minItems", "%1$s is too short"),
          Map.entry("minLength", "%1$s is too short"),
          Map.entry("minProperties", "%1$s does not have enough properties"),
          Map.entry("minimum", "%1$s is less than the minimum of %2$s"),
          Map.entry("pattern", "%1$s does not match %2$s"),
          Map.entry("uniqueItems", "%1$s has non-unique elements"));

  public Complaint {
    path = List.copyOf(path);
  }

  static Complaint of(Error error, JsonNode document, JsonNode schema) {
    JsonPointer at = JsonPointer.compile(error.getInstanceLocation());
    String location = error.getSchemaLocation();
    JsonPointer rules = JsonPointer.compile(location.substring(location.indexOf('#') + 1));
    Optional<String> keyword = Optional.ofNullable(error.getKeyword());
    if (keyword.isEmpty()) {
      // A key that was not expected is known by itself, and by what forbids it.
      at = at.head();
      rules = rules.head();
    }
    JsonNode value = document.at(at);
    JsonNode broken = schema.at(rules);
    return broken.has("says")
        ? new Complaint(List.of(), "", broken.path("says").asText())
        : new Complaint(
            names(at), printed(value), reason(keyword.orElse(UNEXPECTED), value, broken));
  }

  private static List<String> names(JsonPointer pointer) {
    List<String> names = new ArrayList<>();
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      names.add(rest.getMatchingProperty());
    }
    return names;
  }

  private static String reason(String keyword, JsonNode value, JsonNode schema) {
    JsonNode rule = schema.path(keyword);
    return switch (keyword) {
      case UNEXPECTED -> unexpected(value, schema);
      case "required" -> missing(value, rule) + " is a required property";
      case "type" ->
          quoted(value) + " is not of type " + (rule.isArray() ? items(rule) : quoted(rule));
      default ->
          REASONS
              .getOrDefault(keyword, "%1$s is not valid under any of the given schemas")
              .formatted(quoted(value), quoted(rule));
    };
  }

  private static String missing(JsonNode value, JsonNode required) {
    return required
        .valueStream()
        .filter(it -> !value.has(it.asText()))
        .map(Complaint::quoted)
        .findFirst()
        .orElse("");
  }

  private static String unexpected(JsonNode value, JsonNode schema) {
    List<String> patterns = new ArrayList<>();
    schema.path("patternProperties").fieldNames().forEachRemaining(patterns::add);
    List<String> names =
        value.properties().stream()
            .map(Map.Entry::getKey)
            .filter(it -> !schema.path("properties").has(it))
            .filter(it -> patterns.stream().noneMatch(p -> it.matches("(?s).*(" + p + ").*")))
            .map(it -> "'" + it + "'")
            .toList();
    String all = String.join(", ", names);
    if (!patterns.isEmpty()) {
      return all
          + (names.size() == 1 ? " does" : " do")
          + " not match any of the regexes: '"
          + String.join("', '", patterns)
          + "'";
    }
    return "Additional properties are not allowed (%s %s unexpected)"
        .formatted(all, names.size() == 1 ? "was" : "were");
  }

  /** The sentence of the services that know fields and attributes. */
  public String sentence() {
    return path.isEmpty()
        ? reason
        : "Invalid input for field/attribute %s. Value: %s. %s"
            .formatted(path.get(path.size() - 1), value, reason);
  }

  private static String printed(JsonNode value) {
    return value.isTextual() ? value.asText() : quoted(value);
  }

  // As it would stand in a program of Python.
  private static String quoted(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "None";
      case BOOLEAN -> value.asBoolean() ? "True" : "False";
      case STRING ->
          value.asText().contains("'")
              ? "\"%s\"".formatted(value.asText())
              : "'" + value.asText() + "'";
      case ARRAY -> "[" + items(value) + "]";
      case OBJECT ->
          value.properties().stream()
              .map(it -> "'" + it.getKey() + "': " + quoted(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.asText();
    };
  }

  private static String items(JsonNode array) {
    return array.valueStream().map(Complaint::quoted).collect(Collectors.joining(", "));
  }
}
