package org.defcore.client.compute;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a rebuilt server is to have; an empty name, password or map is not sent. */
public record Rebuild(String image, String name, Map<String, String> metadata, String adminPass) {

  public Rebuild {
    metadata = Map.copyOf(metadata);
  }

  /** Another image, everything else as it was. */
  public static Rebuild from(String image) {
    return new Rebuild(image, "", Map.of(), "");
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "Rebuild[" + image + ", " + name + ", " + metadata + "]";
  }

  /** What the action {@code rebuild} takes. */
  ObjectNode fields() {
    ObjectNode fields = JsonNodeFactory.instance.objectNode().put("imageRef", image);
    putUnlessEmpty(fields, "name", name);
    putUnlessEmpty(fields, "adminPass", adminPass);
    if (!metadata.isEmpty()) {
      fields.set("metadata", Metadata.json(metadata));
    }
    return fields;
  }

  private static void putUnlessEmpty(ObjectNode fields, String field, String value) {
    if (!value.isEmpty()) {
      fields.put(field, value);
    }
  }
}
