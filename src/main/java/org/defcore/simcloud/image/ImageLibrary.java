package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Times;

/** Images as the other services use them: servers and volumes are made of them, and become some. */
public final class ImageLibrary {

  /** Attributes that every image has of its own; images made of one inherit the others. */
  public static final Set<String> OWN =
      Set.of(
          "id",
          "name",
          "size",
          "virtual_size",
          "checksum",
          "os_hash_algo",
          "os_hash_value",
          "visibility",
          "status",
          "protected",
          "owner",
          "os_hidden",
          "created_at",
          "updated_at",
          "tags",
          "self",
          "file",
          "schema");

  private static final int SNAPSHOT_SIZE = 1024;

  private final Shelf<ObjectNode> images;
  private final ImageData data;
  private final Timing timing;

  ImageLibrary(Shelf<ObjectNode> images, ImageData data, Timing timing) {
    this.images = images;
    this.data = data;
    this.timing = timing;
  }

  /** An image that the caller may read. */
  public Optional<ObjectNode> find(String id, Caller caller) {
    return images.find(caller.project(), id);
  }

  /** The images that the caller may read, newest first. */
  public List<ObjectNode> all(Caller caller) {
    return images.all(caller.project());
  }

  /** Registers an image with these attributes; its data comes some stages later. */
  public String beginUpload(Caller owner, JsonNode attributes) {
    String id = register(owner, attributes);
    images.later(id, it -> it.put("status", "saving"));
    images.later(id, this::filled);
    return id;
  }

  /** Registers an image with these attributes which is gone one stage later, without data. */
  public String beginLostUpload(Caller owner, JsonNode attributes) {
    String id = register(owner, attributes);
    images.removeLater(id);
    return id;
  }

  private String register(Caller owner, JsonNode attributes) {
    ObjectNode image = ImageOperations.blank(owner.project(), timing.clock().instant());
    attributes.properties().forEach(it -> image.set(it.getKey(), it.getValue()));
    String id = image.path("id").asText();
    images.add(id, owner.project(), ImageOperations.linked(image, id));
    return id;
  }

  /** Changes an image, whoever owns it. */
  public void change(String id, UnaryOperator<ObjectNode> change) {
    images.change(id, change);
  }

  /** Deletes an image with its data. */
  public void delete(String id) {
    images.remove(id);
    try {
      data.remove(id);
    } catch (IOException e) {
      throw new UncheckedIOException("image " + id + ": data cannot be removed", e);
    }
  }

  private ObjectNode filled(ObjectNode image) {
    try {
      String id = image.path("id").asText();
      byte[] disk = new byte[SNAPSHOT_SIZE];
      FileOperations.describe(image, data.store(id, new ByteArrayInputStream(disk)));
    } catch (IOException e) {
      throw new UncheckedIOException("a snapshot cannot be stored", e);
    }
    return image.put("status", "active").put("updated_at", Times.seconds(timing.clock().instant()));
  }
}
