package org.defcore.guideline.read;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Rule;
import org.defcore.guideline.Status;

/** Reads the lists of capabilities, by status, of every component. */
final class ComponentsReader {

  /** Components whose lists stand in the component itself: schema 1.x. */
  Map<String, Guideline.Component> flat(JsonPlace all) {
    Map<String, Guideline.Component> components = new LinkedHashMap<>();
    all.members()
        .forEach((name, at) -> components.put(name, new Guideline.Component(name, lists(at))));
    return components;
  }

  /** Components whose lists stand under {@code capabilities}: schema 2.0. */
  Map<String, Guideline.Component> nested(JsonPlace all) {
    Map<String, Guideline.Component> components = new LinkedHashMap<>();
    all.members()
        .forEach(
            (name, at) -> {
              Map<Status, List<String>> lists =
                  at.node().isObject() ? lists(at.at("capabilities")) : lists(at);
              components.put(name, new Guideline.Component(name, lists));
            });
    return components;
  }

  private static Map<Status, List<String>> lists(JsonPlace at) {
    Map<Status, List<String>> lists = new EnumMap<>(Status.class);
    if (!at.node().isObject()) {
      at.error("expected an object with lists of capabilities by status but found " + at.found());
      return lists;
    }
    for (Status status : Status.values()) {
      JsonPlace list =
          at.at(status.word(), status == Status.DEPRECATED ? List.of("depricated") : List.of());
      if (list.given()) {
        lists.put(status, list.texts());
      } else if (status == Status.REQUIRED) {
        list.oddity(Rule.MISSING_KEY, "expected a list but found nothing: read as an empty list");
      }
    }
    return lists;
  }
}
