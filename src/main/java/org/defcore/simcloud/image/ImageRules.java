package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.wire.Json;

/** Rules for the attributes of an image, and for who may write them. */
final class ImageRules {

  static final List<String> CONTAINER_FORMATS =
      List.of("ami", "ari", "aki", "bare", "ovf", "ova", "docker", "compressed");
  static final List<String> DISK_FORMATS =
      List.of("ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop");
  static final List<String> VISIBILITIES = List.of("community", "public", "private", "shared");
  static final String UUID = "([0-9a-fA-F]){8}(-([0-9a-fA-F]){4}){3}-([0-9a-fA-F]){12}";

  private static final int LONGEST_TEXT = 255;
  private static final Set<String> READ_ONLY =
      Set.of(
          "status",
          "checksum",
          "os_hash_algo",
          "os_hash_value",
          "size",
          "virtual_size",
          "created_at",
          "updated_at",
          "direct_url",
          "self",
          "file",
          "schema");
  private static final Set<String> BASE =
      Set.of(
          "id",
          "name",
          "visibility",
          "protected",
          "os_hidden",
          "owner",
          "container_format",
          "disk_format",
          "min_ram",
          "min_disk",
          "tags");

  private ImageRules() {}

  static boolean isBase(String name) {
    return BASE.contains(name) || READ_ONLY.contains(name);
  }

  static final Map<String, JsonNode> SCHEMAS =
      Map.of("image", ImageSchemas.image(), "images", ImageSchemas.images());

  static ObjectNode checked(JsonNode asked) {
    ObjectNode checked = Json.object();
    asked.properties().forEach(it -> checked.set(it.getKey(), checked(it.getKey(), it.getValue())));
    return checked;
  }

  static Set<String> own() {
    return Set.of(
        "id",
        "name",
        "size",
        "virtual_size",
        "checksum",
        "os_hash_algo",
        "os_hash_value",
        "visibility",
        "status",
        "protected",
        "owner",
        "os_hidden",
        "created_at",
        "updated_at",
        "tags",
        "self",
        "file",
        "schema");
  }

  /** Refuses a value that the attribute may not have; gives the one to be stored. */
  static JsonNode checked(String name, JsonNode value) {
    if (READ_ONLY.contains(name)) {
      throw ImageFaults.refusal(403, "Attribute '" + name + "' is read-only.");
    }
    switch (name) {
      case "id" -> pattern(name, value);
      case "name", "owner" -> text(name, value, true);
      case "protected", "os_hidden" -> require(name, value.isBoolean(), "is not of type 'boolean'");
      case "min_ram", "min_disk" -> size(name, value);
      case "visibility" -> visibility(value);
      case "container_format" -> oneOf(name, value, CONTAINER_FORMATS);
      case "disk_format" -> oneOf(name, value, DISK_FORMATS);
      case "tags" -> {
        return tags(value);
      }
      case "kernel_id", "ramdisk_id" -> {
        if (!value.isNull()) {
          pattern(name, value);
        }
      }
      default -> require(name, value.isTextual(), "is not of type 'string'");
    }
    return value;
  }

  private static ArrayNode tags(JsonNode value) {
    require("tags", value.isArray(), "is not of type 'array'");
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode tag : value) {
      text("tags", tag, false);
      tags.add(tag.asText());
    }
    return Json.strings(tags);
  }

  private static void size(String name, JsonNode value) {
    require(name, value.isInt(), "is not of type 'integer'");
    if (value.asInt() < 0) {
      throw ImageFaults.refusal(400, "Invalid value for " + name + ": it is negative");
    }
  }

  private static void oneOf(String name, JsonNode value, List<String> allowed) {
    boolean good = value.isNull() || allowed.contains(value.asText());
    require(name, good, "is not one of " + allowed);
  }

  private static void visibility(JsonNode value) {
    require("visibility", VISIBILITIES.contains(value.asText()), "is not one of " + VISIBILITIES);
    if (value.asText().equals("public")) {
      throw ImageFaults.refusal(403, "You are not authorized to complete publicize_image action.");
    }
  }

  private static void pattern(String name, JsonNode value) {
    require(name, value.isTextual() && value.asText().matches(UUID), "is not a UUID");
  }

  private static void text(String name, JsonNode value, boolean mayBeNull) {
    boolean good = value.isTextual() || (mayBeNull && value.isNull());
    require(name, good, "is not of type 'string'");
    require(name, value.asText().length() <= LONGEST_TEXT, "is too long");
  }

  private static void require(String name, boolean good, String complaint) {
    if (!good) {
      throw ImageFaults.schema(name, "the value " + complaint);
    }
  }
}
