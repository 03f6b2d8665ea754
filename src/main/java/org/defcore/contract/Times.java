package org.defcore.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.defcore.contract.Watch.Findings;
import org.defcore.result.remark.RemarkKind;

/** Times of a resource that cannot be, whatever clock the cloud goes by. */
final class Times {

  /** Clocks that differ by more are wrong anyhow; the cloud's need not be ours. */
  private static final Duration APART = Duration.ofHours(24);

  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Length of the day in a text of a time. */
  private static final int DAY = "2020-06-11".length();

  private Times() {}

  /**
   * The time at which the run asked for a resource.
   *
   * @param day of it, as texts of times begin
   */
  record Asked(Instant time, String day) {

    static Asked at(Instant time) {
      return new Asked(time, time.toString().substring(0, DAY));
    }
  }

  /**
   * @param thing one with times
   * @param asked absent if the run did not ask for it
   */
  static void look(Thing thing, Optional<Asked> asked, Findings findings) {
    List<String> places = thing.places(Thing.TIMES);
    String created = thing.value(places.get(0)).orElse("");
    for (String place : places.subList(1, places.size())) {
      String changed = thing.value(place).orElse(created);
      if (isBefore(changed, created)) {
        findings.add(
            RemarkKind.TIME,
            thing.at() + place,
            "expected a time after %s of %s but found %s"
                .formatted(created, places.get(0), changed));
      }
    }
    if (asked.isPresent() && isFar(asked.get(), created)) {
      findings.add(
          RemarkKind.TIME,
          thing.at() + places.get(0),
          "expected a time near %s, when it was asked for, but found %s"
              .formatted(asked.get().time, created));
    }
  }

  /** Some services write the two to another fraction of a second. */
  private static boolean isBefore(String changed, String created) {
    // Texts of one form sort as their times do, and nearly all are in order.
    boolean sorted = changed.length() == created.length() && changed.compareTo(created) >= 0;
    Optional<Instant> first = sorted ? Optional.empty() : parsed(created);
    return first.isPresent()
        && parsed(changed).filter(it -> it.isBefore(first.get().minusSeconds(1))).isPresent();
  }

  private static boolean isFar(Asked asked, String created) {
    return !created.startsWith(asked.day)
        && parsed(created)
            .filter(it -> Duration.between(asked.time, it).abs().compareTo(APART) > 0)
            .isPresent();
  }

  /**
   * Returns whether both are times and less than a second apart. Databases may drop or round the
   * fraction of a second.
   */
  static boolean same(String one, String other) {
    Optional<Instant> second = parsed(other);
    return parsed(one)
        .filter(it -> second.isPresent())
        .map(it -> Duration.between(it, second.get()).abs())
        .filter(it -> it.compareTo(SECOND) < 0)
        .isPresent();
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
