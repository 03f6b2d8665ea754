package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;

/**
 * The parts of a token's description that claims are about.
 *
 * @param project absent from a token without project scope
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TokenDetails(
    List<String> methods,
    TokenUser user,
    @JsonProperty("issued_at") Timestamp issuedAt,
    @JsonProperty("expires_at") Timestamp expiresAt,
    Optional<TokenProject> project) {

  public TokenDetails {
    methods = List.copyOf(methods);
  }
}
