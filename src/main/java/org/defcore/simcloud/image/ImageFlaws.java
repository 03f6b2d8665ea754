package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Reply;

/** Defects of the operations on images: deleted ones that stay in the list. */
final class ImageFlaws {

  private final List<ObjectNode> ghosts = new CopyOnWriteArrayList<>();
  private final Shelf<ObjectNode> images;
  private final Defects defects;

  ImageFlaws(Shelf<ObjectNode> images, Defects defects) {
    this.images = images;
    this.defects = defects;
  }

  Handler aroundDelete(Handler delete) {
    return request -> {
      Optional<ObjectNode> image = images.find(request.caller().project(), request.part("image"));
      Reply reply = delete.answer(request);
      image.filter(it -> defects.on(ImageDefect.DELETED_LISTED)).ifPresent(ghosts::add);
      return reply;
    };
  }

  Handler aroundList(Handler list) {
    return request -> {
      Reply reply = list.answer(request);
      if (!ghosts.isEmpty() && reply.json().orElseThrow().path("images") instanceof ArrayNode all) {
        all.addAll(ghosts);
      }
      return reply.json().map(reply::withJson).orElse(reply);
    };
  }
}
