package org.defcore.simcloud.compute;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/** Which servers a list is asked for. */
final class ServerFilter {

  private static final Set<String> STATUSES =
      Set.of(
          "ACTIVE",
          "BUILD",
          "ERROR",
          "HARD_REBOOT",
          "MIGRATING",
          "PASSWORD",
          "PAUSED",
          "REBOOT",
          "REBUILD",
          "RESCUE",
          "RESIZE",
          "REVERT_RESIZE",
          "SHELVED",
          "SHELVED_OFFLOADED",
          "SHUTOFF",
          "SOFT_DELETED",
          "SUSPENDED",
          "UNKNOWN",
          "VERIFY_RESIZE");

  private final Incoming request;
  private final Defects defects;
  private final Optional<Pattern> name;
  private final Optional<Pattern> address;
  private final Optional<String> status;
  private final Optional<Instant> since;

  /** Refuses what cannot be understood. */
  ServerFilter(Incoming request, Defects defects) {
    this.request = request;
    this.defects = defects;
    this.name = pattern("name");
    this.address = pattern("ip");
    this.status = status();
    this.since = since();
  }

  boolean matches(Server server) {
    ServerSpec spec = server.spec();
    return isThere(server)
        && holds(Behaviour.SERVERS_NAME_IGNORED, name, it -> named(it, spec.name()))
        && holds(Behaviour.SERVERS_IMAGE_IGNORED, request.query("image"), spec.image()::equals)
        && holds(
            Behaviour.SERVERS_FLAVOR_IGNORED, request.query("flavor"), spec.flavor().id()::equals)
        && holds(Behaviour.SERVERS_STATUS_IGNORED, status, server.state().status()::equals)
        && holds(Behaviour.SERVERS_IP_IGNORED, address, it -> hasAddress(server, it))
        && holds(Behaviour.SERVERS_CHANGES_IGNORED, since, it -> !server.updated().isBefore(it));
  }

  private <T> boolean holds(Behaviour ignored, Optional<T> wanted, Predicate<T> predicate) {
    return wanted.isEmpty() || defects.on(ignored) || predicate.test(wanted.get());
  }

  // Changes are all changes: a list of them has what was deleted since.
  private boolean isThere(Server server) {
    return !server.isDeleted() || since.isPresent() || defects.on(Behaviour.SERVERS_DELETED_LISTED);
  }

  private boolean named(Pattern pattern, String name) {
    return defects.on(Behaviour.SERVERS_NAME_ANCHORED)
        ? pattern.matcher(name).matches()
        : pattern.matcher(name).find();
  }

  private static boolean hasAddress(Server server, Pattern pattern) {
    return server.ports().stream().anyMatch(it -> pattern.matcher(it.address()).find());
  }

  private Optional<Pattern> pattern(String parameter) {
    Optional<String> text = request.query(parameter);
    try {
      return text.map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      throw bad(parameter, text.orElse(""), "regex");
    }
  }

  private Optional<String> status() {
    Optional<String> asked = request.query("status");
    boolean exact = defects.on(Behaviour.SERVERS_STATUS_CASE);
    Optional<String> status = asked.map(it -> exact ? it : it.toUpperCase(Locale.ROOT));
    if (status.equals(Optional.of("DELETED"))) {
      throw new Refusal(
          ComputeFaults.fault(403, "forbidden", "Only administrators may list deleted instances"));
    }
    boolean known = status.map(STATUSES::contains).orElse(true);
    if (!known && Microversion.of(request).atLeast(38)) {
      throw Document.bad("Invalid status value");
    }
    return status;
  }

  private Optional<Instant> since() {
    Optional<String> text = request.query("changes-since");
    try {
      return text.map(ServerFilter::instant);
    } catch (DateTimeException e) {
      if (defects.on(Behaviour.SERVERS_ANY_CHANGES)) {
        return Optional.empty();
      }
      throw bad("changes-since", text.orElse(""), "date-time");
    }
  }

  private static Instant instant(String text) {
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    // A plus sign in a query is a blank by now; without a zone it is the world's time.
    String zoned = text.replace(' ', '+');
    return OffsetDateTime.parse(zoned.matches(".*(Z|[+-]\\d\\d:?\\d\\d)") ? zoned : zoned + "Z")
        .toInstant();
  }

  private static Refusal bad(String parameter, String value, String kind) {
    return Document.bad(
        "Invalid input for query parameters %s. Value: %s. '%s' is not a '%s'"
            .formatted(parameter, value, value, kind));
  }
}
