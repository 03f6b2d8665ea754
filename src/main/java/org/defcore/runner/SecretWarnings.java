package org.defcore.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.Credentials.Method;
import org.defcore.clouds.Session;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** Warnings about secrets that cannot be masked, or not without much that is none. */
final class SecretWarnings {

  private static final int MASKED_FROM = 4;
  private static final int SHORT = 8;

  private SecretWarnings() {}

  /**
   * Lines for the terminal, never for a report: they help to guess.
   *
   * @param facts with secrets masked
   */
  static List<String> of(Session session, List<Fact> facts) {
    CloudConfig config = session.config();
    Method method = config.credentials().method();
    if (method == Method.TOKEN || method == Method.TOTP) {
      return List.of();
    }
    String secret = config.credentials().secret();
    if (secret.length() < MASKED_FROM) {
      return List.of(line(config, "is shorter than 4 characters and is not masked"));
    }
    List<String> names = namesWith(secret, session, facts);
    if (!names.isEmpty()) {
      String where = String.join(", ", names);
      return List.of(line(config, "stands in " + where + ": what holds it is masked everywhere"));
    }
    return secret.length() < SHORT
        ? List.of(line(config, "is shorter than 8 characters: words that hold it are masked"))
        : List.of();
  }

  private static List<String> namesWith(String secret, Session session, List<Fact> facts) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("the name of the cloud", session.config().name());
    names.put("the auth_url", session.config().authUrl().toString());
    names.put("the user's name", session.userName());
    names.put("the project's name", session.projectName());
    names.put("the region", session.catalogue().region());
    return Stream.concat(
            names.entrySet().stream()
                .filter(it -> it.getValue().contains(secret))
                .map(Map.Entry::getKey),
            facts.stream()
                .filter(it -> (it.name() + it.value()).contains(Secrets.MASK))
                // Those quote what was wrong, not names.
                .filter(it -> !it.name().endsWith(FactNames.unavailable("")))
                .limit(1)
                .map(it -> "the fact " + it.name()))
        .toList();
  }

  private static String line(CloudConfig config, String problem) {
    String secret =
        switch (config.credentials().method()) {
          case APPLICATION_CREDENTIAL -> "secret of the application credential";
          case OIDC_CLIENT_CREDENTIALS -> "secret of the client";
          case PASSWORD, TOKEN, TOTP, MULTIFACTOR, OIDC_PASSWORD -> "password";
        };
    return "warning: cloud '%s': the %s %s: choose a longer one that is not a name"
        .formatted(config.name(), secret, problem);
  }
}
