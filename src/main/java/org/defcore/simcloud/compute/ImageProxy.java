package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The images as this service showed them until microversion 2.35. */
final class ImageProxy {

  private static final String ALL = " /v2.1/images";
  private static final String ONE = ALL + "/{image}";

  // These have a field of their own here, or are not shown; the rest is metadata.
  private static final Set<String> NO_METADATA =
      Set.of("min_ram", "min_disk", "container_format", "disk_format");

  private static final Map<String, Integer> PROGRESS = Map.of("active", 100, "saving", 50);

  private static final ListRules<ObjectNode> RULES =
      ListRules.<ObjectNode>of(it -> it.path("id").asText(), ComputeFaults::ofList)
          .equal("name", it -> it.path("name").asText())
          .equal("minRam", it -> it.path("min_ram").asText())
          .equal("type", it -> it.path("image_type").asText())
          .filter("status", wanted -> it -> status(it).equalsIgnoreCase(wanted))
          .filter("server", ImageProxy::ofServer)
          .filter("changes-since", ImageProxy::changedSince);

  private final ImageLibrary images;

  ImageProxy(ImageLibrary images) {
    this.images = images;
  }

  List<Operation> operations() {
    UnaryOperator<ObjectNode> brief = it -> it.retain("id", "name", "links");
    UnaryOperator<ObjectNode> full = it -> it;
    return Stream.of(
            Operation.of("compute.images.list", "GET" + ALL, it -> list(it, brief)),
            Operation.of("compute.images.detail", "GET" + ALL + "/detail", it -> list(it, full)),
            Operation.of("compute.images.show", "GET" + ONE, this::show),
            Operation.of("compute.images.delete", "DELETE" + ONE, this::delete))
        .map(it -> ComputeVersions.within(1, 35, it))
        .toList();
  }

  /** The address of images in the links of this service, to be followed by an id. */
  static String imageService(Incoming request) {
    String base = request.base();
    return base.substring(0, base.lastIndexOf('/')) + "/image/images/";
  }

  /** Images of a server, which is named by its id or by one of its links. */
  private static Predicate<ObjectNode> ofServer(String idOrLink) {
    String id = idOrLink.substring(idOrLink.lastIndexOf('/') + 1);
    return it -> it.path("instance_uuid").asText().equals(id);
  }

  private static Predicate<ObjectNode> changedSince(String text) {
    Instant since = ServerListing.since(text);
    return it -> !Instant.parse(it.path("updated_at").asText()).isBefore(since);
  }

  private Reply list(Incoming request, UnaryOperator<ObjectNode> form) {
    return RULES
        .page(request, images.all(request.caller()))
        .reply(request, "images", it -> form.apply(body(request, it)));
  }

  private Reply show(Incoming request) {
    return Reply.json(200, Json.wrap("image", body(request, find(request))));
  }

  private Reply delete(Incoming request) {
    ObjectNode image = find(request);
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw ComputeFaults.refusal(403, "You are not allowed to delete the image.");
    }
    images.delete(image.path("id").asText());
    return Reply.empty(204).with("Content-Type", "application/json");
  }

  private ObjectNode find(Incoming request) {
    return images
        .find(request.part("image"), request.caller())
        .orElseThrow(() -> ComputeFaults.notFound("Image not found."));
  }

  private static String status(ObjectNode image) {
    return image.path("status").asText().equals("active") ? "ACTIVE" : "SAVING";
  }

  private static ObjectNode body(Incoming request, ObjectNode image) {
    String id = image.path("id").asText();
    ObjectNode body =
        Json.object()
            .put("id", id)
            .put("minRam", image.path("min_ram").asInt())
            .put("minDisk", image.path("min_disk").asInt())
            .put("status", status(image))
            .put("progress", PROGRESS.getOrDefault(image.path("status").asText(), 25))
            .put("OS-EXT-IMG-SIZE:size", image.path("size").asLong());
    body.set("name", image.path("name"));
    body.set("created", image.path("created_at"));
    body.set("updated", image.path("updated_at"));
    ObjectNode metadata = image.deepCopy().remove(ImageLibrary.OWN).remove(NO_METADATA);
    if (metadata.has(BootVolumes.MAPPING)) {
      metadata.set(BootVolumes.MAPPING, Json.document(metadata.path(BootVolumes.MAPPING).asText()));
    }
    body.set("metadata", metadata);
    body.putArray("links")
        .add(Json.link("self", request.base() + "/v2.1/images/" + id))
        .add(Json.link("bookmark", request.base() + "/images/" + id))
        .add(
            Json.link("alternate", imageService(request) + id)
                .put("type", "application/vnd.openstack.image"));
    if (image.has("instance_uuid")) {
      String server = image.path("instance_uuid").asText();
      body.set(
          "server",
          Json.object().put("id", server).set("links", ServerView.links(request, server)));
    }
    return body;
  }
}
