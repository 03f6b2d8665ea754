package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields of an object that no record declares. If the object is an item of a list, they are none of
 * the other items' either.
 *
 * @param pointer to the first of them
 * @param declared names of the fields that the object may have; empty if only the first is known
 */
public record ExtraFields(JsonPointer pointer, Set<String> declared) {

  public ExtraFields {
    declared = Set.copyOf(declared);
  }

  /**
   * Takes them out of a document, in all of their places.
   *
   * @return JSON pointers to them, with {@code *} for an item of a list, the first one first
   */
  public List<String> takeOut(JsonNode document) {
    String holder = holder(document);
    Set<String> names = new LinkedHashSet<>();
    takeOut(document, pointer, names);
    return names.stream().map(it -> holder + JsonPointer.empty().appendProperty(it)).toList();
  }

  private String holder(JsonNode document) {
    StringBuilder where = new StringBuilder();
    JsonNode node = document;
    for (JsonPointer way = pointer; !way.tail().matches(); way = way.tail()) {
      String name = way.getMatchingProperty();
      where.append(node.isArray() ? "/*" : JsonPointer.empty().appendProperty(name));
      node = node.isArray() ? node.path(way.getMatchingIndex()) : node.path(name);
    }
    return where.toString();
  }

  private void takeOut(JsonNode node, JsonPointer way, Collection<String> names) {
    if (node.isArray() && !way.tail().matches()) {
      node.forEach(it -> takeOut(it, way.tail(), names));
    } else if (!way.tail().matches()) {
      takeOut(node.path(way.getMatchingProperty()), way.tail(), names);
    } else if (node instanceof ObjectNode object) {
      Set<String> taken = new LinkedHashSet<>(List.of(way.getMatchingProperty()));
      if (!declared.isEmpty()) {
        object.fieldNames().forEachRemaining(taken::add);
        declared.forEach(taken::remove);
      }
      // One by one, since removing a list from a map takes the square of its length.
      taken.forEach(object::remove);
      names.addAll(taken);
    }
  }
}
