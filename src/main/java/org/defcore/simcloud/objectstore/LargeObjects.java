package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Objects that are made of others: of those in a manifest, or of those that begin alike. */
record LargeObjects(Accounts accounts, Defects defects) {

  /**
   * An object as it is read.
   *
   * @param etag of a large object that of the ETags of its segments, in quotes
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Whole(byte[] data, String etag) {

    Whole {
      data = data.clone();
    }

    @Override
    public byte[] data() {
      return data.clone();
    }
  }

  Whole read(String account, StoredObject object) {
    List<StoredObject> segments =
        object.prefix().map(it -> byPrefix(account, it)).orElseGet(() -> listed(account, object));
    if (segments.isEmpty() && object.prefix().isEmpty()) {
      return new Whole(object.data(), object.etag());
    }
    if (defects.on(ObjectStoreDefect.MIXES_SEGMENTS)) {
      segments = new ArrayList<>(segments);
      Collections.reverse(segments);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder etags = new StringBuilder();
    for (StoredObject segment : segments) {
      all.writeBytes(segment.data());
      etags.append(segment.etag());
    }
    String etag = StoredObject.md5(etags.toString().getBytes(StandardCharsets.UTF_8));
    return new Whole(all.toByteArray(), "\"" + etag + "\"");
  }

  private List<StoredObject> byPrefix(String account, String prefix) {
    String[] parts = prefix.split("/", 2);
    return accounts.find(account, parts[0]).stream()
        .flatMap(it -> it.objects().stream())
        .filter(it -> it.name().startsWith(parts.length < 2 ? "" : parts[1]))
        .toList();
  }

  private List<StoredObject> listed(String account, StoredObject object) {
    return object.segments().stream().flatMap(it -> segment(account, it).stream()).toList();
  }

  private Optional<StoredObject> segment(String account, String path) {
    String[] parts = path.replaceFirst("^/", "").split("/", 2);
    return accounts.find(account, parts[0]).stream()
        .flatMap(it -> it.objects().stream())
        .filter(it -> parts.length > 1 && it.name().equals(parts[1]))
        .findFirst();
  }

  /** The paths in a manifest, whose objects have to be there and to be as it says. */
  List<String> segments(String account, byte[] manifest) {
    Optional<JsonNode> entries = Json.read(manifest).filter(it -> it.isArray() && !it.isEmpty());
    if (entries.isEmpty()) {
      throw SwiftPages.badName("Manifest must be valid JSON.\n");
    }
    List<String> paths = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (JsonNode entry : entries.get()) {
      String path = entry.path("path").asText();
      Optional<StoredObject> segment = segment(account, path);
      if (segment.isEmpty()) {
        errors.add(path + ", 404 Not Found");
      } else if (differs(entry.path("size_bytes"), String.valueOf(segment.get().size()))) {
        errors.add(path + ", Size Mismatch");
      } else if (differs(entry.path("etag"), segment.get().etag())) {
        errors.add(path + ", Etag Mismatch");
      }
      paths.add(path);
    }
    if (!errors.isEmpty()) {
      throw new Refusal(
          Reply.text(400, "text/plain", "Errors:\n" + String.join("\n", errors) + "\n"));
    }
    return paths;
  }

  private static boolean differs(JsonNode said, String found) {
    return !said.isMissingNode() && !said.isNull() && !said.asText().equals(found);
  }
}
