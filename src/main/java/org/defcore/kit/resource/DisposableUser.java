package org.defcore.kit.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.PasswordLogin;
import org.defcore.client.identity.Token;
import org.defcore.clouds.CloudConfig;
import org.defcore.http.redact.Secrets;

/**
 * The user whose password tests may change. A new password is made of the one in clouds.yaml and of
 * a name in the ledger: whoever has both knows it, and neither alone tells it. Names end in a
 * number that counts the changes, from 1; no name stands for the password in clouds.yaml.
 */
public final class DisposableUser {

  /** The place where a name is written before its password is used, and crossed out later. */
  public interface Names {

    void intend(String name);

    void absent(String name);
  }

  private static final int MOST_BETWEEN = 24;

  private final CloudConfig config;
  private final Set<String> others;
  private final Secrets secrets;
  private final Names names;

  /** The name of the password that was right the last time; absent before any was. */
  private Optional<String> known = Optional.empty();

  /** The name of a password that is right, and whose it is. */
  private record Right(String name, String userId) {}

  /**
   * @param others ids of the users whose password nobody may change
   */
  public DisposableUser(CloudConfig config, Set<String> others, Secrets secrets, Names names) {
    this.config = config;
    this.others = Set.copyOf(others);
    this.secrets = secrets;
    this.names = names;
  }

  /** The name of the user's cloud in clouds.yaml. */
  public String cloud() {
    return config.name();
  }

  public Set<String> others() {
    return others;
  }

  /** The password of a name, which is shown nowhere from now on. */
  public String password(String name) {
    String old = config.credentials().secret();
    if (name.isEmpty()) {
      return old;
    }
    String made = "Aa1-" + digits(old, name).substring(0, 32);
    secrets.add(made);
    return made;
  }

  /** Notes that the password was changed to that of a name, so that no wrong one is tried. */
  public synchronized void changedTo(String name) {
    known = Optional.of(name);
  }

  /** A login with the password of a name. */
  public PasswordLogin login(String name) {
    return PasswordLogin.configured(config.credentials(), password(name));
  }

  /** The way to the password of a name, for people. */
  private String told(String name) {
    return "201 with the password Aa1- and the first 32 digits of HMAC-SHA256 of \"%s\", keyed with the one of cloud %s"
        .formatted(name, cloud());
  }

  /** One look at the password: it is gone where that in clouds.yaml is right. */
  synchronized Sight see(IdentityClient identity, String name) {
    return right(identity, name)
        .map(
            it ->
                it.name().isEmpty()
                    ? Sight.GONE
                    : new Sight(Sight.Presence.THERE, told(it.name()), name))
        .orElseGet(() -> Sight.untold("401 with each password of cloud " + cloud()));
  }

  /**
   * Sets back the password in clouds.yaml, with others in between if it is refused as one of the
   * last. Gives 404 if it is right already, and 202 if it could not be set back.
   */
  synchronized int setBack(IdentityClient identity, String name) {
    Optional<Right> right = right(identity, name);
    if (right.filter(it -> it.name().isEmpty()).isPresent()) {
      return 404;
    }
    List<String> between = new ArrayList<>();
    for (int i = 0; right.isPresent() && i <= MOST_BETWEEN; i++) {
      if (changes(identity, right.get(), "")) {
        between.forEach(names::absent);
        return 204;
      }
      String from = right.get().name();
      String next = stem(from) + "." + (count(from) + 1);
      names.intend(next);
      between.add(next);
      if (!changes(identity, right.get(), next)) {
        return 202;
      }
      right = Optional.of(new Right(next, right.get().userId()));
    }
    return 202;
  }

  private boolean changes(IdentityClient identity, Right from, String to) {
    boolean changed =
        identity.changePasswordUnlessRefused(from.userId(), password(from.name()), password(to));
    if (changed) {
      changedTo(to);
    }
    return changed;
  }

  /**
   * The password that is right when the last change was to that of a name: one that was set back,
   * that of the name, or that before it. No more are tried, as wrong ones may lock the user.
   */
  private Optional<Right> right(IdentityClient identity, String name) {
    String before = count(name) > 1 ? stem(name) + "." + (count(name) - 1) : "";
    return Stream.concat(known.stream(), Stream.of("", name, before))
        .distinct()
        .flatMap(it -> login(identity, it).stream())
        .findFirst();
  }

  private Optional<Right> login(IdentityClient identity, String name) {
    Optional<Right> right =
        identity
            .findToken(login(name))
            .map(Token.Issued::token)
            .map(it -> new Right(name, it.details().user().id()));
    known = right.map(Right::name).or(() -> known);
    return right;
  }

  private static String digits(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has this algorithm", e);
    }
  }

  private static String stem(String name) {
    return name.replaceFirst("\\.\\d+$", "");
  }

  private static int count(String name) {
    return Integer.parseInt(name.replaceFirst(".*\\.(?=\\d{1,6}$)", "0"));
  }
}
