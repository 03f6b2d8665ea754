package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.simcloud.wire.Complaint;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Schemas;

/** Rules for the attributes of an image, and for who may write them. */
final class ImageRules {

  /** The media types of changes, in the two dialects. */
  static final List<String> DIALECTS =
      List.of(
          "application/openstack-images-v2.0-json-patch",
          "application/openstack-images-v2.1-json-patch");

  static final Schemas SCHEMAS =
      Schemas.of(
          ImageRules.class,
          ImageRules::dialect,
          it ->
              ImageFaults.refusal(
                  400,
                  it.equals(Complaint.MALFORMED)
                      ? "Malformed JSON in request body."
                      : "Provided object does not match schema 'image': %s %s"
                          .formatted(it.reason(), it.path())));

  private static final String IMAGE = "image.images.create";
  private static final JsonNode ATTRIBUTES = SCHEMAS.schema(IMAGE).path("properties");
  private static final Set<String> INHERITED =
      Set.of("min_ram", "min_disk", "container_format", "disk_format");

  private ImageRules() {}

  private static Microversion dialect(Incoming request) {
    return new Microversion(2, DIALECTS.indexOf(request.mediaType()));
  }

  /** Attributes that every image has of its own; images made of one inherit the others. */
  static Set<String> own() {
    return ATTRIBUTES.properties().stream()
        .map(Map.Entry::getKey)
        .filter(it -> isBase(it) && !INHERITED.contains(it))
        .collect(Collectors.toSet());
  }

  /** Returns whether every image has the attribute. */
  static boolean isBase(String name) {
    return ATTRIBUTES.path(name).path("is_base").asBoolean(ATTRIBUTES.has(name));
  }

  /** Refuses attributes that an ordinary user may not write so; gives those to be stored. */
  static ObjectNode checked(JsonNode asked) {
    SCHEMAS.require(IMAGE, asked);
    for (Map.Entry<String, JsonNode> attribute : asked.properties()) {
      String name = attribute.getKey();
      // Where the data lives is shown to nobody here.
      if (ATTRIBUTES.path(name).path("readOnly").asBoolean() || name.equals("locations")) {
        throw ImageFaults.refusal(403, "Attribute '" + name + "' is read-only.");
      }
      if (attribute.getValue().isInt() && attribute.getValue().asInt() < 0) {
        throw ImageFaults.refusal(400, "Invalid value for " + name + ": it is negative");
      }
    }
    if (asked.path("visibility").asText().equals("public")) {
      throw ImageFaults.refusal(403, "You are not authorized to complete publicize_image action.");
    }
    ObjectNode checked = asked.deepCopy();
    if (asked.has("tags")) {
      Set<String> tags = new LinkedHashSet<>();
      asked.path("tags").forEach(it -> tags.add(it.asText()));
      checked.set("tags", Json.strings(tags));
    }
    return checked;
  }
}
