package org.defcore.client;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A body that differs from another in one field. */
public final class Variation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Variation() {}

  /** The body with that field in each object that is no map of names to values. */
  static String everywhere(String body, String field) throws JsonProcessingException {
    JsonNode root = JSON.readTree(body);
    ((ObjectNode) root).put(field, "7");
    for (String key : List.of("id", "href", "version", "code", "keypair", "server")) {
      for (JsonNode object : root.findParents(key)) {
        ((ObjectNode) object).put(field, "7");
      }
    }
    return JSON.writeValueAsString(root);
  }

  /**
   * The body with that field set.
   *
   * @param value JSON, or {@code absent} to take the field out
   */
  public static String of(String body, String pointer, String value)
      throws JsonProcessingException {
    JsonNode root = JSON.readTree(body);
    JsonPointer at = JsonPointer.compile(pointer);
    String field = at.last().getMatchingProperty();
    ObjectNode parent = (ObjectNode) root.at(at.head());
    if (value.equals("absent")) {
      if (parent.remove(field) == null) {
        throw new IllegalArgumentException(pointer + " is not there to be taken out");
      }
    } else {
      parent.set(field, JSON.readTree(value));
    }
    return JSON.writeValueAsString(root);
  }
}
