package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.IpAddress;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;

/**
 * The fields that every full answer about a server has, at 2.1.
 *
 * @param image a {@link Reference}, or a text or null if the server was booted from a volume
 */
public record ServerCore(
    String id,
    String name,
    String status,
    JsonNode image,
    Reference flavor,
    @JsonProperty("user_id") String userId,
    @JsonProperty("tenant_id") String tenantId,
    Timestamp created,
    Timestamp updated,
    Map<String, String> metadata,
    List<Link> links,
    String hostId,
    @NeverNull Optional<Integer> progress,
    @NeverNull Optional<Fault> fault,
    @NeverNull @JsonProperty("OS-DCF:diskConfig") Optional<String> diskConfig,
    @NeverNull Optional<String> accessIPv4,
    @NeverNull Optional<String> accessIPv6) {

  public ServerCore {
    metadata = Map.copyOf(metadata);
    links = List.copyOf(links);
    checkImage(image);
    checkAccess("accessIPv4", 4, accessIPv4);
    checkAccess("accessIPv6", 6, accessIPv6);
  }

  /** Absent if the server was booted from a volume. */
  public Optional<String> imageId() {
    return Optional.of(image).filter(JsonNode::isObject).map(it -> it.path("id").asText());
  }

  /** The reason for which a server went into the state ERROR. */
  public record Fault(
      int code, Timestamp created, String message, @NeverNull Optional<String> details) {}

  private static void checkImage(JsonNode image) {
    if (image.isObject()) {
      try {
        StrictJson.bind(image, Reference.class);
      } catch (ShapeException e) {
        throw e.under("/image");
      }
    } else if (!image.isTextual() && !image.isNull()) {
      throw new IllegalArgumentException(
          "image: expected an object, a text or null but found " + image);
    }
  }

  /** An access address is of its version, or empty. */
  private static void checkAccess(String field, int version, Optional<String> address) {
    if (address.filter(it -> !it.isEmpty() && new IpAddress(it).version() != version).isPresent()) {
      throw new IllegalArgumentException(
          "%s: expected an IPv%d address but found \"%s\""
              .formatted(field, version, address.get()));
    }
  }
}
