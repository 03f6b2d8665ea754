package org.defcore.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An answer that is to be looked at.
 *
 * @param path as contracts write it, with the query
 * @param body missing if there is none
 */
public record Answered(String method, String path, int status, JsonNode body) {

  /** The path alone. */
  String place() {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  /** The parts of a path between its slashes. */
  static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  /** Returns whether the request names the fields that it wants. */
  boolean isPartial() {
    return path.contains("?fields=") || path.contains("&fields=");
  }
}
