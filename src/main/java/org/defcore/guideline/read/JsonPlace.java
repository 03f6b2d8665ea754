package org.defcore.guideline.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.Rule;

/**
 * A value of the file with its pointer. A value of the wrong type is recorded in the reading, and
 * an empty one is returned instead, so that reading can go on.
 */
record JsonPlace(Reading reading, String pointer, JsonNode node) {

  private static final int QUOTED = 80;

  /** The member with that name, which may be absent. */
  JsonPlace at(String key) {
    return new JsonPlace(reading, Pointers.to(pointer, key), node.path(key));
  }

  /**
   * The member with that name, or else with the first of the other names that is present, which is
   * an oddity.
   */
  JsonPlace at(String key, List<String> misspelt) {
    return at(key, misspelt, Rule.MISSPELT_KEY);
  }

  /** Same as {@link #at(String, List)}, with the rule that the oddity breaks. */
  JsonPlace at(String key, List<String> misspelt, Rule rule) {
    if (!at(key).given()) {
      for (String other : misspelt) {
        JsonPlace found = at(other);
        if (found.given()) {
          found.oddity(rule, "expected the key \"" + key + "\": read as that");
          return found;
        }
      }
    }
    return at(key);
  }

  boolean given() {
    return !node.isMissingNode();
  }

  /** The text; if it is missing or has another type, the empty text, and an error is recorded. */
  String text() {
    if (node.isTextual()) {
      return node.textValue();
    }
    error("expected a string but found " + found());
    return "";
  }

  /** The text; empty if it is absent or blank. */
  Optional<String> textIfGiven() {
    return given() ? Optional.of(text()).filter(it -> !it.isBlank()) : Optional.empty();
  }

  boolean yesOrNo() {
    if (!node.isBoolean()) {
      error("expected true or false but found " + found());
    }
    return node.booleanValue();
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (JsonPlace item : items()) {
      if (item.node.isTextual()) {
        texts.add(item.node.textValue());
      } else {
        item.text();
      }
    }
    return texts;
  }

  List<JsonPlace> items() {
    if (!node.isArray()) {
      error("expected a list but found " + found());
    }
    List<JsonPlace> items = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        items.add(new JsonPlace(reading, pointer + "/" + i, node.get(i)));
      }
    }
    return items;
  }

  /** The members in file order. */
  Map<String, JsonPlace> members() {
    if (!node.isObject()) {
      error("expected an object but found " + found());
    }
    Map<String, JsonPlace> members = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(it -> members.put(it, at(it)));
    return members;
  }

  void error(String message) {
    error(Rule.STRUCTURE, message);
  }

  void error(Rule rule, String message) {
    reading.error(rule, pointer, message);
  }

  void oddity(Rule rule, String message) {
    reading.oddity(rule, pointer, message);
  }

  /** The value, short enough for a message. */
  String found() {
    if (node.isMissingNode()) {
      return "nothing";
    }
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    String json = node.toString();
    return json.length() <= QUOTED ? json : json.substring(0, QUOTED) + "…";
  }
}
