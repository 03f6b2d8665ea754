package org.defcore.http.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field that no record declares. What is no field of one item of a list is none of any other.
 *
 * @param pointer to one of its places
 */
public record ExtraField(JsonPointer pointer) {

  /** A JSON pointer to all of its places, with {@code *} for an item of a list. */
  public String where(JsonNode document) {
    StringBuilder where = new StringBuilder();
    JsonNode node = document;
    for (JsonPointer way = pointer; !way.matches(); way = way.tail()) {
      where.append(
          node.isArray() ? "/*" : JsonPointer.empty().appendProperty(way.getMatchingProperty()));
      node =
          node.isArray() ? node.path(way.getMatchingIndex()) : node.path(way.getMatchingProperty());
    }
    return where.toString();
  }

  /** Takes it out of a document, in all of its places. */
  public void removeFrom(JsonNode document) {
    remove(document, pointer);
  }

  private static void remove(JsonNode node, JsonPointer way) {
    if (node.isArray() && !way.tail().matches()) {
      node.forEach(it -> remove(it, way.tail()));
    } else if (!way.tail().matches()) {
      remove(node.path(way.getMatchingProperty()), way.tail());
    } else if (node instanceof ObjectNode holder) {
      holder.remove(way.getMatchingProperty());
    }
  }
}
