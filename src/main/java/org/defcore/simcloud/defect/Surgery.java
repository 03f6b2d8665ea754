package org.defcore.simcloud.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Changes a JSON tree at a pointer, or in the thing that an answer is about. */
final class Surgery {

  private final JsonNode root;

  Surgery(JsonNode root) {
    this.root = root.deepCopy();
  }

  JsonNode result() {
    return root;
  }

  /** Puts another value where there is one, or an item into a list. */
  void replace(String place, JsonNode value) {
    put(parents(place).stream().filter(it -> it.isArray() || it.has(key(place))), place, value);
  }

  void put(String place, JsonNode value) {
    put(parents(place).stream(), place, value);
  }

  private static void put(Stream<JsonNode> parents, String place, JsonNode value) {
    String key = key(place);
    for (JsonNode parent : parents.toList()) {
      if (parent instanceof ObjectNode object) {
        object.set(key, value);
      } else if (parent instanceof ArrayNode array) {
        putItem(array, key, value);
      }
    }
  }

  void remove(String place) {
    for (JsonNode parent : parents(place)) {
      String key = key(place);
      if (parent instanceof ObjectNode object) {
        object.remove(key);
      } else if (parent instanceof ArrayNode array && key.matches("\\d{1,6}")) {
        array.remove(Integer.parseInt(key));
      } else if (parent instanceof ArrayNode array && key.equals("*")) {
        array.removeAll();
      }
    }
  }

  /** Gives what the document holds another key, if it has the one. */
  void rename(String key, String other) {
    if (root instanceof ObjectNode object && object.has(key)) {
      object.set(other, object.remove(key));
    }
  }

  private static void putItem(ArrayNode array, String key, JsonNode value) {
    if (key.equals("*")) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, value);
      }
    } else if (key.matches("\\d{1,6}") && Integer.parseInt(key) < array.size()) {
      array.set(Integer.parseInt(key), value);
    } else {
      array.add(value);
    }
  }

  private List<JsonNode> parents(String place) {
    if (!place.startsWith("/")) {
      return List.of(subject(root));
    }
    List<JsonNode> nodes = List.of(root);
    String[] steps = place.substring(1).split("/", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode node : nodes) {
        descend(node, unescape(steps[i]), next);
      }
      nodes = next;
    }
    return nodes;
  }

  private static void descend(JsonNode node, String step, List<JsonNode> found) {
    if (step.equals("*")) {
      node.forEach(found::add);
    } else if (node.isArray() && step.matches("\\d{1,6}")) {
      addIfPresent(node.path(Integer.parseInt(step)), found);
    } else {
      addIfPresent(node.path(step), found);
    }
  }

  private static void addIfPresent(JsonNode node, List<JsonNode> found) {
    if (!node.isMissingNode()) {
      found.add(node);
    }
  }

  // {"flavors": [{...}, ...]} is about its first item, {"keypair": {...}} about what it wraps.
  private static JsonNode subject(JsonNode node) {
    JsonNode first = node.elements().hasNext() ? node.elements().next() : node;
    if (node.isArray() && first.isContainerNode()) {
      return subject(first);
    }
    if (node.isObject() && first.isArray() && first.size() > 0 && first.get(0).isObject()) {
      return subject(first.get(0));
    }
    return node.isObject() && node.size() == 1 && first.isObject() ? subject(first) : node;
  }

  private static String key(String place) {
    return place.startsWith("/") ? unescape(place.substring(place.lastIndexOf('/') + 1)) : place;
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
