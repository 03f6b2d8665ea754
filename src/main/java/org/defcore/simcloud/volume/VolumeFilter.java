package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;

/** What the query of a list lets through; a name that is no filter lets everything through. */
final class VolumeFilter {

  private final Incoming request;

  VolumeFilter(Incoming request) {
    this.request = request;
  }

  boolean matches(Volume volume) {
    String name = volume.spec().texts().name().asText("");
    return is("name", name)
        && is("display_name", name)
        && is("id", volume.id())
        && is("status", volume.status())
        && is("availability_zone", VolumeView.ZONE)
        && is("bootable", String.valueOf(VolumeView.isBootable(volume)))
        && request.query("metadata").stream().allMatch(it -> holds(volume.spec().metadata(), it));
  }

  private boolean is(String filter, String value) {
    return request.query(filter).filter(it -> !it.equals(value)).isEmpty();
  }

  // Written as Python writes a dictionary, with single quotes.
  private static boolean holds(Map<String, String> metadata, String wanted) {
    byte[] json = wanted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Optional<JsonNode> items = Json.read(json).filter(JsonNode::isObject);
    return items.isPresent()
        && items.get().properties().stream()
            .allMatch(it -> it.getValue().asText().equals(metadata.get(it.getKey())));
  }
}
