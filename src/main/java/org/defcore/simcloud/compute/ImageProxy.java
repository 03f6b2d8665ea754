package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeLists;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The images as this service showed them until microversion 2.35. */
final class ImageProxy {

  // These have a field of their own here, or are not shown; the rest is metadata.
  private static final Set<String> NO_METADATA =
      Set.of("min_ram", "min_disk", "container_format", "disk_format");

  private static final ListRules<ObjectNode> RULES =
      ComputeLists.rules(it -> it.path("id").asText());

  private final ImageLibrary images;

  ImageProxy(ImageLibrary images) {
    this.images = images;
  }

  List<Operation> operations() {
    String all = " /v2.1/images";
    return List.of(
        Operation.of("compute.images.list", "GET" + all, this::list),
        Operation.of("compute.images.detail", "GET" + all + "/detail", this::detail),
        Operation.of("compute.images.show", "GET" + all + "/{image}", this::show),
        Operation.of("compute.images.delete", "DELETE" + all + "/{image}", this::delete));
  }

  /** The address of images in the links of this service, to be followed by an id. */
  static String imageService(Incoming request) {
    String base = request.base();
    return base.substring(0, base.lastIndexOf('/')) + "/image/images/";
  }

  private Reply list(Incoming request) {
    return listed(request, it -> brief(request, it));
  }

  private Reply detail(Incoming request) {
    return listed(request, it -> body(request, it));
  }

  private Reply listed(Incoming request, Function<ObjectNode, ObjectNode> form) {
    requireOld(request);
    List<ObjectNode> all = images.all(request.caller());
    return Reply.json(200, RULES.page(request, all).document(request, "images", form));
  }

  private static ObjectNode brief(Incoming request, ObjectNode image) {
    ObjectNode item = Json.object().put("id", image.path("id").asText());
    item.set("name", image.path("name"));
    item.set("links", links(request, image));
    return item;
  }

  private Reply show(Incoming request) {
    requireOld(request);
    return Reply.json(200, Json.wrap("image", body(request, find(request))));
  }

  private Reply delete(Incoming request) {
    requireOld(request);
    ObjectNode image = find(request);
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw new Refusal(
          ComputeFaults.fault(403, "forbidden", "You are not allowed to delete the image."));
    }
    images.delete(image.path("id").asText());
    return Reply.empty(204).with("Content-Type", "application/json");
  }

  private ObjectNode find(Incoming request) {
    return images
        .find(request.part("image"), request.caller())
        .orElseThrow(() -> ComputeFaults.notFound("Image not found."));
  }

  private static void requireOld(Incoming request) {
    if (ComputeVersions.of(request).atLeast(36)) {
      throw ComputeFaults.notFound("The resource could not be found.");
    }
  }

  private static ObjectNode body(Incoming request, ObjectNode image) {
    String status = image.path("status").asText();
    ObjectNode body = Json.object().put("id", image.path("id").asText());
    body.set("name", image.path("name"));
    body.put("minRam", image.path("min_ram").asInt())
        .put("minDisk", image.path("min_disk").asInt());
    ObjectNode metadata = body.putObject("metadata");
    image.properties().forEach(it -> metadata.set(it.getKey(), it.getValue()));
    metadata.remove(ImageLibrary.OWN).remove(NO_METADATA);
    body.set("created", image.path("created_at"));
    body.set("updated", image.path("updated_at"));
    body.put("status", status.equals("active") ? "ACTIVE" : "SAVING")
        .put("progress", progress(status))
        .put("OS-EXT-IMG-SIZE:size", image.path("size").asLong());
    body.set("links", links(request, image));
    if (image.has("instance_uuid")) {
      String server = image.path("instance_uuid").asText();
      ObjectNode origin = body.putObject("server").put("id", server);
      origin.set("links", ServerView.links(request, server));
    }
    return body;
  }

  private static int progress(String status) {
    return switch (status) {
      case "active" -> 100;
      case "saving" -> 50;
      default -> 25;
    };
  }

  private static ArrayNode links(Incoming request, ObjectNode image) {
    String id = image.path("id").asText();
    return Json.array()
        .add(Json.link("self", request.base() + "/v2.1/images/" + id))
        .add(Json.link("bookmark", request.base() + "/images/" + id))
        .add(
            Json.object()
                .put("rel", "alternate")
                .put("type", "application/vnd.openstack.image")
                .put("href", imageService(request) + id));
  }
}
