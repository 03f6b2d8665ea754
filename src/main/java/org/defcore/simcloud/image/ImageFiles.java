package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Upload and download of the data of an image. */
final class ImageFiles {

  private static final String FILE = " /v2/images/{image}/file";
  private static final String BYTES = "application/octet-stream";
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

  private final ImageLibrary images;
  private final ImageData data;

  ImageFiles(ImageLibrary images, ImageData data) {
    this.images = images;
    this.data = data;
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
    ObjectNode image =
        images.own(request, ImageLibrary.NO_IMAGE, "Not allowed to upload image data for image %s");
    if (image.path("disk_format").isNull() || image.path("container_format").isNull()) {
      throw ImageFaults.refusal(
          400, "Properties disk_format, container_format must be set prior to saving data.");
    }
    images.change(id, ImageFiles::saving);
    try {
      images.fill(id, request.body());
    } catch (UncheckedIOException e) {
      // The client went away: the image waits for another upload.
      images.change(id, it -> it.put("status", "queued"));
      throw e.getCause();
    }
    return Reply.bare(204);
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

  private Reply download(Incoming request) {
    String id = request.part("image");
    ObjectNode image = images.require(request, ImageLibrary.NO_IMAGE);
    if (!image.path("status").asText().equals("active")) {
      return Reply.empty(204);
    }
    ImageData.Stored stored = data.get(id);
    Optional<String> range = request.header("Range");
    return range.isPresent() ? part(stored, range.get()) : bytes(200, stored, 0, stored.size());
  }

  private static Reply part(ImageData.Stored stored, String range) {
    long last = stored.size() - 1;
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) > last) {
      throw ImageFaults.refusal(
          416, "The start position is not in the range [0, %d].".formatted(last));
    }
    long from = Long.parseLong(matcher.group(1));
    String end = matcher.group(2);
    long to = end.isEmpty() ? last : Math.min(Long.parseLong(end), last);
    return bytes(206, stored, from, to - from + 1)
        .with("Content-Range", "bytes %d-%d/%d".formatted(from, to, stored.size()));
  }

  private static Reply bytes(int status, ImageData.Stored stored, long from, long length) {
    return Reply.empty(status)
        .with("Content-Type", BYTES)
        .with("Content-Md5", stored.md5())
        .withContent(stored.part(from, length));
  }
}
