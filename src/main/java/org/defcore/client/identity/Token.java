package org.defcore.client.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.defcore.http.Answer;
import org.defcore.http.json.Envelope;

/**
 * The description of a token, as its issue and its validation both give it.
 *
 * @param contents every field but {@code roles}, for comparing two answers
 * @param roles apart, since their order means nothing; empty without scope
 */
public record Token(TokenDetails details, Map<String, JsonNode> contents, Set<JsonNode> roles) {

  public Token {
    contents = Collections.unmodifiableMap(new TreeMap<>(contents));
    roles = Set.copyOf(roles);
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
    TokenDetails details = answer.one("token", TokenDetails.class, Envelope.OPEN);
    Map<String, JsonNode> contents = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : answer.json().path("token").properties()) {
      contents.put(field.getKey(), field.getValue());
    }
    contents.remove("roles");
    Set<JsonNode> roles = new HashSet<>();
    answer.json().path("token").path("roles").forEach(roles::add);
    return new Token(details, contents, roles);
  }
}
