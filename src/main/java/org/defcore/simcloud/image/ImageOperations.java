package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Records of images: registered, listed, read, changed, deleted. */
final class ImageOperations {

  private static final String ONE = " /v2/images/{image}";

  private final Shelf<ObjectNode> images;
  private final ImageData data;
  private final Clock clock;

  ImageOperations(Shelf<ObjectNode> images, ImageData data, Clock clock) {
    this.images = images;
    this.data = data;
    this.clock = clock;
  }

  List<Operation> operations(ImageFlaws flaws) {
    return List.of(
        Operation.of("image.images.list", "GET /v2/images", flaws.aroundList(this::list)),
        Operation.of("image.images.create", "POST /v2/images", this::create),
        Operation.of("image.images.show", "GET" + ONE, this::show),
        Operation.of("image.images.update", "PATCH" + ONE, this::update),
        Operation.of("image.images.delete", "DELETE" + ONE, flaws.aroundDelete(this::delete)));
  }

  private Reply list(Incoming request) {
    return Reply.json(200, ImageLists.page(request, images.all(request.caller().project())));
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
    asked
        .properties()
        .forEach(it -> image.set(it.getKey(), ImageRules.checked(it.getKey(), it.getValue())));
    if (!image.path("owner").asText().equals(project)) {
      throw ImageFaults.refusal(403, "You are not permitted to create images of this owner.");
    }
    String id = image.path("id").asText();
    if (!images.add(id, project, linked(image, id))) {
      throw ImageFaults.refusal(409, "Image ID " + id + " already exists!");
    }
    return Reply.json(201, image)
        .with("Location", request.base() + "/v2/images/" + id)
        .with("Openstack-Image-Import-Methods", "glance-direct,web-download");
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

  static ObjectNode linked(ObjectNode image, String id) {
    return image
        .put("self", "/v2/images/" + id)
        .put("file", "/v2/images/" + id + "/file")
        .put("schema", "/v2/schemas/image");
  }

  private Reply show(Incoming request) {
    String id = request.part("image");
    return Reply.json(200, images.require(request.caller().project(), id));
  }

  private Reply update(Incoming request) throws IOException {
    String type = request.mediaType();
    if (!type.equals(ImagePatch.DIALECT_20) && !type.equals(ImagePatch.DIALECT_21)) {
      Reply refused = ImageFaults.mediaType(type).reply();
      return refused.with("Accept-Patch", ImagePatch.DIALECT_20 + ", " + ImagePatch.DIALECT_21);
    }
    JsonNode body = request.json().orElseThrow(ImageOperations::malformed);
    ImagePatch patch = new ImagePatch(type, body);
    String id = request.part("image");
    refuseStranger(images.require(request.caller().project(), id), request);
    ObjectNode changed =
        images.change(
            id,
            it -> {
              patch.apply(it);
              return it.put("updated_at", Times.seconds(clock.instant()));
            });
    return Reply.json(200, changed);
  }

  private Reply delete(Incoming request) throws IOException {
    String id = request.part("image");
    ObjectNode image =
        images
            .find(request.caller().project(), id)
            .orElseThrow(
                () -> ImageFaults.refusal(404, "Failed to find image " + id + " to delete"));
    refuseStranger(image, request);
    if (image.path("protected").asBoolean()) {
      throw ImageFaults.refusal(403, "Image " + id + " is protected and cannot be deleted.");
    }
    images.remove(id);
    data.remove(id);
    return Reply.empty(204).with("Content-Type", "text/html; charset=UTF-8");
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
