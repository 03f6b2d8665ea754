package org.defcore.simcloud.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The passwords that users have and had, and the wrong ones in a row. */
final class Passwords {

  private static final String REPEATED =
      "The new password cannot be identical to a previous password. The total number which includes"
          + " the new password must be unique is %d.";

  /** The newest password is the last. */
  private final Map<String, List<String>> used = new HashMap<>();

  private final Map<String, Failures> failures = new HashMap<>();
  private final Accounts accounts;
  private final TokenStore tokens;
  private final Defects defects;

  private record Failures(int count, Instant last) {}

  Passwords(Accounts accounts, TokenStore tokens, Defects defects) {
    this.defects = defects;
    this.accounts = accounts;
    this.tokens = tokens;
    accounts.all().forEach(it -> used.put(it.userId(), new ArrayList<>(List.of(it.password()))));
  }

  /** The change of a password needs no token, as the old password is the proof. */
  List<Operation> operations() {
    return List.of(
        Operation.open("identity.password.change", "POST /v3/users/{user}/password", this::change));
  }

  /** A line for each password that is not the first one. */
  synchronized List<String> changed() {
    return accounts.all().stream()
        .filter(it -> !current(it).equals(it.password()))
        .map(it -> "password " + it.userId() + " " + it.name())
        .toList();
  }

  /** Returns whether that is the password of a user who is not locked. */
  synchronized boolean isRight(Account account, String password) {
    PasswordRules rules = account.passwordRules();
    Instant now = tokens.timing().clock().instant();
    Failures before = failures.getOrDefault(account.userId(), new Failures(0, now));
    boolean full = before.count() >= rules.attempts() && !defects.on(IdentityDefect.NO_LOCKOUT);
    boolean locked = full && !now.isAfter(before.last().plus(rules.lock()));
    if (locked || (full && defects.on(IdentityDefect.ENDLESS_LOCKOUT))) {
      return false;
    }
    failures.remove(account.userId());
    List<String> own = own(account);
    int valid = defects.on(IdentityDefect.OLD_STAYS) ? 2 : 1;
    boolean right = newest(own, valid).contains(password);
    if (!right) {
      failures.put(account.userId(), new Failures(full ? 1 : before.count() + 1, now));
    }
    return right;
  }

  private String current(Account account) {
    List<String> own = own(account);
    return own.get(own.size() - 1);
  }

  private static List<String> newest(List<String> all, int count) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private List<String> own(Account account) {
    return used.getOrDefault(account.userId(), List.of());
  }

  private synchronized Reply change(Incoming request) throws IOException {
    JsonNode asked = request.sent("user");
    Optional<Account> account =
        accounts
            .user(Json.object().put("id", request.part("user")))
            .filter(it -> isRight(it, asked.path("original_password").asText()));
    if (account.isEmpty()) {
      throw new Refusal(IdentityFaults.unauthorized(request.base()));
    }
    String password = asked.path("password").asText();
    List<String> own = own(account.get());
    int history = account.get().passwordRules().history();
    int kept = defects.on(IdentityDefect.SHORT_HISTORY) ? Math.min(history, 1) : history;
    if (newest(own, kept).contains(password)) {
      throw IdentityFaults.refusal(400, REPEATED.formatted(history));
    }
    own.add(password);
    if (!defects.on(IdentityDefect.TOKENS_STAY)) {
      tokens.revokeAllOfUser(account.get().userId());
    }
    return Reply.empty(204);
  }
}
