package org.defcore.client;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.http.json.StrictJson;

/** The fields of something to ask a service for; each change gives a new one. */
public record Wanted(@JsonValue ObjectNode fields) {

  public Wanted {
    fields = fields.deepCopy();
  }

  /** Without any field yet. */
  public static Wanted nameless() {
    return new Wanted(JsonNodeFactory.instance.objectNode());
  }

  /** With a field {@code name} and no other yet. */
  public static Wanted named(String name) {
    return nameless().with("name", name);
  }

  /**
   * With another field, or another value of one.
   *
   * @param value anything that can be written as JSON, also what a service has to refuse
   */
  public Wanted with(String field, Object value) {
    Wanted changed = new Wanted(fields);
    changed.fields.set(field, StrictJson.MAPPER.valueToTree(value));
    return changed;
  }

  public String name() {
    return fields.path("name").asText();
  }

  /** The name alone: another field may be a secret. */
  @Override
  public String toString() {
    return "Wanted[" + name() + "]";
  }
}
