package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A volume to ask for.
 *
 * @param gibibytes size
 * @param metadata sent only if there are any
 * @param content source to fill it from; absent for an empty volume
 */
public record NewVolume(
    String name, int gibibytes, Map<String, String> metadata, Optional<Content> content) {

  /** Sources that a volume can be filled from when it is made. */
  public enum Kind {
    VOLUME("source_volid"),
    IMAGE("imageRef"),
    SNAPSHOT("snapshot_id");

    private final String field;

    Kind(String field) {
      this.field = field;
    }
  }

  /** A source by its id. */
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

  /** The id of its source, if that is of this kind. */
  public Optional<String> idOf(Kind kind) {
    return content.filter(it -> it.kind() == kind).map(Content::id);
  }

  @JsonValue
  ObjectNode fields() {
    ObjectNode volume = JsonNodeFactory.instance.objectNode().put("size", gibibytes);
    volume.put("name", name);
    if (!metadata.isEmpty()) {
      metadata.forEach(volume.putObject("metadata")::put);
    }
    content.ifPresent(it -> volume.put(it.kind().field, it.id()));
    return volume;
  }
}
