package org.defcore.client.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A published JSON schema, by its name, and what it says of each property. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaDocument(String name, Map<String, JsonNode> properties) {

  public SchemaDocument {
    properties = Map.copyOf(properties);
  }
}
