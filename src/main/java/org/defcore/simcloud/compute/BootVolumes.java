package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.defcore.simcloud.volume.Attachment;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** Volumes that servers boot from in the place of a disk of their own: each made of an image. */
record BootVolumes(ServerStore servers) {

  static final String DEVICE = "/dev/vda";

  /** The property of an image that says what it is made of: JSON in a text. */
  static final String MAPPING = "block_device_mapping";

  private static final String PLAN =
      """
      {"boot_index": 0, "source_type": "snapshot", "snapshot_id": %s,
       "destination_type": "volume", "delete_on_termination": true}
      """;

  private VolumeStore volumes() {
    return servers.world().volumes();
  }

  /** The image that a new server is made of, be it on a disk or on a volume. */
  static String image(JsonNode asked) {
    return wished(asked)
        .map(it -> it.path("uuid").asText())
        .orElse(asked.path("imageRef").asText());
  }

  private static Optional<JsonNode> wished(JsonNode asked) {
    return Optional.of(asked.path("block_device_mapping_v2").path(0))
        .filter(it -> !it.isMissingNode());
  }

  /** Refuses a disk where the flavor has none, as the usual policy does. */
  static void require(Flavor flavor, JsonNode asked) {
    if (flavor.disk() == 0 && wished(asked).isEmpty()) {
      throw ComputeFaults.refusal(
          403, "Only volume-backed servers are allowed for flavors with zero disk.");
    }
  }

  /** Makes the volume of a server that was asked for with one. */
  void make(Server server, JsonNode asked) {
    if (wished(asked).isEmpty()) {
      return;
    }
    JsonNode wish = wished(asked).get();
    ObjectNode attributes =
        Json.object().put("name", "").put("size", wish.path("volume_size").asInt(1));
    attributes.putObject("volume_image_metadata").put("image_id", image(asked));
    Attachment attachment = new Attachment(Ids.uuid(), server.id(), DEVICE, "simulated-host");
    String id = volumes().boot(server.owner(), attributes, attachment);
    server.volumes().put(id, DEVICE);
  }

  /** The volume that a server boots from, if it does. */
  static Optional<String> of(Server server) {
    return server.volumes().entrySet().stream()
        .filter(it -> it.getValue().equals(DEVICE))
        .map(it -> it.getKey())
        .findFirst();
  }

  /** The request to rebuild, without the image: that of a volume stays. */
  JsonNode rebuilding(Server server, JsonNode asked) {
    Optional<String> volume = of(server);
    if (volume.isEmpty()) {
      return asked;
    }
    if (!volumes().imageOf(volume.get()).equals(asked.path("imageRef").asText())) {
      throw ComputeFaults.bad(
          "Image %s is unacceptable: Unable to rebuild with a different image for a volume-backed"
                  .formatted(asked.path("imageRef").asText())
              + " server.");
    }
    return ((ObjectNode) asked.deepCopy()).without("imageRef");
  }

  /** Adds to an image of such a server what it is made of: a snapshot of the volume. */
  void snapshot(Server server, Caller caller, ObjectNode image) {
    of(server)
        .ifPresent(
            volume -> {
              String name = "snapshot for " + image.path("name").asText();
              String id = volumes().snapshot(caller, volume, name);
              image.put(MAPPING, Json.array().add(Json.form(PLAN, id)).toString());
            });
  }
}
