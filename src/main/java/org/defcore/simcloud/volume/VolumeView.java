package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/**
 * Volumes as the answers of API version 3.0 show them.
 *
 * @param base the URL of the service
 */
record VolumeView(String base) {

  static final String ZONE = "nova";
  static final String TYPE = "__DEFAULT__";

  private static final Set<String> UNFILLED = Set.of("creating", "downloading", "error");
  private static final Set<String> TIED = Set.of("in-use", "detaching");

  /** A volume as the short list has it. */
  ObjectNode brief(Volume volume) {
    ObjectNode body = Json.object().put("id", volume.id());
    body.set("name", volume.spec().texts().name());
    body.set("links", links(volume));
    return body;
  }

  /** A volume as it is shown after it was made or changed. */
  ObjectNode full(Volume volume) {
    VolumeSpec spec = volume.spec();
    ObjectNode body =
        Json.object()
            .put("id", volume.id())
            .put("status", volume.status())
            .put("size", spec.size())
            .put("availability_zone", ZONE)
            .put("created_at", Times.micros(volume.createdAt()));
    if (isCreating(volume)) {
      body.putNull("updated_at");
    } else {
      body.put("updated_at", Times.micros(volume.updatedAt()));
    }
    body.set("name", spec.texts().name());
    body.set("description", spec.texts().description());
    body.put("volume_type", TYPE).set("snapshot_id", spec.source().snapshot());
    body.set("source_volid", spec.source().volume());
    body.set("metadata", Metadata.document(spec.metadata()));
    body.set("links", links(volume));
    body.put("user_id", volume.owner().userId())
        .put("bootable", String.valueOf(isBootable(volume)))
        .put("encrypted", false)
        .putNull("replication_status")
        .putNull("consistencygroup_id")
        .put("multiattach", false)
        .set("attachments", attachments(volume));
    return body;
  }

  /** A volume as its own page and the long list have it. */
  ObjectNode detailed(Volume volume) {
    ObjectNode body = full(volume).put("os-vol-tenant-attr:tenant_id", volume.owner().project());
    Map<String, String> image = volume.spec().source().image();
    if (!image.isEmpty() && !UNFILLED.contains(volume.status())) {
      body.set("volume_image_metadata", Metadata.document(image));
    }
    return body;
  }

  // A copy is bootable from the start, an image has to be on the volume first.
  static boolean isBootable(Volume volume) {
    VolumeSpec.Source source = volume.spec().source();
    return !source.image().isEmpty() && (source.isCopy() || !UNFILLED.contains(volume.status()));
  }

  private static boolean isCreating(Volume volume) {
    return volume.status().equals("creating");
  }

  private ArrayNode links(Volume volume) {
    return links(volume.owner().project() + "/volumes/" + volume.id());
  }

  /** Links to a resource of that path, which begins with its project. */
  ArrayNode links(String path) {
    return Json.array()
        .add(Json.link("self", base + "/v3/" + path))
        .add(Json.link("bookmark", base + "/" + path));
  }

  /** The one type of volumes. */
  static ObjectNode type() {
    ObjectNode type =
        Json.object()
            .put("id", Ids.builtIn("volume type " + TYPE))
            .put("name", TYPE)
            .put("description", "Default Volume Type")
            .put("is_public", true);
    type.set("extra_specs", Json.object());
    return type;
  }

  // Which host a server runs on is for administrators.
  private static ArrayNode attachments(Volume volume) {
    List<Volume.Attached> shown = TIED.contains(volume.status()) ? volume.attachments() : List.of();
    return Json.array(
        shown.stream()
            .map(
                it ->
                    Json.object()
                        .put("id", volume.id())
                        .put("attachment_id", it.attachment().id())
                        .put("volume_id", volume.id())
                        .put("server_id", it.attachment().serverId())
                        .putNull("host_name")
                        .put("device", it.attachment().device())
                        .put("attached_at", Times.micros(it.since())))
            .toList());
  }
}
