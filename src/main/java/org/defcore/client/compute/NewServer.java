package org.defcore.client.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.defcore.http.json.StrictJson;

/** The request for a new server; each change gives a new one. */
public record NewServer(ObjectNode fields) {

  public NewServer {
    fields = fields.deepCopy();
  }

  /** The least that is needed where a project has one network. */
  public static NewServer of(String name, String image, String flavor) {
    return new NewServer(JsonNodeFactory.instance.objectNode())
        .with("name", name)
        .with("imageRef", image)
        .with("flavorRef", flavor);
  }

  /** On one network alone, named by its id. */
  public NewServer on(String network) {
    return with("networks", List.of(Map.of("uuid", network)));
  }

  /**
   * With another field.
   *
   * @param value anything that can be written as JSON, also what a service has to refuse
   */
  public NewServer with(String field, Object value) {
    NewServer changed = new NewServer(fields);
    changed.fields.set(field, StrictJson.MAPPER.valueToTree(value));
    return changed;
  }

  public String name() {
    return fields.path("name").asText();
  }

  /** Hides the password and all else that may be a secret. */
  @Override
  public String toString() {
    return "server " + name() + " to be created";
  }
}
