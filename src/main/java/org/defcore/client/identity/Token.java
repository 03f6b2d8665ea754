package org.defcore.client.identity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.client.Timestamp;
import org.defcore.http.Answer;
import org.defcore.http.json.Envelope;

/**
 * The description of a token, as its issue and its validation both give it.
 *
 * @param contents every field but {@code roles}, for comparing two answers
 * @param roles apart, since their order means nothing; empty without scope
 */
public record Token(Details details, JsonNode contents, Set<JsonNode> roles) {

  public Token {
    contents = contents.deepCopy();
    roles = Set.copyOf(roles);
  }

  /**
   * The parts of a token's description that claims are about; all of them need the user.
   *
   * @param project absent from a token without project scope
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Details(
      User user,
      Optional<List<String>> methods,
      @JsonProperty("issued_at") Optional<Timestamp> issuedAt,
      @JsonProperty("expires_at") Optional<Timestamp> expiresAt,
      Optional<Project> project) {

    public Details {
      methods = methods.map(List::copyOf);
    }

    /** The owner of a token. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record User(String id, Optional<String> name) {}

    /** The project that a token opens. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Project(String id, String name) {}
  }

  /**
   * A token as it was issued. {@link #toString} hides the token itself.
   *
   * @param id the token itself, from the header {@code X-Subject-Token}
   */
  public record Issued(String id, Token token) {

    @Override
    public String toString() {
      return "Issued[" + token + "]";
    }
  }

  static Token of(Answer answer) {
    Details details = answer.one("token", Details.class, Envelope.OPEN);
    ObjectNode contents = answer.json().path("token").deepCopy();
    Set<JsonNode> roles = contents.path("roles").valueStream().collect(Collectors.toSet());
    return new Token(details, contents.without("roles"), roles);
  }
}
