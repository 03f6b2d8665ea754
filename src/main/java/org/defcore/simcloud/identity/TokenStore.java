package org.defcore.simcloud.identity;

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

/** The tokens that are valid now. */
public final class TokenStore implements Callers {

  private static final Duration LIFE = Duration.ofHours(1);

  private final SecureRandom random = new SecureRandom();
  private final Map<String, IssuedToken> tokens = new ConcurrentHashMap<>();
  private final Queue<String> everIssued = new ConcurrentLinkedQueue<>();
  private final Clock clock;

  public TokenStore(Clock clock) {
    this.clock = clock;
  }

  /** The time of this service, in which nothing changes by itself. */
  Timing timing() {
    return Timing.instant(clock);
  }

  @Override
  public Optional<Caller> byToken(String id) {
    return find(id).map(it -> new Caller(it.account().userId(), it.projectId()));
  }

  Optional<IssuedToken> find(String id) {
    return Optional.ofNullable(tokens.get(id))
        .filter(it -> it.expiresAt().isAfter(clock.instant()));
  }

  void revoke(String id) {
    tokens.remove(id);
  }

  /** Revokes all tokens that were issued to an application credential. */
  void revokeAllOf(String credential) {
    tokens
        .values()
        .removeIf(
            it ->
                it.credential()
                    .filter(by -> by.path("id").asText().equals(credential))
                    .isPresent());
  }

  IssuedToken issue(Login.Identity identity, Optional<String> project) {
    Instant now = timing().second();
    List<String> audits = new ArrayList<>(List.of(random(16)));
    identity.parent().map(it -> it.auditIds().get(0)).ifPresent(audits::add);
    IssuedToken token =
        new IssuedToken(
            "gAAAAA" + random(120),
            identity.account(),
            project,
            identity.methods(),
            audits,
            now,
            identity.parent().map(IssuedToken::expiresAt).orElse(now.plus(LIFE)),
            identity.credential());
    tokens.put(token.id(), token);
    everIssued.add(token.id());
    return token;
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
