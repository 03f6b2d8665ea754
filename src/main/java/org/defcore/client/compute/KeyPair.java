package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;

/** A key pair read by name at 2.2; the three times are always told, if only as null. */
public record KeyPair(
    @JsonProperty("public_key") String publicKey,
    String name,
    String fingerprint,
    @JsonProperty("user_id") String userId,
    boolean deleted,
    @AlwaysPresent @JsonProperty("created_at") Optional<Timestamp> createdAt,
    @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
    @AlwaysPresent @JsonProperty("deleted_at") Optional<Timestamp> deletedAt,
    long id,
    String type) {}
