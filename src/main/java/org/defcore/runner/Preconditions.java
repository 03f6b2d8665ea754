package org.defcore.runner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defcore.capability.Need;

/**
 * What a cloud and its configuration offer to tests, so that a test whose needs are not met is
 * skipped before it creates anything.
 *
 * @param facts what was discovered, by name
 * @param services service types that can be reached
 * @param password whether the user logs in by password
 * @param secondProject whether a user of a second project is configured
 * @param guestAccess whether the user says how guests are logged in to
 */
public record Preconditions(
    Map<String, String> facts,
    Set<String> services,
    boolean password,
    boolean secondProject,
    boolean guestAccess) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  public Preconditions {
    facts = Map.copyOf(facts);
    services = Set.copyOf(services);
  }

  /**
   * Says what is missing.
   *
   * @return one line for people; empty if the need is met, or can only be found out by the test
   */
  Optional<String> missing(Need need) {
    String detail = need.detail();
    return switch (need.kind()) {
      case SERVICE -> unless(services.contains(detail), "the cloud offers no service " + detail);
      case EXTENSION ->
          unless(
              facts.containsKey("network.extension." + detail),
              "the network service has no extension " + detail);
      case MICROVERSION -> microversion(detail);
      case IMAGE -> fact("image.id", "the project sees no image that is active");
      case SECOND_IMAGE -> fact("second-image.id", "the project sees no second active image");
      case FLAVOR -> fact("flavor.id", "the project sees no flavor");
      case SECOND_FLAVOR -> fact("second-flavor.id", "the project sees no second flavor");
      case NETWORK -> fact("network.id", "the project sees no network for instances");
      case EXTERNAL_NETWORK -> fact("external-network.id", "the project sees no external network");
      case PASSWORD ->
          unless(
              password, "the configured user does not log in by password: use auth_type password");
      case SECOND_PROJECT ->
          unless(
              secondProject,
              "no user of a second project is configured: name its cloud with --second-cloud");
      case GUEST_ACCESS ->
          unless(
              guestAccess,
              "nothing says that guests can be logged in to: name their user with --guest-ssh");
      case ADMIN -> Optional.of("needs admin rights, which no test is given");
      case RESELLER_ADMIN ->
          Optional.of("needs rights over all accounts of the object store, which no test is given");
      case SETTING -> Optional.empty();
    };
  }

  private Optional<String> fact(String name, String otherwise) {
    return unless(facts.containsKey(name), otherwise);
  }

  private Optional<String> microversion(String detail) {
    String[] parts = detail.split(" ", 2);
    String highest = facts.getOrDefault(parts[0] + ".microversion.max", "");
    return unless(
        atLeast(highest, parts[parts.length - 1]),
        "needs microversion "
            + detail
            + " but the highest is "
            + (highest.isEmpty() ? "unknown" : highest));
  }

  private static boolean atLeast(String highest, String asked) {
    Matcher found = VERSION.matcher(highest);
    Matcher needed = VERSION.matcher(asked);
    if (!found.matches() || !needed.matches()) {
      return false;
    }
    int major = Integer.compare(number(found, 1), number(needed, 1));
    return major > 0 || (major == 0 && number(found, 2) >= number(needed, 2));
  }

  private static int number(Matcher version, int part) {
    return Integer.parseInt(version.group(part));
  }

  private static Optional<String> unless(boolean met, String otherwise) {
    return met ? Optional.empty() : Optional.of(otherwise);
  }
}
