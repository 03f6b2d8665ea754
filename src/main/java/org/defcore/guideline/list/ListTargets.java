package org.defcore.guideline.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.GuidelineException;
import org.defcore.guideline.Status;

/**
 * Targets of a guideline that is made of a list, and the capabilities that their components have
 * already elsewhere.
 *
 * @param platforms as in a file
 * @param components with the names of their capabilities there
 */
public record ListTargets(ObjectNode platforms, Map<String, List<String>> components) {

  public ListTargets {
    platforms = platforms.deepCopy();
    components = new LinkedHashMap<>(components);
  }

  /** One target with everything in it. */
  public static ListTargets one(String title, String description, String id) {
    String word = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String component = word.matches("[a-z].*") ? word : "list_" + word;
    ObjectNode platforms = JsonNodeFactory.instance.objectNode();
    platforms
        .putObject(title)
        .put("description", description)
        .putArray("components")
        .addObject()
        .put("name", component);
    return new ListTargets(platforms, Map.of(component, List.of()));
  }

  /**
   * Targets and components of another guideline.
   *
   * @param document that the guideline was read from
   * @throws GuidelineException if it has no platform of its own in schema 2.0
   */
  public static ListTargets like(Guideline guideline, JsonNode document) {
    if (!(document.path("platforms") instanceof ObjectNode platforms)) {
      throw new GuidelineException(
          "--like: expected a guideline of schema 2.0 with platforms but found \"%s\": name"
                  .formatted(guideline.id())
              + " another, or --target");
    }
    Map<String, List<String>> components = new LinkedHashMap<>();
    guideline
        .components()
        .forEach(
            (name, it) ->
                components.put(
                    name,
                    Stream.of(Status.values())
                        .flatMap(word -> it.capabilities().getOrDefault(word, List.of()).stream())
                        .toList()));
    return new ListTargets(platforms, components);
  }

  /** The components that get a capability: where it is, else where most of its service is. */
  List<String> componentsOf(String capability) {
    List<String> having =
        components.keySet().stream().filter(it -> listed(it).contains(capability)).toList();
    if (!having.isEmpty()) {
      return having;
    }
    String service = capability.replaceAll("-.*", "-");
    return components.keySet().stream()
        .reduce((one, other) -> count(other, service) > count(one, service) ? other : one)
        .stream()
        .toList();
  }

  private List<String> listed(String component) {
    return components.getOrDefault(component, List.of());
  }

  private long count(String component, String service) {
    return listed(component).stream().filter(it -> it.startsWith(service)).count();
  }

  /** The components with their part of these capabilities; those with none are left out. */
  Map<String, List<String>> filled(Collection<String> capabilities) {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    components.keySet().forEach(it -> filled.put(it, new ArrayList<>()));
    for (String capability : new TreeSet<>(capabilities)) {
      componentsOf(capability)
          .forEach(it -> Optional.ofNullable(filled.get(it)).ifPresent(own -> own.add(capability)));
    }
    filled.values().removeIf(List::isEmpty);
    return filled;
  }

  /** The targets that need none but these components. */
  ObjectNode standing(Collection<String> those) {
    ObjectNode standing = JsonNodeFactory.instance.objectNode();
    platforms
        .properties()
        .forEach(
            it -> {
              List<String> names = it.getValue().path("components").findValuesAsText("name");
              if (those.containsAll(names)) {
                standing.set(it.getKey(), it.getValue());
              }
            });
    return standing;
  }
}
