package org.defcore.simcloud.defect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.defcore.simcloud.wire.Json;

/**
 * One distortion of one operation.
 *
 * @param value what it needs to know; without the JSON if there is any
 */
record Distorted(String operation, Distortion kind, String value, Optional<JsonNode> json) {

  /** Reads the value of a distortion; empty if it cannot have that. */
  static Optional<Distorted> read(String operation, Distortion kind, String value) {
    if (!kind.takes(value)) {
      return Optional.empty();
    }
    return kind.hasJson()
        ? withJson(operation, kind, value)
        : Optional.of(new Distorted(operation, kind, value, Optional.empty()));
  }

  // A pointer may hold colons itself (OS-FLV-EXT-DATA:ephemeral): the value starts where JSON does.
  private static Optional<Distorted> withJson(String operation, Distortion kind, String value) {
    for (int colon = value.indexOf(':'); colon > 0; colon = value.indexOf(':', colon + 1)) {
      Optional<JsonNode> json =
          Json.read(value.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
      if (json.isPresent()) {
        return Optional.of(new Distorted(operation, kind, value.substring(0, colon), json));
      }
    }
    return Optional.empty();
  }

  JsonNode replacement() {
    return json.orElseThrow();
  }

  /** Returns whether the defects of the operation are shown at its request of this number. */
  boolean isDue(int request) {
    return switch (kind) {
      case TIMES -> request <= code();
      case AFTER -> request > code();
      default -> true;
    };
  }

  int code() {
    return Integer.parseInt(value);
  }

  /** The text before the first colon of {@code <name>:<value>}. */
  String name() {
    return value.substring(0, value.indexOf(':'));
  }

  /** The text behind the first colon of {@code <name>:<value>}. */
  String text() {
    return value.substring(value.indexOf(':') + 1);
  }
}
