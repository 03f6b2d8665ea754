package org.defcore.clouds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.defcore.guideline.EditDistance;
import org.defcore.service.Service;

/** The settings that a cloud may have, and what is to be said of any others. */
final class CloudKeys {

  static final String INTERFACE = "_interface";
  static final String VERSION = "_api_version";
  static final String OVERRIDE = "_endpoint_override";

  /** Settings that may stand beside {@code auth} and within it. */
  private static final Set<String> LOGIN =
      Set.of(
          "application_credential_id",
          "application_credential_name",
          "application_credential_secret",
          "auth_token",
          "auth_url",
          "default_domain",
          "default_domain_id",
          "default_domain_name",
          "domain_id",
          "domain_name",
          "password",
          "project_domain_id",
          "project_domain_name",
          "project_id",
          "project_name",
          "tenant_id",
          "tenant_name",
          "token",
          "user_domain_id",
          "user_domain_name",
          "user_id",
          "user_name",
          "username");

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

  /** Variables that choose a cloud, and say nothing of it. */
  private static final Set<String> OF_VARIABLES =
      Set.of("cloud", "cloud_name", "client_config_file", "client_secure_file");

  private CloudKeys() {}

  /** One line for each setting that is not used, with what to do, sorted. */
  static List<String> unused(CloudSettings settings) {
    Set<String> lines = new TreeSet<>();
    for (String key : settings.keys()) {
      boolean known =
          LOGIN.contains(key)
              || BESIDE.contains(key)
              || isOfService(key)
              || (settings.fromEnvironment() && OF_VARIABLES.contains(key));
      if (!known) {
        lines.add(line(settings, key, remedy(key, Stream.of(LOGIN, BESIDE))));
      }
    }
    for (String key : settings.authKeys()) {
      if (BESIDE.contains(key)) {
        lines.add(line(settings, "auth." + key, "it belongs beside auth, not below it"));
      } else if (!LOGIN.contains(key)) {
        lines.add(line(settings, "auth." + key, remedy(key, Stream.of(LOGIN))));
      }
    }
    return new ArrayList<>(lines);
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

  private static String remedy(String key, Stream<Set<String>> known) {
    return switch (key) {
      case "profile" -> "vendor profiles are not supported: set all of the cloud here";
      case "passcode" -> "one-time codes are not supported: use an application credential";
      case "system_scope" -> "a run is about one project";
      default ->
          known
              .flatMap(Set::stream)
              .filter(it -> EditDistance.between(key, it) <= Math.min(3, key.length() / 3))
              .min(
                  Comparator.<String>comparingInt(it -> EditDistance.between(key, it))
                      .thenComparing(Comparator.naturalOrder()))
              .map(it -> "did you mean " + it + "?")
              .orElse("no such setting is known here");
    };
  }
}
