package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/**
 * Volumes and snapshots as documents. They are kept with all that is known of them, and shown as
 * answers of API version 3.0 have them.
 */
final class VolumeForms {

  static final String TYPE = "__DEFAULT__";
  static final String ZONE = "nova";

  /** Key of what is known of the image on a volume; nothing for an empty one. */
  static final String IMAGE = "volume_image_metadata";

  /** Keys of what an action said; nothing where none did. */
  static final String BOOTABLE = "bootable";

  static final String READ_ONLY = "readonly";

  private static final String VOLUME =
      """
      {"id": %s, "created_at": %s, "user_id": %s, "os-vol-tenant-attr:tenant_id": %s,
       "status": "creating", "updated_at": null, "name": null, "description": null, "size": 0,
       "metadata": {}, "snapshot_id": null, "source_volid": null, "volume_image_metadata": {},
       "attachments": [], "availability_zone": "nova", "volume_type": "__DEFAULT__",
       "encrypted": false, "replication_status": null, "consistencygroup_id": null,
       "multiattach": false}
      """;
  private static final String SNAPSHOT =
      """
      {"id": %s, "created_at": %s, "os-extended-snapshot-attributes:project_id": %s,
       "os-extended-snapshot-attributes:progress": "100%%", "status": "creating",
       "updated_at": null, "name": null, "description": null, "size": 0, "metadata": {}}
      """;
  private static final String PROGRESS = "os-extended-snapshot-attributes:progress";
  private static final Set<String> UNFILLED = Set.of("creating", "downloading", "error");
  private static final Set<String> TIED = Set.of("in-use", "detaching");

  private VolumeForms() {}

  /** A new volume that has these attributes. */
  static ObjectNode volume(Caller owner, Instant now, ObjectNode attributes) {
    return Json.form(VOLUME, Ids.uuid(), Times.micros(now), owner.userId(), owner.project())
        .setAll(attributes);
  }

  /** A new snapshot that has these attributes. */
  static ObjectNode snapshot(Caller owner, Instant now, ObjectNode attributes) {
    return Json.form(SNAPSHOT, Ids.uuid(), Times.micros(now), owner.project()).setAll(attributes);
  }

  static String id(ObjectNode resource) {
    return resource.path("id").asText();
  }

  /** {@code volume} or {@code snapshot} */
  static String kind(ObjectNode resource) {
    return resource.has("volume_id") ? "snapshot" : "volume";
  }

  static String status(ObjectNode resource) {
    return resource.path("status").asText();
  }

  /** Sets the texts that a request sends, without the spaces around them. */
  static ObjectNode named(ObjectNode resource, JsonNode sent) {
    for (String field : List.of("name", "description")) {
      // The first version of the API called them display_name and display_description.
      JsonNode text = sent.has(field) ? sent.path(field) : sent.path("display_" + field);
      if (!text.isMissingNode()) {
        resource.set(field, text.isTextual() ? TextNode.valueOf(text.asText().strip()) : text);
      }
    }
    return resource;
  }

  /** Returns whether it is made of what is in the block store already. */
  static boolean isCopy(JsonNode volume) {
    return volume.path("source_volid").isTextual() || volume.path("snapshot_id").isTextual();
  }

  // A copy is bootable from the start, an image has to be on the volume first.
  static boolean isBootable(ObjectNode volume) {
    return volume.has(BOOTABLE)
        ? volume.path(BOOTABLE).asBoolean()
        : !volume.path(IMAGE).isEmpty() && (isCopy(volume) || !UNFILLED.contains(status(volume)));
  }

  /** A volume as the short list has it. */
  static ObjectNode brief(String base, ObjectNode volume) {
    return full(base, volume).retain("id", "name", "links");
  }

  /** A volume as it is shown after it was made or changed. */
  static ObjectNode full(String base, ObjectNode volume) {
    return detailed(base, volume).without(List.of("os-vol-tenant-attr:tenant_id", IMAGE));
  }

  /** A volume as its own page and the long list have it. */
  static ObjectNode detailed(String base, ObjectNode volume) {
    ObjectNode body = volume.deepCopy().put(BOOTABLE, String.valueOf(isBootable(volume)));
    if (volume.has(READ_ONLY)) {
      body.withObject("/metadata").set(READ_ONLY, body.remove(READ_ONLY));
    }
    String owner = volume.path("os-vol-tenant-attr:tenant_id").asText();
    body.set("links", links(base, owner + "/volumes/" + id(volume)));
    if (volume.path(IMAGE).isEmpty() || UNFILLED.contains(status(volume))) {
      body.remove(IMAGE);
    }
    if (!TIED.contains(status(volume))) {
      body.putArray("attachments");
    }
    return body;
  }

  /** Links to a resource of that path, which begins with its project. */
  static ArrayNode links(String base, String path) {
    return Json.array()
        .add(Json.link("self", base + "/v3/" + path))
        .add(Json.link("bookmark", base + "/" + path));
  }

  /** A snapshot as the short list has it, and as it is shown after it was made or changed. */
  static ObjectNode briefSnapshot(String base, ObjectNode snapshot) {
    return detailedSnapshot(base, snapshot)
        .without(List.of("os-extended-snapshot-attributes:project_id", PROGRESS));
  }

  /** A snapshot as its own page and the long list have it. */
  static ObjectNode detailedSnapshot(String base, ObjectNode snapshot) {
    ObjectNode body = snapshot.deepCopy().without(IMAGE);
    return status(snapshot).equals("creating") ? body.put(PROGRESS, "0%") : body;
  }
}
