package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Receipts of logins that lack an auth method, for which the user has five minutes more. */
final class Receipts {

  private static final String HEADER = "Openstack-Auth-Receipt";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String BODY =
      """
      {"receipt": {"methods": %s, "user": {"id": %s, "name": %s,
         "domain": {"id": "default", "name": "Default"}},
        "expires_at": %s, "issued_at": %s},
       "required_auth_methods": %s}
      """;

  private record Receipt(String userId, Set<String> methods, Instant end) {}

  private final Map<String, Receipt> issued = new ConcurrentHashMap<>();
  private final TokenStore tokens;

  Receipts(TokenStore tokens) {
    this.tokens = tokens;
  }

  /**
   * The methods that the user has proven already, according to the receipt in a request.
   *
   * @return none if it has no receipt; absent if that is not a valid one of this user
   */
  Optional<Set<String>> proven(Incoming request, Account account) {
    Optional<String> id = request.header(HEADER);
    return id.isEmpty()
        ? Optional.of(Set.of())
        : id.map(issued::get)
            .filter(it -> it.userId().equals(account.userId()))
            .filter(it -> it.end().isAfter(tokens.timing().second()))
            .map(Receipt::methods);
  }

  /** The refusal that names the ways to complete a login. */
  Reply issue(Proof proof) {
    Account account = proof.account();
    Instant now = tokens.timing().second();
    Receipt receipt = new Receipt(account.userId(), proof.methods(), now.plus(LIFE));
    String id = "gAAAAA" + tokens.random(60);
    issued.put(id, receipt);
    List<List<String>> ways =
        account.rules().stream().filter(it -> !Collections.disjoint(it, proof.methods())).toList();
    ObjectNode body =
        Json.form(
            BODY,
            proof.methods(),
            account.userId(),
            account.name(),
            TokenStore.time(receipt.end()),
            TokenStore.time(now),
            ways);
    return Reply.json(401, body).with(HEADER, id);
  }
}
