package org.defcore.client.image;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An image to register.
 *
 * @param properties further texts, {@code visibility} among them
 * @param tags sent only if there are any
 */
public record NewImage(
    String name,
    String containerFormat,
    String diskFormat,
    Map<String, String> properties,
    List<String> tags) {

  public NewImage {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    tags = List.copyOf(tags);
  }

  /** In the container format {@code bare}. */
  public static NewImage bare(String name, String diskFormat) {
    return new NewImage(name, "bare", diskFormat, Map.of(), List.of());
  }

  public NewImage with(String property, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(property, value);
    return new NewImage(name, containerFormat, diskFormat, more, tags);
  }

  public NewImage inContainer(String format) {
    return new NewImage(name, format, diskFormat, properties, tags);
  }

  public NewImage tagged(String... values) {
    return new NewImage(name, containerFormat, diskFormat, properties, List.of(values));
  }

  @JsonValue
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", name);
    body.put("container_format", containerFormat);
    body.put("disk_format", diskFormat);
    properties.forEach(body::put);
    if (!tags.isEmpty()) {
      ArrayNode array = body.putArray("tags");
      tags.forEach(array::add);
    }
    return body;
  }
}
