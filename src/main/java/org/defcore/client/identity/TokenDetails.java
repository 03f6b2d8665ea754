package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.defcore.client.Timestamp;

/**
 * The parts of a token's description that claims are about; all of them need the user.
 *
 * @param project absent from a token without project scope
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TokenDetails(
    User user,
    Optional<List<String>> methods,
    @JsonProperty("issued_at") Optional<Timestamp> issuedAt,
    @JsonProperty("expires_at") Optional<Timestamp> expiresAt,
    Optional<Project> project) {

  public TokenDetails {
    methods = methods.map(List::copyOf);
  }

  /** Time from issue to expiry, if both are told. */
  public Optional<Duration> lifetime() {
    return issuedAt.flatMap(
        issued -> expiresAt.map(it -> Duration.between(issued.instant(), it.instant())));
  }

  /** The owner of a token. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record User(String id, Optional<String> name) {}

  /** The project that a token opens. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Project(String id, String name) {}
}
