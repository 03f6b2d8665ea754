package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.wire.Json;

/** The resources of a template, and what each of them needs first. */
record Dependencies(JsonNode resources) {

  List<String> names() {
    return resources.propertyStream().map(it -> it.getKey()).toList();
  }

  /** Names of the resources that one has to come after. */
  Set<String> of(String resource) {
    JsonNode declared = resources.path(resource);
    JsonNode after = declared.path("depends_on");
    Set<String> names = Expressions.references(declared.path("properties"));
    (after.isTextual() ? Json.array().add(after) : after).forEach(it -> names.add(it.asText()));
    return names;
  }

  /** Names of the resources that come after one. */
  Set<String> requiredBy(String resource) {
    Set<String> names = new TreeSet<>(names());
    names.removeIf(it -> !of(it).contains(resource));
    return names;
  }

  /** Names of the resources, each after those that it needs. */
  List<String> inOrder() {
    Set<String> order = new LinkedHashSet<>();
    Set<String> met = new HashSet<>();
    names().forEach(it -> add(it, met, order));
    return List.copyOf(order);
  }

  private void add(String name, Set<String> met, Set<String> order) {
    if (met.add(name)) {
      of(name).forEach(it -> add(it, met, order));
      order.add(name);
    }
  }
}
