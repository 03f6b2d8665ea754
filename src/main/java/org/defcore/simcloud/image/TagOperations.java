package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Tags of images, one call each. */
final class TagOperations {

  private static final String TAG = " /v2/images/{image}/tags/{tag}";

  private final ImageStore images;
  private final Defects defects;

  TagOperations(ImageStore images, Defects defects) {
    this.images = images;
    this.defects = defects;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("image.tags.create", "PUT" + TAG, this::add),
        Operation.of("image.tags.delete", "DELETE" + TAG, this::remove));
  }

  private Reply add(Incoming request) {
    String tag = request.part("tag");
    Optional<ObjectNode> found = images.find(request.part("image"), request.caller());
    if (found.isEmpty() && defects.on(Behaviour.TAG_ANYWHERE)) {
      return done();
    }
    String id = owned(found, request);
    ImageRules.tag(tag);
    if (!defects.on(Behaviour.TAG_LOST)) {
      images.change(
          id,
          it -> {
            Set<String> tags = tags(it);
            tags.add(tag);
            it.set("tags", Json.strings(tags));
          });
    }
    return done();
  }

  private Reply remove(Incoming request) {
    String tag = request.part("tag");
    String id = owned(images.find(request.part("image"), request.caller()), request);
    images.change(id, it -> remove(it, tag));
    return done();
  }

  private void remove(ObjectNode image, String tag) {
    Set<String> tags = tags(image);
    if (!tags.remove(tag) && !defects.on(Behaviour.TAG_IDEMPOTENT)) {
      throw ImageFaults.refusal(404, "The resource could not be found.");
    }
    if (!defects.on(Behaviour.TAG_KEPT)) {
      image.set("tags", Json.strings(tags));
    }
  }

  private static String owned(Optional<ObjectNode> found, Incoming request) {
    String id = request.part("image");
    ObjectNode image =
        found.orElseThrow(() -> ImageFaults.refusal(404, "Image " + id + " not found."));
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw ImageFaults.refusal(403, "Not allowed to update tags for image " + id + ".");
    }
    return id;
  }

  private static Set<String> tags(ObjectNode image) {
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode tag : image.path("tags")) {
      tags.add(tag.asText());
    }
    return tags;
  }

  private static Reply done() {
    return Reply.empty(204).with("Content-Type", "text/html; charset=UTF-8");
  }
}
