package org.defcore.capability;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A precondition of a test beyond one ordinary user in one project.
 *
 * @param detail for kinds that have one: an extension's alias, {@code compute 2.2}, a service type,
 *     a feature; empty otherwise
 */
public record Need(Kind kind, String detail) {

  /** The kinds of preconditions. */
  public enum Kind {
    /** A service type in the catalogue; detail: the type, {@code object-store}. */
    SERVICE("type"),
    /** A network API extension; detail: its alias. */
    EXTENSION("alias"),
    /** A feature that the object store announces; detail: its name there. */
    FEATURE("name"),
    /** A type of resource that the orchestration service has; detail: its name there. */
    RESOURCE_TYPE("name"),
    /** The name of the tag that hides stacks. */
    HIDING_TAG(""),
    /** A microversion; detail: service type and version, {@code compute 2.2}, or a window. */
    MICROVERSION("service and version"),
    /** An image that the project can boot. */
    IMAGE(""),
    /** A second such image. */
    SECOND_IMAGE(""),
    /** A flavor. */
    FLAVOR(""),
    /** A second flavor, larger or equal. */
    SECOND_FLAVOR(""),
    /** A network for instances. */
    NETWORK(""),
    /** A network marked external. */
    EXTERNAL_NETWORK(""),
    /** A login by user name and password; tokens and application credentials are not enough. */
    PASSWORD(""),
    /** A user of a second project. */
    SECOND_PROJECT(""),
    /** A user whose password tests may change and lock. */
    DISPOSABLE_USER(""),
    /** A declared number of last passwords which a new one must differ from. */
    PASSWORD_HISTORY(""),
    /** A declared number of wrong passwords that lock a user for a while. */
    LOCKOUT(""),
    /** A login into the guest. */
    GUEST_ACCESS(""),
    /** Rights that an ordinary user lacks. */
    ADMIN(""),
    /** Rights over all accounts of an object store. */
    RESELLER_ADMIN(""),
    /** A setting of the service that the API does not announce; detail: which. */
    SETTING("which"),
    /** A domain below which the project may make DNS zones. */
    ZONE_PARENT(""),
    /** Room in the quota of block storage; detail: resource and amount, {@code volumes 3}. */
    QUOTA("resource and amount");

    /** The meaning of the detail; empty for a kind that has none. */
    private final String hint;

    Kind(String hint) {
      this.hint = hint;
    }

    /** {@code second-project} */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

  /** The words that {@link #parse} takes, for messages. */
  static final String FORMS =
      Arrays.stream(Kind.values())
          .map(it -> it.word() + (it.hint.isEmpty() ? "" : " <" + it.hint + ">"))
          .collect(Collectors.joining(", "));

  /** Reads {@code second-project} or {@code microversion compute 2.2}. */
  public static Optional<Need> parse(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    String detail = parts.length > 1 ? parts[1] : "";
    return Arrays.stream(Kind.values())
        .filter(it -> it.word().equals(parts[0]) && it.hint.isEmpty() == detail.isEmpty())
        .findFirst()
        .map(kind -> new Need(kind, detail));
  }

  /** Returns whether one microversion is another one or a later one; not if one is none. */
  public static boolean atLeast(String highest, String asked) {
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

  @Override
  public String toString() {
    return detail.isEmpty() ? kind.word() : kind.word() + " " + detail;
  }
}
