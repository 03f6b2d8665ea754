package org.defcore.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.defcore.contract.Watch.Findings;
import org.defcore.http.message.Exchange;
import org.defcore.result.remark.RemarkKind;

/** Times of a resource that cannot be, whatever clock the cloud goes by. */
final class Times {

  /** Clocks that differ by more are wrong anyhow; the cloud's need not be ours. */
  private static final Duration APART = Duration.ofHours(24);

  private Times() {}

  /**
   * @param asked when the run asked for it, if it did
   */
  static void look(Thing thing, Exchange exchange, Optional<Instant> asked, Findings findings) {
    List<String> places = thing.places(Thing.TIMES);
    if (places.isEmpty()) {
      return;
    }
    String created = places.get(0);
    Optional<Instant> first = time(thing, created);
    if (first.isEmpty()) {
      return;
    }
    for (String place : places.subList(1, places.size())) {
      // Some services write the two to another fraction of a second.
      if (time(thing, place).filter(it -> it.isBefore(first.get().minusSeconds(1))).isPresent()) {
        findings.add(
            RemarkKind.TIME,
            thing.at() + place,
            "expected a time after %s of %s but found %s"
                .formatted(thing.value(created).orElse(""), created, text(thing, place)));
      }
    }
    if (asked.filter(it -> isFar(it, first.get())).isPresent()) {
      findings.add(
          RemarkKind.TIME,
          thing.at() + created,
          "expected a time near %s, when it was asked for, but found %s"
              .formatted(asked.get(), text(thing, created)));
    }
  }

  private static boolean isFar(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(APART) > 0;
  }

  /** Returns whether both are times, of the same second: databases may drop what is beyond it. */
  static boolean same(String one, String other) {
    Optional<Instant> first = parsed(one).map(it -> it.truncatedTo(ChronoUnit.SECONDS));
    return first.isPresent()
        && first.equals(parsed(other).map(it -> it.truncatedTo(ChronoUnit.SECONDS)));
  }

  private static String text(Thing thing, String place) {
    return thing.value(place).orElse("");
  }

  private static Optional<Instant> time(Thing thing, String place) {
    return thing.value(place).flatMap(Times::parsed);
  }

  private static Optional<Instant> parsed(String text) {
    try {
      boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
