package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The request for a rebuild; an empty name, password or map is not sent. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rebuild(
    @JsonProperty("imageRef") String image,
    String name,
    Map<String, String> metadata,
    String adminPass) {

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
}
