package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.wire.Refusal;

/** A list of changes in one of the two dialects that the image service takes. */
final class ImagePatch {

  static final String DIALECT_20 = "application/openstack-images-v2.0-json-patch";
  static final String DIALECT_21 = "application/openstack-images-v2.1-json-patch";

  static final List<String> DIALECTS = List.of(DIALECT_20, DIALECT_21);

  static ImagePatch read(String mediaType, JsonNode body) {
    return new ImagePatch(mediaType, body);
  }

  private static final List<String> OPERATIONS = List.of("add", "remove", "replace");

  private record Change(String operation, String name, JsonNode value) {}

  private final List<Change> changes = new ArrayList<>();

  ImagePatch(String mediaType, JsonNode body) {
    if (!body.isArray()) {
      throw ImageFaults.refusal(400, "Request body must be a JSON array of operation objects.");
    }
    for (JsonNode item : body) {
      if (!item.isObject()) {
        throw ImageFaults.refusal(400, "Operations must be JSON objects.");
      }
      changes.add(mediaType.equals(DIALECT_20) ? older(item) : newer(item));
    }
  }

  void apply(ObjectNode image) {
    changes.forEach(it -> apply(image, it));
  }

  private static Change older(JsonNode item) {
    List<String> found = OPERATIONS.stream().filter(item::has).toList();
    if (found.size() != 1) {
      throw ImageFaults.refusal(
          400, "Operation objects must contain exactly one of add, remove and replace.");
    }
    return change(item, found.get(0), item.path(found.get(0)).asText());
  }

  private static Change newer(JsonNode item) {
    String operation = item.path("op").asText();
    if (!OPERATIONS.contains(operation)) {
      throw ImageFaults.refusal(
          400, "Invalid operation: `" + operation + "`. It must be add, remove or replace.");
    }
    return change(item, operation, item.path("path").asText());
  }

  private static Change change(JsonNode item, String operation, String pointer) {
    if (!pointer.startsWith("/") || pointer.length() < 2) {
      throw ImageFaults.refusal(400, "Pointer `" + pointer + "` does not start with \"/\".");
    }
    if (pointer.indexOf('/', 1) > 0) {
      throw ImageFaults.refusal(400, "Pointer `" + pointer + "` does not name an attribute.");
    }
    if (!operation.equals("remove") && !item.has("value")) {
      throw ImageFaults.refusal(400, "Operation \"" + operation + "\" requires a \"value\".");
    }
    String name = pointer.substring(1).replace("~1", "/").replace("~0", "~");
    return new Change(operation, name, item.path("value"));
  }

  private static void apply(ObjectNode image, Change change) {
    String name = change.name();
    if (change.operation().equals("remove")) {
      refuseRemoval(image, name);
      image.remove(name);
      return;
    }
    if (change.operation().equals("replace") && !image.has(name)) {
      throw missing(name);
    }
    if (name.equals("id")) {
      throw ImageFaults.refusal(403, "Attribute 'id' is read-only.");
    }
    JsonNode value = ImageRules.checked(name, change.value());
    if (name.endsWith("_format") && ImageRules.isBase(name)) {
      refuseFormatOfData(image, name);
    }
    image.set(name, value);
  }

  private static void refuseRemoval(ObjectNode image, String name) {
    if (ImageRules.isBase(name)) {
      throw ImageFaults.refusal(403, "Property " + name + " may not be removed.");
    }
    if (!image.has(name)) {
      throw missing(name);
    }
  }

  private static void refuseFormatOfData(ObjectNode image, String name) {
    if (!image.path("status").asText().equals("queued")) {
      throw ImageFaults.refusal(
          403, "Attribute " + name + " can be only replaced for a queued image.");
    }
  }

  private static Refusal missing(String name) {
    return ImageFaults.refusal(409, "Property " + name + " does not exist.");
  }
}
