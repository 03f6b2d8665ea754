package org.defcore.guideline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That a guideline was approved, whether or not a later one took its place since.
 *
 * @param id of the guideline
 * @param series what follow one another have in common: empty for the platform's, {@code dns} for
 *     those of an add-on
 * @param on the day that the file says, or the first of the month if it only says that
 */
public record Approval(String id, String series, LocalDate on) {

  private static final Set<String> WORDS = Set.of("approved", "superseded");
  private static final Pattern DAY = Pattern.compile("(\\d{4})[.-](\\d\\d)(?:[.-](\\d\\d))?$");
  private static final Pattern CYCLE = Pattern.compile("\\.?(?:\\d{4}\\.\\d\\d|next)$");

  /** Absent for a draft, and for a guideline that does not say when it was approved. */
  public static Optional<Approval> of(Guideline guideline) {
    return given(guideline)
        ? day(guideline).map(it -> new Approval(guideline.id(), series(guideline.id()), it))
        : Optional.empty();
  }

  /** Whether it ever was, at whatever time. */
  public static boolean given(Guideline guideline) {
    return WORDS.contains(guideline.approval());
  }

  /** What a guideline has in common with those before and after it; empty for the platform's. */
  public static String series(String id) {
    return CYCLE.matcher(id).replaceFirst("");
  }

  /** As planned, since files say no other; else the cycle that the id is named after. */
  private static Optional<LocalDate> day(Guideline guideline) {
    return Stream.concat(guideline.annex().targetApproval().stream(), Stream.of(guideline.id()))
        .flatMap(it -> day(it).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.find()) {
      return Optional.empty();
    }
    String inMonth = day.group(3) == null ? "01" : day.group(3);
    try {
      return Optional.of(LocalDate.parse(day.group(1) + "-" + day.group(2) + "-" + inMonth));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
