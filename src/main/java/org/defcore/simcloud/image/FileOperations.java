package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Upload and download of the data of an image. */
final class FileOperations {

  private static final String FILE = " /v2/images/{image}/file";
  private static final String BYTES = "application/octet-stream";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

  private final Shelf<ObjectNode> images;
  private final ImageData data;
  private final Clock clock;

  FileOperations(Shelf<ObjectNode> images, ImageData data, Clock clock) {
    this.images = images;
    this.data = data;
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("image.file.download", "GET" + FILE, this::download),
        Operation.of("image.file.upload", "PUT" + FILE, this::upload));
  }

  private Reply upload(Incoming request) throws IOException {
    String type = request.mediaType();
    if (!type.equals(BYTES)) {
      throw ImageFaults.mediaType(type.isEmpty() ? "text/plain" : type);
    }
    String id = request.part("image");
    ObjectNode image = images.require(request.caller().project(), id);
    if (!image.path("owner").asText().equals(request.caller().project())) {
      throw ImageFaults.refusal(403, "Not allowed to upload image data for image " + id);
    }
    if (image.path("disk_format").isNull() || image.path("container_format").isNull()) {
      throw ImageFaults.refusal(
          400, "Properties disk_format, container_format must be set prior to saving data.");
    }
    images.change(id, FileOperations::saving);
    ImageData.Stored stored;
    try {
      stored = data.store(id, request.body());
    } catch (IOException e) {
      // The client went away: the image waits for another upload.
      images.change(id, it -> it.put("status", "queued"));
      throw e;
    }
    images.change(id, it -> saved(it, stored));
    return Reply.empty(204).with("Content-Type", "text/html; charset=UTF-8");
  }

  // Looks and marks in one step, so that of two uploads at once only one goes on.
  private static ObjectNode saving(ObjectNode image) {
    String status = image.path("status").asText();
    if (!status.equals("queued")) {
      throw ImageFaults.refusal(
          409, "Image status transition from " + status + " to saving is not allowed");
    }
    return image.put("status", "saving");
  }

  private ObjectNode saved(ObjectNode image, ImageData.Stored stored) {
    image.put("status", "active");
    describe(image, stored);
    return image.put("updated_at", Times.seconds(clock.instant()));
  }

  static void describe(ObjectNode image, ImageData.Stored stored) {
    image
        .put("size", stored.size())
        .put("checksum", stored.md5())
        .put("os_hash_algo", "sha512")
        .put("os_hash_value", stored.sha512());
    if (image.path("disk_format").asText().equals("raw")) {
      image.put("virtual_size", stored.size());
    }
  }

  private Reply download(Incoming request) {
    String id = request.part("image");
    ObjectNode image = images.require(request.caller().project(), id);
    if (!image.path("status").asText().equals("active")) {
      return Reply.empty(204);
    }
    ImageData.Stored stored = data.get(id);
    Optional<String> range = request.header("Range");
    if (range.isPresent()) {
      return part(stored, range.get());
    }
    return bytes(200, stored, 0, stored.size());
  }

  private static Reply part(ImageData.Stored stored, String range) {
    Matcher matcher = RANGE.matcher(range);
    long from = matcher.matches() ? Long.parseLong(matcher.group(1)) : stored.size();
    if (from >= stored.size()) {
      throw ImageFaults.refusal(
          416, "The start position is not in the range [0, %d].".formatted(stored.size() - 1));
    }
    String end = matcher.group(2);
    long last = stored.size() - 1;
    long to = end.isEmpty() ? last : Math.min(Long.parseLong(end), last);
    return bytes(206, stored, from, to - from + 1)
        .with("Content-Range", "bytes %d-%d/%d".formatted(from, to, stored.size()));
  }

  private static Reply bytes(int status, ImageData.Stored stored, long from, long length) {
    return Reply.empty(status)
        .with("Content-Type", BYTES)
        .with("Content-Md5", stored.md5())
        .withContent(ImageData.part(stored, from, length));
  }
}
