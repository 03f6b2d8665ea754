package org.defcore.client.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** What to ask for when a server is created; each change gives a new one. */
public record NewServer(ObjectNode fields) {

  /** The least that is needed where a project has one network. */
  public static NewServer of(String name, String image, String flavor) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.put("name", name).put("imageRef", image).put("flavorRef", flavor);
    return new NewServer(fields);
  }

  public NewServer {
    fields = fields.deepCopy();
  }

  /** On one network alone, named by its id. */
  public NewServer on(String network) {
    NewServer changed = new NewServer(fields);
    changed.fields.putArray("networks").addObject().put("uuid", network);
    return changed;
  }

  public NewServer with(String field, String value) {
    return with(field, TextNode.valueOf(value));
  }

  /** Any JSON, also what a service has to refuse. */
  public NewServer with(String field, JsonNode value) {
    NewServer changed = new NewServer(fields);
    changed.fields.set(field, value);
    return changed;
  }

  public NewServer withMetadata(Map<String, String> metadata) {
    return with("metadata", Metadata.json(metadata));
  }

  public String name() {
    return fields.path("name").asText();
  }

  /** Hides the password and all else that may be a secret. */
  @Override
  public String toString() {
    return "server " + name() + " to be created";
  }

  JsonNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("server", fields);
    return body;
  }
}
