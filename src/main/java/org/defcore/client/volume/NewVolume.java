package org.defcore.client.volume;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A volume to be made.
 *
 * @param gibibytes size
 * @param metadata sent only if there are any
 * @param content what it is to be filled with; absent for an empty one
 */
public record NewVolume(
    String name, int gibibytes, Map<String, String> metadata, Optional<Content> content) {

  /** What a volume can be filled with when it is made. */
  public enum Kind {
    VOLUME("source_volid"),
    IMAGE("imageRef"),
    SNAPSHOT("snapshot_id");

    private final String field;

    Kind(String field) {
      this.field = field;
    }

    /** Of the request. */
    public String field() {
      return field;
    }
  }

  /** One thing of one of these kinds. */
  public record Content(Kind kind, String id) {}

  public NewVolume {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
  }

  /** An empty volume without metadata. */
  public static NewVolume of(String name, int gibibytes) {
    return new NewVolume(name, gibibytes, Map.of(), Optional.empty());
  }

  public NewVolume with(Map<String, String> other) {
    return new NewVolume(name, gibibytes, other, content);
  }

  public NewVolume from(Kind kind, String id) {
    return new NewVolume(name, gibibytes, metadata, Optional.of(new Content(kind, id)));
  }

  /** The id of what it is made of, if it is of that kind. */
  public Optional<String> idOf(Kind kind) {
    return content.filter(it -> it.kind() == kind).map(Content::id);
  }

  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode volume = body.putObject("volume").put("size", gibibytes).put("name", name);
    if (!metadata.isEmpty()) {
      metadata.forEach(volume.putObject("metadata")::put);
    }
    content.ifPresent(it -> volume.put(it.kind().field(), it.id()));
    return body;
  }
}
