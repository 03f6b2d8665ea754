package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.defcore.simcloud.wire.Json;

/** The JSON schema documents that the image service publishes. */
final class ImageSchemas {

  private static final String PATTERN =
      "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";
  private static final String LOCATIONS =
      """
      {"type": "array", "description": "Where the data lives",
       "items": {"type": "object", "required": ["url", "metadata"], "properties": {
        "url": {"type": "string", "maxLength": 255},
        "metadata": {"type": "object"},
        "validation_data": {"type": "object", "writeOnly": true, "additionalProperties": false,
         "description": "Checksums that the data has to have",
         "required": ["os_hash_algo", "os_hash_value"],
         "properties": {
          "checksum": {"type": "string", "minLength": 32, "maxLength": 32},
          "os_hash_algo": {"type": "string", "maxLength": 64},
          "os_hash_value": {"type": "string", "maxLength": 128}}}}}}
      """;

  private ImageSchemas() {}

  static ObjectNode image() {
    ObjectNode schema = Json.object().put("name", "image");
    schema.set("properties", properties());
    schema.set("additionalProperties", Json.object().put("type", "string"));
    schema.set(
        "links", links(Map.of("self", "{self}", "enclosure", "{file}", "describedby", "{schema}")));
    return schema;
  }

  static ObjectNode images() {
    ObjectNode list = Json.object().put("type", "array");
    list.set("items", image());
    ObjectNode properties = Json.wrap("images", list);
    for (String link : List.of("first", "next", "schema")) {
      properties.set(link, Json.object().put("type", "string"));
    }
    ObjectNode schema = Json.object().put("name", "images");
    schema.set("properties", properties);
    schema.set(
        "links", links(Map.of("first", "{first}", "next", "{next}", "describedby", "{schema}")));
    return schema;
  }

  private static ArrayNode links(Map<String, String> targets) {
    ArrayNode links = Json.array();
    targets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(it -> links.add(Json.object().put("rel", it.getKey()).put("href", it.getValue())));
    return links;
  }

  private static ObjectNode properties() {
    ObjectNode all = Json.object();
    all.set("id", text("Identifier of the image").put("pattern", PATTERN));
    all.set("name", nullableText("What people call the image", 255));
    all.set(
        "status",
        enumeration(
            readOnly(text("Where the image is in its life")),
            List.of(
                "queued",
                "saving",
                "active",
                "killed",
                "deleted",
                "uploading",
                "importing",
                "pending_delete",
                "deactivated")));
    all.set("visibility", enumeration(text("Who may use the image"), ImageRules.VISIBILITIES));
    all.set("protected", typed("boolean", "Whether the image cannot be deleted"));
    all.set("os_hidden", typed("boolean", "Whether the usual list leaves the image out"));
    all.set("checksum", readOnly(nullableText("MD5 of the data", 32)));
    all.set("os_hash_algo", readOnly(nullableText("How os_hash_value is computed", 64)));
    all.set("os_hash_value", readOnly(nullableText("Hash of the data", 128)));
    all.set("owner", nullableText("Project that owns the image", 255));
    all.set("size", readOnly(nullable("integer", "Bytes of data")));
    all.set("virtual_size", readOnly(nullable("integer", "Bytes of the disk inside")));
    all.set("container_format", formats("Wrapping of the disk", ImageRules.CONTAINER_FORMATS));
    all.set("disk_format", formats("Format of the disk", ImageRules.DISK_FORMATS));
    all.set("created_at", readOnly(text("When the image was registered")));
    all.set("updated_at", readOnly(text("When the image was changed last")));
    all.set("tags", tags());
    all.set("direct_url", readOnly(text("Address of the data in its store")));
    all.set("min_ram", typed("integer", "Mebibytes of memory to boot it"));
    all.set("min_disk", typed("integer", "Gibibytes of disk to boot it"));
    for (String link : List.of("self", "file", "stores", "schema")) {
      all.set(link, readOnly(text("Link of the image: " + link)));
    }
    all.set("locations", Json.document(LOCATIONS));
    addKnownExtras(all);
    return all;
  }

  private static void addKnownExtras(ObjectNode all) {
    for (String id : List.of("kernel_id", "ramdisk_id")) {
      ObjectNode extra = nullable("string", "Another image: " + id).put("pattern", PATTERN);
      all.set(id, extra.put("is_base", false));
    }
    for (String name :
        List.of(
            "instance_uuid",
            "architecture",
            "os_distro",
            "os_version",
            "description",
            "cinder_encryption_key_id")) {
      all.set(name, text("Additional property: " + name).put("is_base", false));
    }
    ObjectNode policy = text("What becomes of the key when the image goes").put("is_base", false);
    all.set(
        "cinder_encryption_key_deletion_policy",
        enumeration(policy, List.of("on_image_deletion", "do_not_delete")));
  }

  private static ObjectNode tags() {
    ObjectNode tags = typed("array", "Words that belong to the image");
    tags.set("items", Json.object().put("type", "string").put("maxLength", 255));
    return tags;
  }

  private static ObjectNode typed(String type, String description) {
    return Json.object().put("type", type).put("description", description);
  }

  private static ObjectNode text(String description) {
    return typed("string", description);
  }

  private static ObjectNode nullable(String type, String description) {
    ObjectNode schema = Json.object();
    schema.set("type", Json.strings(List.of("null", type)));
    return schema.put("description", description);
  }

  private static ObjectNode nullableText(String description, int longest) {
    return nullable("string", description).put("maxLength", longest);
  }

  private static ObjectNode readOnly(ObjectNode schema) {
    return schema.put("readOnly", true);
  }

  private static ObjectNode enumeration(ObjectNode schema, List<String> values) {
    schema.set("enum", Json.strings(values));
    return schema;
  }

  private static ObjectNode formats(String description, List<String> formats) {
    ObjectNode schema = nullable("string", description);
    ArrayNode values = Json.array().addNull();
    for (JsonNode format : Json.strings(formats)) {
      values.add(format);
    }
    schema.set("enum", values);
    return schema;
  }
}
