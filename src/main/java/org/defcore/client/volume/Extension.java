package org.defcore.client.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.NeverNull;

/** An API extension that the service says it has. */
public record Extension(
    String name,
    String alias,
    String description,
    Timestamp updated,
    List<JsonNode> links,
    @NeverNull Optional<String> namespace) {

  public Extension {
    links = List.copyOf(links);
  }
}
