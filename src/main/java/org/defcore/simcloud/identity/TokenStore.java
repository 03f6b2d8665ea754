package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Callers;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Times;

/** The tokens that are valid now. */
public final class TokenStore implements Callers {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final String TOLD =
      """
      {"methods": %s, "audit_ids": %s, "expires_at": %s, "issued_at": %s,
       "user": {"domain": {"id": "default", "name": "Default"}, "id": %s, "name": %s,
        "password_expires_at": null}}
      """;
  private static final String SCOPE =
      """
      {"project": {"domain": {"id": "default", "name": "Default"}, "id": %s, "name": %s},
       "is_domain": false, "roles": %s}
      """;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> tokens = new ConcurrentHashMap<>();
  private final Queue<String> everIssued = new ConcurrentLinkedQueue<>();
  private final Clock clock;

  /** A token, and what its issue and its validation tell of it beside a catalogue. */
  record Issued(String id, Caller owner, Instant end, ObjectNode told) {

    @Override
    public String toString() {
      return "Issued[" + owner + "]";
    }
  }

  public TokenStore(Clock clock) {
    this.clock = clock;
  }

  /** The time of this service, in which nothing changes by itself. */
  Timing timing() {
    return Timing.instant(clock);
  }

  @Override
  public Optional<Caller> byToken(String id) {
    return find(id).map(Issued::owner);
  }

  Optional<Issued> find(String id) {
    return Optional.ofNullable(tokens.get(id)).filter(it -> it.end().isAfter(clock.instant()));
  }

  void revoke(String id) {
    tokens.remove(id);
  }

  /** Revokes all tokens that were issued to an application credential. */
  void revokeAllOf(String credential) {
    tokens
        .values()
        .removeIf(it -> it.told().at("/application_credential/id").asText().equals(credential));
  }

  void revokeAllOfUser(String user) {
    tokens.values().removeIf(it -> it.owner().userId().equals(user));
  }

  /** Issues a token for a project, or for none. */
  Issued issue(Proof proof, Optional<String> project) {
    Account account = proof.account();
    Instant now = timing().second();
    Instant end = proof.parent().map(Issued::end).orElse(now.plus(LIFE));
    List<String> audits = new ArrayList<>(List.of(random(16)));
    for (JsonNode parent : proof.parent().stream().map(Issued::told).toList()) {
      audits.add(parent.at("/audit_ids/0").asText());
    }
    ObjectNode told =
        Json.form(
            TOLD, proof.methods(), audits, time(end), time(now), account.userId(), account.name());
    project.ifPresent(it -> told.setAll(Json.form(SCOPE, it, account.name(), Accounts.roles())));
    proof.credential().ifPresent(it -> told.set("application_credential", it));
    Issued token =
        new Issued("gAAAAA" + random(120), new Caller(account.userId(), project), end, told);
    tokens.put(token.id(), token);
    everIssued.add(token.id());
    return token;
  }

  static String time(Instant moment) {
    return Times.micros(moment) + "Z";
  }

  /** The first one first, also those that are no longer valid. */
  public List<String> everIssued() {
    return List.copyOf(everIssued);
  }

  /** Fresh text that nobody can guess. */
  public String random(int bytes) {
    byte[] fresh = new byte[bytes];
    random.nextBytes(fresh);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
  }
}
