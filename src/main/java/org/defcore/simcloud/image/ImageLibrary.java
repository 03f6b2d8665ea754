package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Times;

/** The images as other services use them: to make servers and volumes of, and to make of those. */
public final class ImageLibrary {

  /** What changes by itself, changes by this. */
  record Time(Clock clock, Pace pace) {}

  private static final int SNAPSHOT_SIZE = 1024;

  private final ImageStore images;
  private final ImageData data;
  private final Time time;
  private final Defects defects;

  ImageLibrary(ImageStore images, ImageData data, Time time, Defects defects) {
    this.images = images;
    this.data = data;
    this.time = time;
    this.defects = defects;
  }

  /** An image that the caller may read. */
  public Optional<ObjectNode> find(String id, Caller caller) {
    return images.find(id, caller);
  }

  /** What the caller may read, newest first. */
  public List<ObjectNode> all(Caller caller) {
    return images.all(caller);
  }

  /** Registers a private image with these attributes; its data comes some stages later. */
  public String begin(Caller owner, ObjectNode attributes) {
    ObjectNode asPrivate = attributes.put("visibility", "private");
    return defects.on(Behaviour.SNAPSHOT_STAYS_QUEUED)
        ? beginNever(owner, asPrivate)
        : beginUpload(owner, asPrivate);
  }

  /** Registers a private image whose data never come: some stages later it is gone. */
  public String beginInVain(Caller owner, ObjectNode attributes) {
    return beginUploadInVain(owner, attributes.put("visibility", "private"));
  }

  /** Registers an image with these attributes; its data comes some stages later. */
  public String beginUpload(Caller owner, JsonNode attributes) {
    return add(
        blank(owner, attributes),
        it -> images.change(it, image -> image.put("status", "saving")),
        it -> images.change(it, this::fill));
  }

  /**
   * Registers an image with these attributes whose data never come: some stages later it is gone.
   */
  public String beginUploadInVain(Caller owner, JsonNode attributes) {
    return add(blank(owner, attributes), images::remove);
  }

  /** Registers an image with these attributes whose data never come. */
  public String beginNever(Caller owner, JsonNode attributes) {
    return add(blank(owner, attributes));
  }

  @SafeVarargs
  private String add(ObjectNode image, Consumer<String>... changes) {
    String id = image.path("id").asText();
    Stages stages = new Stages(time.clock(), time.pace());
    for (Consumer<String> change : changes) {
      stages.then(() -> change.accept(id));
    }
    images.addGrowing(image, stages);
    return id;
  }

  private ObjectNode blank(Caller owner, JsonNode attributes) {
    ObjectNode image = ImageOperations.blank(owner.project(), time.clock().instant());
    attributes.properties().forEach(it -> image.set(it.getKey(), it.getValue()));
    ImageOperations.link(image, image.path("id").asText());
    return image;
  }

  /** Changes an image behind its owner's back. */
  public void change(String id, Consumer<ObjectNode> change) {
    images.change(id, change);
  }

  /** Deletes an image of the caller's own. */
  public void delete(String id) {
    images.remove(id);
    try {
      data.remove(id);
    } catch (IOException e) {
      throw new UncheckedIOException("image " + id + ": data cannot be removed", e);
    }
  }

  private void fill(ObjectNode image) {
    try {
      String id = image.path("id").asText();
      byte[] disk = new byte[SNAPSHOT_SIZE];
      FileOperations.describe(image, data.store(id, new ByteArrayInputStream(disk)));
    } catch (IOException e) {
      throw new UncheckedIOException("a snapshot cannot be stored", e);
    }
    image.put("status", "active").put("updated_at", Times.seconds(time.clock().instant()));
  }
}
