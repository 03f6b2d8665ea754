package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource in an answer, as its contract describes it by pointers into it.
 *
 * @param at pointer of it
 * @param asked the id in the path, if the answer is about this one thing
 */
record Thing(JsonNode node, JsonNode schema, String at, Optional<String> asked) {

  /** Its own id, and links that end with it. */
  static final String ITSELF = "itself";

  /** The projects that it belongs to. */
  static final String PROJECTS = "projects";

  /** Fields that never change once they have a value. */
  static final String FIXED = "fixed";

  /** Fields that change by requests alone. */
  static final String KEPT = "kept";

  /** Fields that never change from the first answer on, whoever made it. */
  static final String EVER = "ever";

  /** The users who made it. */
  static final String USERS = "users";

  /** Ids of what it belongs to, which the path names. */
  static final String WITHIN = "within";

  /** Fields of the same value. */
  static final String ALIKE = "alike";

  /** Query parameters that leave out of a list what has another value. */
  static final String FILTERS = "filters";

  /** Times of its creation and of its last change. */
  static final String TIMES = "times";

  /** A mark: it is one, or some are in it. */
  static final String HOLDS = "holds";

  static final Set<String> WORDS =
      Set.of(ITSELF, PROJECTS, USERS, FIXED, EVER, KEPT, TIMES, WITHIN, ALIKE, FILTERS, HOLDS);

  /** All resources in a body, those inside of others, too. */
  static List<Thing> in(JsonNode schema, JsonNode body, Optional<String> asked) {
    List<Thing> found = new ArrayList<>();
    if (schema.has(ITSELF)) {
      add(new Thing(body, schema, "", asked), found);
    } else {
      for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
        add(part, body, "", asked, found);
      }
    }
    return found;
  }

  private static void add(Thing thing, List<Thing> found) {
    if (!thing.schema.has(HOLDS)) {
      return;
    }
    if (thing.node.isArray()) {
      for (int i = 0; i < thing.node.size(); i++) {
        String at = thing.at + "/" + i;
        JsonNode items = thing.schema.path("items");
        add(new Thing(thing.node.path(i), items, at, Optional.empty()), found);
      }
      return;
    }
    if (thing.schema.has(ITSELF)) {
      found.add(thing);
    }
    for (Map.Entry<String, JsonNode> part : thing.schema.path("properties").properties()) {
      add(part, thing.node, thing.at, Optional.empty(), found);
    }
  }

  private static void add(
      Map.Entry<String, JsonNode> part,
      JsonNode whole,
      String at,
      Optional<String> asked,
      List<Thing> found) {
    if (whole.has(part.getKey())) {
      String place = at + "/" + part.getKey().replace("~", "~0").replace("/", "~1");
      add(new Thing(whole.path(part.getKey()), part.getValue(), place, asked), found);
    }
  }

  /** Returns whether the answer is about it, or a list of such, and it is in no other. */
  boolean isAlone() {
    return at.matches("(/[^/]+(/\\d+)?)?");
  }

  /** Its id as it tells it; empty if it has none. */
  String id() {
    return node.at(schema.path(ITSELF).path(0).asText()).asText();
  }

  /** The pointers that the contract has under that word. */
  List<String> places(String word) {
    return schema.path(word).valueStream().map(JsonNode::asText).toList();
  }

  /** The value of a field; absent where it has none. */
  Optional<String> value(String place) {
    return Optional.of(node.at(place))
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .filter(it -> !it.isEmpty() && !it.equals("null"));
  }

  /** The value of a field, be it null or empty; absent where there is no such field. */
  Optional<String> told(String place) {
    return Optional.of(node.at(place)).filter(JsonNode::isValueNode).map(JsonNode::asText);
  }

  /** Ids and links that lead elsewhere. */
  List<Breach> strangers(String path) {
    String own = id();
    String id = asked.filter(it -> !own.isEmpty()).orElse(own);
    List<Breach> found = new ArrayList<>();
    for (String place : places(ITSELF)) {
      // A form may follow the pointer: "/file /v2/images/{id}/file".
      String[] parts = place.split(" ", 2);
      String end = parts.length == 1 ? id : parts[1].replace("{id}", id);
      for (String value : values(parts[0])) {
        if (!value.equals(end) && !value.endsWith("/" + end)) {
          found.add(stranger(parts[0], "\"%s\" is not of %s".formatted(value, id)));
        }
      }
    }
    for (String place : places(WITHIN)) {
      value(place)
          .filter(it -> !path.contains("/" + it))
          .ifPresent(it -> found.add(stranger(place, "\"%s\" is not of the path".formatted(it))));
    }
    List<String> alike = places(ALIKE);
    for (String place : alike.subList(Math.min(1, alike.size()), alike.size())) {
      if (!node.at(place).isMissingNode() && !node.at(place).equals(node.at(alike.get(0)))) {
        found.add(stranger(place, "it differs from " + alike.get(0)));
      }
    }
    return found;
  }

  private Breach stranger(String place, String message) {
    return new Breach(at + place, ITSELF, message);
  }

  List<String> values(String place) {
    List<JsonNode> next = List.of(node);
    for (String step : place.substring(1).split("/", -1)) {
      next =
          next.stream()
              .flatMap(it -> step.equals("*") ? it.valueStream() : Stream.of(it.path(step)))
              .filter(it -> !it.isMissingNode())
              .toList();
    }
    return next.stream().map(JsonNode::asText).toList();
  }
}
