package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Json;

/**
 * One of a list of changes, as one dialect writes it, {@code {"replace": "/name", "value": "x"}},
 * or the other, {@code {"op": "replace", "path": "/name", "value": "x"}}.
 */
record ImagePatch(JsonNode change) {

  private static final List<String> OPERATIONS = List.of("add", "remove", "replace");

  void apply(ObjectNode image) {
    String operation =
        OPERATIONS.stream()
            .filter(change::has)
            .findFirst()
            .orElseGet(() -> change.path("op").asText());
    String pointer = change.path(change.has("op") ? "path" : operation).asText();
    String name = pointer.substring(1).replace("~1", "/").replace("~0", "~");
    if (operation.equals("remove") && ImageRules.isBase(name)) {
      throw ImageFaults.refusal(403, "Property " + name + " may not be removed.");
    }
    if (!operation.equals("add") && !image.has(name)) {
      throw ImageFaults.refusal(409, "Property " + name + " does not exist.");
    }
    if (operation.equals("remove")) {
      image.remove(name);
    } else {
      set(image, name);
    }
  }

  private void set(ObjectNode image, String name) {
    if (name.equals("id")) {
      throw ImageFaults.refusal(403, "Attribute 'id' is read-only.");
    }
    if (name.matches("(disk|container)_format")
        && !image.path("status").asText().equals("queued")) {
      throw ImageFaults.refusal(
          403, "Attribute " + name + " can be only replaced for a queued image.");
    }
    image.setAll(ImageRules.checked(Json.wrap(name, change.path("value"))));
  }
}
