package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Identified;
import org.defcore.client.Timestamp;
import org.defcore.client.Wanted;

/**
 * A credential by which a user's program logs in to one project. {@link #toString} hides the
 * secret.
 *
 * @param secret in the answer to the creation alone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApplicationCredential(
    String id,
    String name,
    @JsonProperty("expires_at") Optional<Timestamp> expiresAt,
    Optional<String> secret)
    implements Identified, TokenRequest {

  @Override
  public Wanted body() {
    Map<String, String> proof = Map.of("id", id, "secret", secret.orElse(""));
    return Wanted.nameless()
        .with(
            "auth",
            Map.of(
                "identity",
                Map.of(
                    "methods",
                    List.of("application_credential"),
                    "application_credential",
                    proof)));
  }

  @Override
  public String toString() {
    return "ApplicationCredential[" + id + "]";
  }
}
