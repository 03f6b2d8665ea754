package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Tags of images, one call each. */
final class TagOperations {

  private static final String TAG = " /v2/images/{image}/tags/{tag}";

  private final Shelf<ObjectNode> images;

  TagOperations(Shelf<ObjectNode> images) {
    this.images = images;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("image.tags.create", "PUT" + TAG, this::add),
        Operation.of("image.tags.delete", "DELETE" + TAG, this::remove));
  }

  private Reply add(Incoming request) {
    String tag = request.part("tag");
    String id = owned(request);
    ImageRules.tag(tag);
    return changed(id, tags -> tags.add(tag));
  }

  private Reply remove(Incoming request) {
    String tag = request.part("tag");
    return changed(
        owned(request),
        tags -> {
          if (!tags.remove(tag)) {
            throw ImageFaults.refusal(404, "The resource could not be found.");
          }
        });
  }

  private Reply changed(String id, Consumer<Set<String>> change) {
    images.change(
        id,
        it -> {
          Set<String> tags = tags(it);
          change.accept(tags);
          return it.set("tags", Json.strings(tags));
        });
    return Reply.empty(204).with("Content-Type", "text/html; charset=UTF-8");
  }

  private String owned(Incoming request) {
    String id = request.part("image");
    ObjectNode image =
        images
            .find(request.caller().project(), id)
            .orElseThrow(() -> ImageFaults.refusal(404, "Image " + id + " not found."));
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
}
