package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;

/** Decides what volume a request asks for, with what it is to be filled included. */
record VolumeMaking(VolumeStore store, ImageLibrary images) {

  private static final List<String> IMAGE_TEXTS =
      List.of("checksum", "container_format", "disk_format", "min_disk", "min_ram", "size");

  /** Attributes of a new volume. */
  ObjectNode attributes(JsonNode asked, Caller caller) {
    refuseUnknown(asked);
    ObjectNode origin = origin(asked, caller);
    int least = origin.path("size").asInt();
    int size = asked.path("size").asInt(VolumeForms.isCopy(origin) ? least : 0);
    refuseIf(size == 0, "size");
    refuseIf(size < least, "smaller", size, least);
    origin.put("size", size).set("metadata", metadata(asked));
    return VolumeForms.named(origin, asked);
  }

  static JsonNode metadata(JsonNode asked) {
    return asked.path("metadata").isObject() ? asked.path("metadata") : Json.object();
  }

  // That there are the things named comes first, that only one is named next, then their state.
  private ObjectNode origin(JsonNode asked, Caller caller) {
    Optional<ObjectNode> snapshot =
        named(asked, "snapshot_id").map(it -> store.snapshots().require(caller.project(), it));
    Optional<ObjectNode> volume =
        named(asked, "source_volid").map(it -> store.volumes().require(caller.project(), it));
    Optional<String> image = named(asked, "imageRef");
    refuseIf(Stream.of(snapshot, volume, image).filter(Optional::isPresent).count() > 1, "sources");
    return snapshot
        .map(it -> copy(it, "snapshot_id"))
        .or(() -> volume.map(it -> copy(it, "source_volid")))
        .or(() -> image.map(it -> ofImage(it, caller)))
        .orElseGet(Json::object);
  }

  private static Optional<String> named(JsonNode asked, String field) {
    return Optional.of(asked.path(field).asText("")).filter(it -> !it.isEmpty());
  }

  private static ObjectNode copy(ObjectNode of, String reference) {
    (reference.equals("source_volid") ? Work.FORCED_COPY : Work.COPY).require(of);
    ObjectNode origin = Json.object().put(reference, VolumeForms.id(of));
    origin.set("size", of.path("size"));
    origin.set(VolumeForms.IMAGE, of.path(VolumeForms.IMAGE));
    return origin;
  }

  private ObjectNode ofImage(String id, Caller caller) {
    JsonNode image = images.find(id, caller).orElseThrow(() -> VolumeFaults.of("image", id));
    refuseIf(!image.path("status").asText().equals("active"), "inactive", id);
    ObjectNode origin = Json.object();
    origin.set("size", image.path("min_disk"));
    ObjectNode known =
        origin
            .putObject(VolumeForms.IMAGE)
            .put("image_id", id)
            .put("image_name", image.path("name").asText(""))
            .put("signature_verified", "False");
    IMAGE_TEXTS.forEach(it -> known.put(it, image.path(it).asText()));
    return origin;
  }

  // There are no groups, and one zone and one type only.
  private static void refuseUnknown(JsonNode asked) {
    String group = asked.path("consistencygroup_id").asText("");
    String type = asked.path("volume_type").asText("");
    String zone = asked.path("availability_zone").asText("");
    refuseIf(asked.path("multiattach").asBoolean(), "multiattach");
    boolean known = Set.of("", VolumeForms.TYPE).contains(type);
    refuseIf(!known, "missing", "Volume type with name " + type);
    refuseIf(!group.isEmpty(), "missing", "Group " + group);
    refuseIf(!Set.of("", VolumeForms.ZONE).contains(zone), "zone", zone);
  }
}
