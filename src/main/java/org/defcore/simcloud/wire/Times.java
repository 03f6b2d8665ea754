package org.defcore.simcloud.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The spellings of a moment that the services use. */
public final class Times {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** {@code 2026-01-31T12:00:00Z} */
  public static String seconds(Instant moment) {
    return SECONDS.format(moment);
  }

  /** {@code 2026-01-31T12:00:00.000000}, without a zone */
  public static String micros(Instant moment) {
    return MICROS.format(moment);
  }

  /**
   * The moment of a text in UTC, with or without its zone {@code Z}.
   *
   * @throws java.time.format.DateTimeParseException if it is none
   */
  public static Instant ofText(String text) {
    return Instant.parse(text.endsWith("Z") ? text : text + "Z");
  }

  /** {@code Sat, 31 Jan 2026 12:00:00 GMT} */
  public static String http(Instant moment) {
    return HTTP.format(moment);
  }
}
