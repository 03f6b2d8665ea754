package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.compute.flavor.Flavor;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.network.Address;
import org.defcore.simcloud.resource.Metadata;

/**
 * The attributes of a server that its owner chooses and may change.
 *
 * @param metadata in an order that is always the same
 * @param ipv4 where the owner says that it is reached; empty where none is said, as is ipv6
 */
record ServerSpec(
    String name,
    String image,
    Flavor flavor,
    Map<String, String> metadata,
    String ipv4,
    String ipv6) {

  private static final int MOST_METADATA = 128;

  ServerSpec {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    if (metadata.size() > MOST_METADATA) {
      throw ComputeFaults.refusal(403, "Maximum number of metadata items exceeds " + MOST_METADATA);
    }
  }

  static ServerSpec of(Flavor flavor) {
    return new ServerSpec("", "", flavor, Map.of(), "", "");
  }

  /** A copy with what a document that keeps its schema has of these attributes. */
  ServerSpec with(JsonNode asked) {
    JsonNode address = asked.path("accessIPv6");
    return new ServerSpec(
        asked.path("name").asText(name),
        asked.path("imageRef").asText(image),
        flavor,
        asked.has("metadata") ? Metadata.items(asked.path("metadata")) : metadata,
        asked.path("accessIPv4").asText(ipv4),
        address.isMissingNode() ? ipv6 : Address.of(address.asText()).toString());
  }

  ServerSpec named(String other) {
    return new ServerSpec(other, image, flavor, metadata, ipv4, ipv6);
  }

  ServerSpec sized(Flavor other) {
    return new ServerSpec(name, image, other, metadata, ipv4, ipv6);
  }

  ServerSpec with(Map<String, String> otherMetadata) {
    return new ServerSpec(name, image, flavor, otherMetadata, ipv4, ipv6);
  }
}
