package org.defcore.guideline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The approval of a guideline, which a later one may have superseded.
 *
 * @param id of the guideline
 * @param series common part of the ids of successive guidelines: empty for the platform, {@code
 *     dns} for that add-on
 * @param on the day in the file, or the first of the month if the file names only a month
 */
public record Approval(String id, String series, LocalDate on) {

  private static final Set<String> WORDS = Set.of("approved", "superseded");
  private static final Pattern DAY = Pattern.compile("(\\d{4})[.-](\\d\\d)(?:[.-](\\d\\d))?$");
  private static final Pattern CYCLE = Pattern.compile("\\.?(?:\\d{4}\\.\\d\\d|next)$");

  /** Absent for a draft, and for a guideline without a date of approval. */
  public static Optional<Approval> of(Guideline guideline) {
    return of(guideline.id(), guideline.approval(), guideline.annex().targetApproval());
  }

  /**
   * Absent for a draft, and for a guideline without a date of approval.
   *
   * @param word the file's own status word
   * @param planned the planned day, as files have no other; without it the cycle in the id counts
   */
  public static Optional<Approval> of(String id, String word, Optional<String> planned) {
    return Stream.concat(planned.stream(), Stream.of(id))
        .filter(it -> WORDS.contains(word))
        .flatMap(it -> day(it).stream())
        .findFirst()
        .map(it -> new Approval(id, series(id), it));
  }

  /** Returns whether the guideline was approved at any time. */
  public static boolean given(Guideline guideline) {
    return WORDS.contains(guideline.approval());
  }

  /** The common part of the ids of successive guidelines; empty for the platform. */
  public static String series(String id) {
    return CYCLE.matcher(id).replaceFirst("");
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
