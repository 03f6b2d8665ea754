package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.defcore.simcloud.wire.Caller;

/** Decides what volume a request asks for, with what it is to be filled included. */
final class VolumeMaking {

  private static final VolumeSpec.Texts NO_TEXTS =
      new VolumeSpec.Texts(NullNode.getInstance(), NullNode.getInstance());
  private static final List<String> IMAGE_TEXTS =
      List.of("checksum", "container_format", "disk_format", "min_disk", "min_ram", "size");

  private final VolumeStore volumes;
  private final Images images;

  VolumeMaking(VolumeStore volumes, Images images) {
    this.volumes = volumes;
    this.images = images;
  }

  VolumeSpec spec(VolumeDocument asked, Caller caller) {
    VolumeSpec.Texts texts = asked.texts(NO_TEXTS);
    Map<String, String> metadata = asked.metadata();
    refuseUnknown(asked);
    int least = 0;
    VolumeSpec.Source source = VolumeSpec.Source.NOTHING;
    String copied = asked.reference("source_volid");
    String image = asked.reference("imageRef");
    if (!copied.isEmpty()) {
      VolumeSpec original = original(copied, caller).spec();
      source = new VolumeSpec.Source(TextNode.valueOf(copied), original.source().image());
      least = original.size();
    } else if (!image.isEmpty()) {
      source = new VolumeSpec.Source(NullNode.getInstance(), image(image, caller));
    }
    return new VolumeSpec(texts, size(asked, least, source), source, metadata);
  }

  private static int size(VolumeDocument asked, int least, VolumeSpec.Source source) {
    int size = asked.size(least);
    int needed = Integer.parseInt(source.image().getOrDefault("min_disk", "0"));
    if (size == 0) {
      throw VolumeFaults.badRequest("The request lacks a size, or a volume to copy.");
    }
    if (size < Math.max(least, needed)) {
      throw VolumeFaults.badRequest(
          "Invalid input received: %d GB are less than the source has: %d GB"
              .formatted(size, Math.max(least, needed)));
    }
    return size;
  }

  // There are no snapshots, no groups, and one zone and one type only.
  private static void refuseUnknown(VolumeDocument asked) {
    String snapshot = asked.reference("snapshot_id");
    String group = asked.reference("consistencygroup_id");
    String type = asked.reference("volume_type");
    String zone = asked.reference("availability_zone");
    if (asked.isTrue("multiattach")) {
      throw VolumeFaults.badRequest("No volume can be attached twice, whatever multiattach says.");
    }
    if (!type.isEmpty() && !type.equals(VolumeView.TYPE)) {
      throw VolumeFaults.notFound("Volume type with name " + type);
    }
    if (!snapshot.isEmpty()) {
      throw VolumeFaults.notFound("Snapshot " + snapshot);
    }
    if (!group.isEmpty()) {
      throw VolumeFaults.notFound("Group " + group);
    }
    if (!Set.of("", VolumeView.ZONE).contains(zone)) {
      throw VolumeFaults.badRequest("Availability zone '" + zone + "' is invalid.");
    }
  }

  private Volume original(String id, Caller caller) {
    return volumes
        .find(caller.project(), id)
        .orElseThrow(() -> VolumeFaults.notFound("Volume " + id));
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
