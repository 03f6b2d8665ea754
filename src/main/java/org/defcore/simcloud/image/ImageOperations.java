package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Records of images: registered, read, changed, deleted. */
final class ImageOperations {

  private static final String ONE = " /v2/images/{image}";

  private final ImageStore images;
  private final ImageData data;
  private final Clock clock;
  private final Defects defects;
  private final ImageRules rules;

  ImageOperations(ImageStore images, ImageData data, Clock clock, Defects defects) {
    this.images = images;
    this.data = data;
    this.clock = clock;
    this.defects = defects;
    this.rules = new ImageRules(defects);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("image.images.create", "POST /v2/images", this::create),
        Operation.of("image.images.show", "GET" + ONE, this::show),
        Operation.of("image.images.update", "PATCH" + ONE, this::update),
        Operation.of("image.images.delete", "DELETE" + ONE, this::delete));
  }

  private Reply create(Incoming request) throws IOException {
    byte[] sent = request.bytes();
    if (sent.length == 0) {
      throw ImageFaults.refusal(400, "Body expected in request.");
    }
    JsonNode asked =
        Json.read(sent).filter(JsonNode::isObject).orElseThrow(ImageOperations::malformed);
    String project = request.caller().project();
    ObjectNode image = blank(project, clock.instant());
    asked.properties().forEach(it -> set(image, it.getKey(), it.getValue()));
    if (!image.path("owner").asText().equals(project)) {
      throw ImageFaults.refusal(403, "You are not permitted to create images of this owner.");
    }
    spoil(image);
    String id = image.path("id").asText();
    link(image, id);
    if (!images.add(image)) {
      throw ImageFaults.refusal(409, "Image ID " + id + " already exists!");
    }
    return Reply.json(201, image)
        .with("Location", request.base() + "/v2/images/" + id)
        .with("Openstack-Image-Import-Methods", "glance-direct,web-download");
  }

  private void set(ObjectNode image, String name, JsonNode value) {
    JsonNode checked = rules.checked(name, value);
    boolean lost = defects.on(Behaviour.IMAGE_LOSES_PROPERTIES) && !ImageRules.isBase(name);
    if (!lost) {
      image.set(name, checked);
    }
  }

  static ObjectNode blank(String project, Instant moment) {
    String now = Times.seconds(moment);
    ObjectNode image = Json.object().put("id", Ids.uuid());
    for (String empty :
        List.of(
            "name",
            "disk_format",
            "container_format",
            "size",
            "virtual_size",
            "checksum",
            "os_hash_algo",
            "os_hash_value")) {
      image.putNull(empty);
    }
    image
        .put("visibility", "shared")
        .put("status", "queued")
        .put("protected", false)
        .put("min_ram", 0)
        .put("min_disk", 0)
        .put("owner", project)
        .put("os_hidden", false)
        .put("created_at", now)
        .put("updated_at", now)
        .set("tags", Json.array());
    return image;
  }

  static void link(ObjectNode image, String id) {
    image
        .put("self", "/v2/images/" + id)
        .put("file", "/v2/images/" + id + "/file")
        .put("schema", "/v2/schemas/image");
  }

  private void spoil(ObjectNode image) {
    if (defects.on(Behaviour.IMAGE_ACTIVE)) {
      image.put("status", "active");
    }
    if (defects.on(Behaviour.IMAGE_OTHER_VISIBILITY)) {
      image.put("visibility", "shared");
    }
    if (defects.on(Behaviour.IMAGE_OTHER_NAME)) {
      image.put("name", "another name");
    }
  }

  private Reply show(Incoming request) {
    String id = request.part("image");
    Optional<ObjectNode> image = images.find(id, request.caller());
    if (image.isEmpty() && defects.on(Behaviour.IMAGE_UNKNOWN_SHOWN)) {
      return Reply.json(200, blank(request.caller().project(), clock.instant()).put("id", id));
    }
    return Reply.json(200, image.orElseThrow(() -> ImageFaults.noImage(id)));
  }

  private Reply update(Incoming request) throws IOException {
    String type = request.mediaType();
    if (!type.equals(ImagePatch.DIALECT_20) && !type.equals(ImagePatch.DIALECT_21)) {
      Reply refused = ImageFaults.mediaType(type).reply();
      return refused.with("Accept-Patch", ImagePatch.DIALECT_20 + ", " + ImagePatch.DIALECT_21);
    }
    JsonNode body = request.json().orElseThrow(ImageOperations::malformed);
    ImagePatch patch = new ImagePatch(type, body, rules);
    String id = request.part("image");
    ObjectNode image = images.find(id, request.caller()).orElseThrow(() -> ImageFaults.noImage(id));
    refuseStranger(image, request);
    if (defects.on(Behaviour.IMAGE_UPDATE_IGNORED)) {
      return Reply.json(200, image);
    }
    ObjectNode changed =
        images.change(
            id,
            it -> {
              patch.apply(it);
              it.put("updated_at", Times.seconds(clock.instant()));
            });
    if (defects.on(Behaviour.IMAGE_UPDATE_MOVES)) {
      changed.put("id", images.change(id, it -> it.put("id", Ids.uuid())).path("id").asText());
    }
    return Reply.json(200, changed);
  }

  private Reply delete(Incoming request) throws IOException {
    String id = request.part("image");
    Optional<ObjectNode> found = images.find(id, request.caller());
    Reply done = Reply.empty(204).with("Content-Type", "text/html; charset=UTF-8");
    if (found.isEmpty() && defects.on(Behaviour.IMAGE_UNKNOWN_DELETED)) {
      return done;
    }
    ObjectNode image =
        found.orElseThrow(
            () -> ImageFaults.refusal(404, "Failed to find image " + id + " to delete"));
    refuseStranger(image, request);
    if (image.path("protected").asBoolean()) {
      throw ImageFaults.refusal(403, "Image " + id + " is protected and cannot be deleted.");
    }
    if (defects.on(Behaviour.IMAGE_LISTED)) {
      images.keepInListOnly(id);
    } else if (!defects.on(Behaviour.IMAGE_KEPT)) {
      images.remove(id);
      data.remove(id);
    }
    return done;
  }

  private static void refuseStranger(ObjectNode image, Incoming request) {
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw ImageFaults.refusal(403, "You do not own this image");
    }
  }

  private static Refusal malformed() {
    return ImageFaults.refusal(400, "Malformed JSON in request body.");
  }
}
