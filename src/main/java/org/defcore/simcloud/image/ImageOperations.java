package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Records of images, registered, listed, read, changed and deleted, and their tags. */
final class ImageOperations {

  private static final String ONE = " /v2/images/{image}";
  private static final String TAG = ONE + "/tags/{tag}";

  private final Queue<ObjectNode> ghosts = new ConcurrentLinkedQueue<>();
  private final ImageLibrary images;
  private final Defects defects;

  ImageOperations(ImageLibrary images, Defects defects) {
    this.images = images;
    this.defects = defects;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("image.images.list", "GET /v2/images", this::list),
        Operation.of("image.images.create", "POST /v2/images", this::create),
        Operation.of("image.images.show", "GET" + ONE, this::show),
        Operation.of("image.images.update", "PATCH" + ONE, this::update),
        Operation.of("image.images.delete", "DELETE" + ONE, this::delete),
        Operation.of("image.tags.create", "PUT" + TAG, this::addTag),
        Operation.of("image.tags.delete", "DELETE" + TAG, this::removeTag));
  }

  private Reply list(Incoming request) {
    List<ObjectNode> all = new ArrayList<>(ghosts);
    all.addAll(images.all(request.caller()));
    return Reply.json(200, ImageLists.page(request, all));
  }

  private Reply create(Incoming request) throws IOException {
    byte[] sent = request.bytes();
    if (sent.length == 0) {
      throw ImageFaults.refusal(400, "Body expected in request.");
    }
    JsonNode asked =
        Json.read(sent).filter(JsonNode::isObject).orElseThrow(ImageOperations::malformed);
    ObjectNode attributes = ImageRules.checked(asked);
    String project = request.caller().project();
    if (attributes.has("owner") && !attributes.path("owner").asText().equals(project)) {
      throw ImageFaults.refusal(403, "You are not permitted to create images of this owner.");
    }
    String id = images.add(project, attributes);
    return Reply.json(201, images.find(id, request.caller()).orElseThrow())
        .with("Location", request.base() + "/v2/images/" + id)
        .with("Openstack-Image-Import-Methods", "glance-direct,web-download");
  }

  private Reply show(Incoming request) {
    return Reply.json(200, images.require(request, ImageLibrary.NO_IMAGE));
  }

  private Reply update(Incoming request) throws IOException {
    JsonNode changes = request.json().orElseThrow(ImageOperations::malformed);
    images.own(request, ImageLibrary.NO_IMAGE, "You do not own this image");
    return Reply.json(
        200,
        images.update(
            request.part("image"),
            it -> changes.forEach(change -> new ImagePatch(change).apply(it))));
  }

  private Reply delete(Incoming request) {
    String id = request.part("image");
    ObjectNode image =
        images.own(request, "Failed to find image %s to delete", "You do not own this image");
    if (image.path("protected").asBoolean()) {
      throw ImageFaults.refusal(403, "Image " + id + " is protected and cannot be deleted.");
    }
    images.delete(id);
    if (defects.on(ImageDefect.DELETED_LISTED)) {
      ghosts.add(image);
    }
    return Reply.bare(204);
  }

  private Reply addTag(Incoming request) {
    return tagged(
        request,
        (tags, tag) -> {
          ImageRules.checked(Json.wrap("tags", Json.array().add(tag)));
          tags.add(tag);
        });
  }

  private Reply removeTag(Incoming request) {
    return tagged(
        request,
        (tags, tag) -> {
          if (!tags.remove(tag)) {
            throw ImageFaults.refusal(404, "The resource could not be found.");
          }
        });
  }

  private Reply tagged(Incoming request, BiConsumer<Set<String>, String> change) {
    images.own(request, "Image %s not found.", "Not allowed to update tags for image %s.");
    images.change(
        request.part("image"),
        it -> {
          Set<String> tags = new LinkedHashSet<>();
          it.path("tags").forEach(tag -> tags.add(tag.asText()));
          change.accept(tags, request.part("tag"));
          return it.set("tags", Json.strings(tags));
        });
    return Reply.bare(204);
  }

  private static Refusal malformed() {
    return ImageFaults.refusal(400, "Malformed JSON in request body.");
  }
}
