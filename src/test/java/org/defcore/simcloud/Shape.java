package org.defcore.simcloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares an answer with the recorded form of another: the names of its fields, their kinds and
 * their nesting. A recorded text such as {@code "absent|string"} lists what was seen; the one item
 * of a recorded list is what all its items had in common, and a second one says that the list was
 * sometimes empty.
 */
final class Shape {

  private Shape() {}

  static void differences(String at, JsonNode recorded, JsonNode actual, List<String> found) {
    if (recorded.isTextual()) {
      List<String> kinds = Arrays.asList(recorded.asText().split("\\|"));
      if (!kinds.contains(kind(actual))) {
        found.add(at + ": recorded " + kinds + " but found " + kind(actual));
      }
    } else if (recorded.isArray() != actual.isArray() || recorded.isObject() != actual.isObject()) {
      found.add(at + ": recorded " + kind(recorded) + " but found " + kind(actual));
    } else if (recorded.isArray()) {
      items(at, recorded, actual, found);
    } else {
      fields(at, recorded, actual, found);
    }
  }

  private static void items(String at, JsonNode recorded, JsonNode actual, List<String> found) {
    boolean sometimesEmpty = recorded.size() == 2;
    if (recorded.isEmpty() != actual.isEmpty() && !sometimesEmpty) {
      found.add(at + ": recorded " + recorded.size() + " kind of items, found " + actual.size());
      return;
    }
    for (int i = 0; i < actual.size(); i++) {
      differences(at + "/" + i, recorded.get(0), actual.get(i), found);
    }
  }

  private static void fields(String at, JsonNode recorded, JsonNode actual, List<String> found) {
    Set<String> names = new TreeSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode form = recorded.path(name);
      JsonNode value = actual.path(name);
      boolean optional = form.isTextual() && form.asText().startsWith("absent");
      if (form.isMissingNode()) {
        found.add(at + "/" + name + ": not recorded");
      } else if (!value.isMissingNode()) {
        differences(at + "/" + name, form, value, found);
      } else if (!optional) {
        found.add(at + "/" + name + ": recorded but not found");
      }
    }
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL -> "null";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING -> textKind(value.asText());
      default -> "absent";
    };
  }

  private static String textKind(String text) {
    if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      return "uuid";
    }
    if (text.matches("[0-9a-f]{32}")) {
      return "hex32";
    }
    if (text.matches("(?s)\\d{4}-\\d\\d-\\d\\dT.*")) {
      return "time " + text.replaceAll("\\d", "9");
    }
    return text.matches("(?s)https?://.*") ? "url" : "string";
  }
}
