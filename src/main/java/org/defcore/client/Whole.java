package org.defcore.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * All fields of a resource, whatever they are, but those that the cloud may add or change later.
 */
public record Whole(@JsonValue ObjectNode fields) implements Identified {

  private static final List<String> LATER = List.of("extra_dhcp_opts", "created_at", "updated_at");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Whole {
    if (!fields.path("id").isTextual()) {
      throw new IllegalArgumentException("id: expected a text but found none");
    }
    fields = fields.deepCopy().remove(LATER);
  }

  @Override
  public String id() {
    return text("id");
  }

  /** The value of a field; empty if it is not there. */
  public String text(String field) {
    return fields.path(field).asText();
  }
}
