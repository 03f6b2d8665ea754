package org.defcore.client.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.client.IpAddress;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;

/** Rules of the server records that a Java type alone does not hold. */
final class Shapes {

  private static final Set<Integer> POWER_STATES = Set.of(0, 1, 3, 4, 6, 7);

  private Shapes() {}

  /** A server's image: a reference; a text or null if it was booted from a volume. */
  static Optional<String> imageId(JsonNode image) {
    return image.isObject() ? Optional.of(image.path("id").asText()) : Optional.empty();
  }

  static void checkImage(JsonNode image) {
    if (image.isObject()) {
      try {
        StrictJson.bind(image, Reference.class);
      } catch (ShapeException e) {
        throw new IllegalArgumentException("image" + e.getMessage(), e);
      }
    } else if (!image.isTextual() && !image.isNull()) {
      throw new IllegalArgumentException(
          "image: expected an object, a text or null but found " + image);
    }
  }

  /** An access address is of its version, or empty. */
  static void checkAccess(String field, int version, Optional<String> address) {
    address
        .filter(it -> !it.isEmpty())
        .ifPresent(
            it -> {
              if (new IpAddress(it).version() != version) {
                throw new IllegalArgumentException(
                    "%s: expected an IPv%d address but found \"%s\"".formatted(field, version, it));
              }
            });
  }

  static void checkPowerState(Optional<Integer> state) {
    state
        .filter(it -> !POWER_STATES.contains(it))
        .ifPresent(
            it -> {
              throw new IllegalArgumentException(
                  "OS-EXT-STS:power_state: expected one of 0, 1, 3, 4, 6, 7 but found " + it);
            });
  }

  /** Keeps the order of the answer. */
  static <T> Map<String, List<T>> copy(Map<String, List<T>> addresses) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    addresses.forEach((network, list) -> copy.put(network, List.copyOf(list)));
    return copy;
  }
}
