package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.wire.Caller;

/** Decides what volume a request asks for, with what it is to be filled included. */
final class VolumeMaking {

  private static final VolumeSpec.Texts NO_TEXTS =
      new VolumeSpec.Texts(NullNode.getInstance(), NullNode.getInstance());
  private static final List<String> IMAGE_TEXTS =
      List.of("checksum", "container_format", "disk_format", "min_disk", "min_ram", "size");
  private static final Set<String> COPIED = Set.of("available", "in-use");

  /** Source to fill a volume with, and the least size of a volume for that, in GiB. */
  private record Origin(VolumeSpec.Source source, int least) {}

  private final VolumeStore store;
  private final ImageLibrary images;

  VolumeMaking(VolumeStore store, ImageLibrary images) {
    this.store = store;
    this.images = images;
  }

  VolumeSpec spec(VolumeDocument asked, Caller caller) {
    VolumeSpec.Texts texts = asked.texts(NO_TEXTS);
    Map<String, String> metadata = asked.metadata();
    refuseUnknown(asked);
    Origin origin = origin(asked, caller);
    return new VolumeSpec(texts, size(asked, origin), origin.source(), metadata);
  }

  // That there are the things named comes first, that only one is named next, then their state.
  private Origin origin(VolumeDocument asked, Caller caller) {
    String snapshotId = asked.id("snapshot_id");
    String volumeId = asked.id("source_volid");
    String imageId = asked.reference("imageRef");
    if (!snapshotId.isEmpty()) {
      store.snapshots().require(caller.project(), snapshotId);
    }
    if (!volumeId.isEmpty()) {
      store.volumes().require(caller.project(), volumeId);
    }
    List<String> named =
        List.of(snapshotId, volumeId, imageId).stream().filter(it -> !it.isEmpty()).toList();
    if (named.size() > 1) {
      throw VolumeFaults.badRequest("A volume is made of one thing: image, snapshot or volume.");
    }
    if (!snapshotId.isEmpty()) {
      return ofSnapshot(store.snapshots().require(caller.project(), snapshotId));
    }
    if (!volumeId.isEmpty()) {
      return ofVolume(store.volumes().require(caller.project(), volumeId));
    }
    return imageId.isEmpty() ? new Origin(VolumeSpec.Source.NOTHING, 0) : ofImage(imageId, caller);
  }

  private static Origin ofSnapshot(Snapshot snapshot) {
    if (!snapshot.status().equals("available")) {
      throw VolumeFaults.badRequest("Invalid snapshot: Only an available snapshot can be copied.");
    }
    return new Origin(
        VolumeSpec.Source.snapshot(snapshot.id(), snapshot.spec().image()), snapshot.spec().size());
  }

  private static Origin ofVolume(Volume volume) {
    if (!COPIED.contains(volume.status())) {
      throw VolumeFaults.badRequest("Invalid volume: The volume has to be available or in-use.");
    }
    VolumeSpec original = volume.spec();
    return new Origin(
        VolumeSpec.Source.volume(volume.id(), original.source().image()), original.size());
  }

  private Origin ofImage(String id, Caller caller) {
    Map<String, String> image = image(id, caller);
    return new Origin(
        VolumeSpec.Source.image(image), Integer.parseInt(image.getOrDefault("min_disk", "0")));
  }

  private static int size(VolumeDocument asked, Origin origin) {
    boolean isCopy = origin.source().isCopy();
    int size = asked.size(isCopy ? origin.least() : 0);
    if (size == 0) {
      throw VolumeFaults.badRequest("The request lacks a size, or something to copy.");
    }
    if (size < origin.least()) {
      throw VolumeFaults.badRequest(
          "Invalid input received: %d GB are less than what it is made of: %d GB"
              .formatted(size, origin.least()));
    }
    return size;
  }

  // There are no groups, and one zone and one type only.
  private static void refuseUnknown(VolumeDocument asked) {
    String group = asked.reference("consistencygroup_id");
    String type = asked.reference("volume_type");
    String zone = asked.reference("availability_zone");
    if (asked.isTrue("multiattach")) {
      throw VolumeFaults.badRequest("No volume can be attached twice, whatever multiattach says.");
    }
    if (!type.isEmpty() && !type.equals(VolumeView.TYPE)) {
      throw VolumeFaults.notFound("Volume type with name " + type);
    }
    if (!group.isEmpty()) {
      throw VolumeFaults.notFound("Group " + group);
    }
    if (!Set.of("", VolumeView.ZONE).contains(zone)) {
      throw VolumeFaults.badRequest("Availability zone '" + zone + "' is invalid.");
    }
  }

  private Map<String, String> image(String id, Caller caller) {
    JsonNode image =
        images
            .find(id, caller)
            .orElseThrow(
                () ->
                    VolumeFaults.badRequest("There is no image " + id + " that the user may use."));
    if (!image.path("status").asText().equals("active")) {
      throw VolumeFaults.badRequest("Invalid input received: image " + id + " is not active.");
    }
    Map<String, String> known = new TreeMap<>();
    known.put("image_id", id);
    known.put("image_name", image.path("name").asText(""));
    known.put("signature_verified", "False");
    for (String name : IMAGE_TEXTS) {
      known.put(name, image.path(name).asText());
    }
    return known;
  }
}
