package org.defcore.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date and time in the ISO 8601 form of the APIs, seconds included; without an offset it is UTC.
 */
public record Timestamp(@JsonValue String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)"
              + "(Z|[+-]\\d{2}(?::?\\d{2})?)?");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Timestamp {
    parse(text);
  }

  /** The time of that text; nothing if it is none. */
  public static Optional<Timestamp> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Timestamp(text)) : Optional.empty();
  }

  public Instant instant() {
    return parse(text);
  }

  private static Instant parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected an ISO 8601 time but found \"" + text + "\"");
    }
    String offset = matcher.group(2);
    try {
      LocalDateTime local = LocalDateTime.parse(matcher.group(1));
      return local.toInstant(offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected an ISO 8601 time but found \"" + text + "\"", e);
    }
  }
}
