package org.defcore.client.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.defcore.http.json.NeverNull;

/**
 * A key pair in the answer to its creation at 2.2. {@link #toString} hides the private key.
 *
 * @param privateKey there only if the service made the pair
 */
public record CreatedKeyPair(
    String fingerprint,
    String name,
    @JsonProperty("public_key") String publicKey,
    @JsonProperty("user_id") String userId,
    String type,
    @NeverNull @JsonProperty("private_key") Optional<String> privateKey) {

  @Override
  public String toString() {
    return "CreatedKeyPair[" + name + ", " + type + ", " + fingerprint + "]";
  }
}
