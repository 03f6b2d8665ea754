package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** All images: servers and volumes are made of them, and become some. */
public final class ImageLibrary {

  /** Attributes that every image has of its own; images made of one inherit the others. */
  public static final Set<String> OWN = ImageRules.own();

  /** The usual fault for an image that the caller does not see. */
  static final String NO_IMAGE = "No image found with ID %s";

  private static final String NEW =
      """
      {"id": %s, "owner": %s, "created_at": %3$s, "updated_at": %3$s, "name": null,
       "status": "queued", "visibility": "shared", "protected": false, "os_hidden": false,
       "tags": [], "min_ram": 0, "min_disk": 0, "disk_format": null, "container_format": null,
       "size": null, "virtual_size": null, "checksum": null, "os_hash_algo": null,
       "os_hash_value": null, "schema": "/v2/schemas/image"}
      """;
  private static final Set<String> SHARED = Set.of("public", "community");
  private static final int SNAPSHOT_SIZE = 1024;

  private final Shelf<ObjectNode> images;
  private final ImageData data;
  private final Timing timing;

  ImageLibrary(ImageData data, Timing timing) {
    this.data = data;
    this.timing = timing;
    this.images =
        Shelf.ofDocuments(
            new Object(),
            timing,
            id -> ImageFaults.refusal(404, NO_IMAGE.formatted(id)),
            it -> SHARED.contains(it.path("visibility").asText()));
  }

  /** An image that the caller may read. */
  public Optional<ObjectNode> find(String id, Caller caller) {
    return images.find(caller.project(), id);
  }

  /** The images that the caller may read, newest first. */
  public List<ObjectNode> all(Caller caller) {
    return images.all(caller.project());
  }

  /**
   * The image that a request names.
   *
   * @param missing the fault if the caller sees none, with {@code %s} for its id
   */
  ObjectNode require(Incoming request, String missing) {
    String id = request.part("image");
    return find(id, request.caller())
        .orElseThrow(() -> ImageFaults.refusal(404, missing.formatted(id)));
  }

  /**
   * The image that a request names, for the caller to change.
   *
   * @param strange the fault if it is not the caller's own, maybe with {@code %s} for its id
   */
  ObjectNode own(Incoming request, String missing, String strange) {
    ObjectNode image = require(request, missing);
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw ImageFaults.refusal(403, strange.formatted(request.part("image")));
    }
    return image;
  }

  /** Registers an image with these attributes; its data comes some stages later. */
  public String beginUpload(Caller owner, JsonNode attributes) {
    String id = add(owner.project(), attributes);
    images.later(id, it -> it.put("status", "saving"));
    InputStream disk = new ByteArrayInputStream(new byte[SNAPSHOT_SIZE]);
    images.later(id, it -> filled(it, data.store(id, disk)));
    return id;
  }

  /** Registers an image with these attributes which is gone one stage later, without data. */
  public String beginLostUpload(Caller owner, JsonNode attributes) {
    String id = add(owner.project(), attributes);
    images.removeLater(id);
    return id;
  }

  /** Registers an image without data that has these attributes, maybe an id among them. */
  String add(String owner, JsonNode attributes) {
    String now = Times.seconds(timing.clock().instant());
    ObjectNode image = Json.form(NEW, Ids.uuid(), owner, now);
    attributes.properties().forEach(it -> image.set(it.getKey(), it.getValue()));
    String id = image.path("id").asText();
    image.put("self", "/v2/images/" + id).put("file", "/v2/images/" + id + "/file");
    if (!images.add(id, owner, image)) {
      throw ImageFaults.refusal(409, "Image ID " + id + " already exists!");
    }
    return id;
  }

  /** Stores the data of an image, whose turn it is to be active then. */
  void fill(String id, InputStream bytes) {
    ImageData.Stored stored = data.store(id, bytes);
    change(id, it -> filled(it, stored));
  }

  private ObjectNode filled(ObjectNode image, ImageData.Stored stored) {
    if (image.path("disk_format").asText().equals("raw")) {
      image.put("virtual_size", stored.size());
    }
    return image
        .put("status", "active")
        .put("size", stored.size())
        .put("checksum", stored.md5())
        .put("os_hash_algo", "sha512")
        .put("os_hash_value", stored.sha512())
        .put("updated_at", Times.seconds(timing.clock().instant()));
  }

  /** Changes an image, whoever owns it. */
  public void change(String id, UnaryOperator<ObjectNode> change) {
    images.change(id, change);
  }

  /** Changes an image and the time of its last change. */
  ObjectNode update(String id, Consumer<ObjectNode> change) {
    return images.change(
        id,
        it -> {
          change.accept(it);
          return it.put("updated_at", Times.seconds(timing.clock().instant()));
        });
  }

  /** Deletes an image with its data. */
  public void delete(String id) {
    images.remove(id);
    data.remove(id);
  }

  /** Images that are not public, a line each. */
  List<String> resources() {
    return images.everyone(it -> !it.path("visibility").asText().equals("public")).stream()
        .map(it -> "image " + it.path("id").asText() + " " + it.path("name").asText())
        .toList();
  }
}
