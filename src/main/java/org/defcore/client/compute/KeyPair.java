package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.http.json.AlwaysPresent;
import org.defcore.http.json.NeverNull;

/** A key pair read by name at 2.2; the three times are always told, if only as null. */
public record KeyPair(
    @JsonUnwrapped ListedWithType listed,
    @JsonProperty("user_id") String userId,
    boolean deleted,
    @AlwaysPresent @JsonProperty("created_at") Optional<Timestamp> createdAt,
    @AlwaysPresent @JsonProperty("updated_at") Optional<Timestamp> updatedAt,
    @AlwaysPresent @JsonProperty("deleted_at") Optional<Timestamp> deletedAt,
    long id) {

  /** An entry of the list, which wraps its pair once more. */
  public record Item(Listed keypair) {}

  /** A key pair in the list. */
  public record Listed(
      @JsonProperty("public_key") String publicKey, String name, String fingerprint) {}

  /** An entry of the list at 2.2. */
  public record ItemWithType(ListedWithType keypair) {}

  /** A key pair in the list at 2.2. */
  public record ListedWithType(@JsonUnwrapped Listed pair, String type) {}

  /**
   * A key pair in the answer to its creation. {@link #toString} hides the private key.
   *
   * @param privateKey there only if the service made the pair
   */
  public record Created(
      @JsonUnwrapped Listed pair,
      @JsonProperty("user_id") String userId,
      @NeverNull @JsonProperty("private_key") Optional<String> privateKey)
      implements Identified {

    /** Its name, under which it is found. */
    @Override
    public String id() {
      return pair.name();
    }

    @Override
    public String toString() {
      return "key pair " + id() + " with fingerprint " + pair.fingerprint();
    }
  }

  /** A key pair in the answer to its creation at 2.2. */
  public record CreatedWithType(@JsonUnwrapped Created created, String type) implements Identified {

    @Override
    public String id() {
      return created.id();
    }
  }
}
