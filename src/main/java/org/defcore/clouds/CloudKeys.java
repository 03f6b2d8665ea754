package org.defcore.clouds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.guideline.EditDistance;
import org.defcore.service.Service;

/** The settings that a cloud may have, and what is to be said of any others. */
final class CloudKeys {

  static final String INTERFACE = "_interface";
  static final String VERSION = "_api_version";
  static final String OVERRIDE = "_endpoint_override";

  /** Settings of logins, which may stand beside {@code auth} and within it. */
  private static final Set<String> ALL_LOGINS =
      Set.of(
          "auth_url",
          "default_domain",
          "default_domain_id",
          "default_domain_name",
          "domain_id",
          "domain_name");

  private static final Set<String> USER =
      Set.of("user_domain_id", "user_domain_name", "user_id", "user_name", "username");

  private static final Set<String> PROJECT =
      Set.of(
          "project_domain_id",
          "project_domain_name",
          "project_id",
          "project_name",
          "tenant_id",
          "tenant_name");

  private static final Set<String> OPEN_ID =
      Set.of(
          "access_token_endpoint",
          "access_token_type",
          "client_id",
          "client_secret",
          "discovery_endpoint",
          "identity_provider",
          "openid_scope",
          "protocol",
          "scope");

  private static final Set<String> APPLICATION_CREDENTIAL =
      Set.of(
          "application_credential_id",
          "application_credential_name",
          "application_credential_secret");

  private static final Set<String> PASSWORD = Set.of("password");
  private static final Set<String> TOKEN = Set.of("auth_token", "token");
  private static final Set<String> PASSCODE = Set.of("passcode");
  private static final Set<String> METHODS = Set.of("auth_methods");

  private static final Set<String> BESIDE =
      Set.of(
          "auth",
          "auth_plugin",
          "auth_type",
          "cacert",
          "cert",
          "endpoint_type",
          "insecure",
          "interface",
          "key",
          "networks",
          "region_name",
          "regions",
          "verify");

  private static final Set<String> OF_SOME_LOGIN =
      union(Stream.of(USER, PROJECT, OPEN_ID, APPLICATION_CREDENTIAL, PASSWORD, TOKEN));

  /** Variables that choose a cloud, and say nothing of it. */
  private static final Set<String> OF_VARIABLES =
      Set.of("cloud", "cloud_name", "client_config_file", "client_secure_file");

  private CloudKeys() {}

  /** One line for each setting that is not used, with what to do, sorted. */
  static List<String> unused(CloudSettings settings, Credentials credentials) {
    Set<String> login = of(settings, credentials);
    Set<String> lines = new TreeSet<>();
    for (String key : settings.keys()) {
      boolean known =
          login.contains(key)
              || BESIDE.contains(key)
              || isOfService(key)
              || (settings.fromEnvironment() && OF_VARIABLES.contains(key));
      if (!known) {
        lines.add(line(settings, key, remedy(key, credentials, Stream.of(login, BESIDE))));
      }
    }
    for (String key : settings.authKeys()) {
      if (BESIDE.contains(key)) {
        lines.add(line(settings, "auth." + key, "it belongs beside auth, not below it"));
      } else if (!login.contains(key)) {
        lines.add(line(settings, "auth." + key, remedy(key, credentials, Stream.of(login))));
      }
    }
    return new ArrayList<>(lines);
  }

  /** The settings that a login makes use of. */
  private static Set<String> of(CloudSettings settings, Credentials credentials) {
    boolean combined =
        settings.top("auth_type", "auth_plugin").filter("v3multifactor"::equals).isPresent();
    Stream<Set<String>> sets =
        switch (credentials.method()) {
          case PASSWORD -> Stream.of(USER, PROJECT, PASSWORD);
          case TOKEN -> Stream.of(PROJECT, TOKEN);
          case APPLICATION_CREDENTIAL ->
              credentials.applicationCredentialId().isPresent()
                  ? Stream.of(APPLICATION_CREDENTIAL)
                  : Stream.of(APPLICATION_CREDENTIAL, USER);
          case TOTP -> Stream.of(USER, PROJECT, PASSCODE);
          case MULTIFACTOR -> Stream.of(USER, PROJECT, PASSWORD, PASSCODE);
          case OIDC_PASSWORD ->
              Stream.of(OPEN_ID, PROJECT, PASSWORD, Set.of("user_name", "username"));
          case OIDC_CLIENT_CREDENTIALS -> Stream.of(OPEN_ID, PROJECT);
        };
    return union(
        Stream.concat(combined ? Stream.of(METHODS, ALL_LOGINS) : Stream.of(ALL_LOGINS), sets));
  }

  private static Set<String> union(Stream<Set<String>> sets) {
    return sets.flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** The service of a key that ends so, {@code compute_interface}. */
  static Optional<Service> service(String key, String ending) {
    return key.endsWith(ending)
        ? Service.named(key.substring(0, key.length() - ending.length()).replace('_', '-'))
        : Optional.empty();
  }

  private static boolean isOfService(String key) {
    return Stream.of(INTERFACE, VERSION, OVERRIDE).anyMatch(it -> service(key, it).isPresent());
  }

  private static String line(CloudSettings settings, String key, String remedy) {
    String name = settings.fromEnvironment() ? "OS_" + key.toUpperCase(Locale.ROOT) : key;
    return "%s: cloud '%s': %s is not used: %s"
        .formatted(settings.source(), settings.name(), name, remedy);
  }

  private static String remedy(String key, Credentials credentials, Stream<Set<String>> known) {
    return switch (key) {
      case "profile" -> "vendor profiles are not supported: set all of the cloud here";
      case "passcode" -> "it goes with auth_type v3multifactor or v3totp";
      case "auth_methods" -> "it goes with auth_type v3multifactor";
      case "system_scope" -> "a run is about one project";
      default ->
          OF_SOME_LOGIN.contains(key)
              ? "a login of kind %s does not take it"
                  .formatted(credentials.method().name().toLowerCase(Locale.ROOT))
              : nearest(key, known)
                  .map(it -> "did you mean " + it + "?")
                  .orElse("no such setting is known here");
    };
  }

  private static Optional<String> nearest(String key, Stream<Set<String>> known) {
    return known
        .flatMap(Set::stream)
        .filter(it -> EditDistance.between(key, it) <= Math.min(3, key.length() / 3))
        .min(
            Comparator.<String>comparingInt(it -> EditDistance.between(key, it))
                .thenComparing(Comparator.naturalOrder()));
  }
}
