package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.defcore.client.Timestamp;

/**
 * A key pair read by name at 2.2.
 *
 * @param updatedAt a time or null, and always there; so is {@code deletedAt}, so is {@code
 *     createdAt}
 */
public record KeyPair(
    @JsonProperty("public_key") String publicKey,
    String name,
    String fingerprint,
    @JsonProperty("user_id") String userId,
    boolean deleted,
    @JsonProperty("created_at") JsonNode createdAt,
    @JsonProperty("updated_at") JsonNode updatedAt,
    @JsonProperty("deleted_at") JsonNode deletedAt,
    long id,
    String type) {

  public KeyPair {
    Timestamp.requireTimeOrNull(createdAt);
    Timestamp.requireTimeOrNull(updatedAt);
    Timestamp.requireTimeOrNull(deletedAt);
  }
}
