package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A resource in an answer, as its contract describes it by pointers into it.
 *
 * @param at pointer of it
 * @param asked the id in the path, if the answer is about this one thing
 */
record Thing(JsonNode node, Form form, String at, Optional<String> asked) {

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

  private static final Pattern ALONE = Pattern.compile("(/[^/]+(/\\d+)?)?");

  static final Set<String> WORDS =
      Set.of(ITSELF, PROJECTS, USERS, FIXED, EVER, KEPT, TIMES, WITHIN, ALIKE, FILTERS);

  /** All resources in a body, those inside of others, too. */
  static List<Thing> in(Form form, JsonNode body, Optional<String> asked) {
    List<Thing> found = new ArrayList<>();
    Thing whole = new Thing(body, form, "", asked);
    if (form.isThing()) {
      whole.add(found);
    } else {
      whole.addParts(asked, found);
    }
    return found;
  }

  private void add(List<Thing> found) {
    if (form.items().isPresent()) {
      for (int i = 0; i < node.size(); i++) {
        Form item = form.items().get();
        new Thing(node.path(i), item, at + "/" + i, Optional.empty()).add(found);
      }
      return;
    }
    if (form.isThing()) {
      found.add(this);
    }
    addParts(Optional.empty(), found);
  }

  private void addParts(Optional<String> whoseId, List<Thing> found) {
    for (Map.Entry<String, Form> part : form.parts().entrySet()) {
      JsonNode value = node.path(part.getKey());
      if (!value.isMissingNode()) {
        String place = at + "/" + part.getKey().replace("~", "~0").replace("/", "~1");
        new Thing(value, part.getValue(), place, whoseId).add(found);
      }
    }
  }

  /** Returns whether the answer is about it, or a list of such, and it is in no other. */
  boolean isAlone() {
    return ALONE.matcher(at).matches();
  }

  /** Its id as it tells it; empty if it has none. */
  String id() {
    return at(places(ITSELF).get(0)).asText();
  }

  /** The pointers that the contract has under that word. */
  List<String> places(String word) {
    return form.words().getOrDefault(word, List.of());
  }

  /** The value of a field; absent where it has none. */
  Optional<String> value(String place) {
    JsonNode value = at(place);
    String text = value.isValueNode() ? value.asText() : "";
    return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(text);
  }

  /** The value of a field, be it null or empty; absent where there is no such field. */
  Optional<String> told(String place) {
    JsonNode value = at(place);
    return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** Most pointers are the name of a field, for which none has to be made. */
  private JsonNode at(String place) {
    return place.lastIndexOf('/') == 0 ? node.path(place.substring(1)) : node.at(place);
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
    if (!place.contains("*")) {
      JsonNode value = at(place);
      return value.isMissingNode() ? List.of() : List.of(value.asText());
    }
    List<String> found = new ArrayList<>();
    addValues(node, place.substring(1).split("/", -1), 0, found);
    return found;
  }

  private static void addValues(JsonNode from, String[] steps, int step, List<String> found) {
    if (step == steps.length) {
      found.add(from.asText());
    } else if (steps[step].equals("*")) {
      for (JsonNode part : from) {
        addValues(part, steps, step + 1, found);
      }
    } else if (from.has(steps[step])) {
      addValues(from.path(steps[step]), steps, step + 1, found);
    }
  }
}
