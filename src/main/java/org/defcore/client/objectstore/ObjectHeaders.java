package org.defcore.client.objectstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.defcore.http.Answer;

/**
 * The headers of an object.
 *
 * @param answered by the cloud's own clock
 * @param deleteAt when the object is to expire
 */
public record ObjectHeaders(Instant answered, String etag, Optional<Instant> deleteAt) {

  /** Headers of every answer with an object. */
  private static final List<String> REQUIRED =
      List.of("Content-Type", "Last-Modified", "X-Trans-Id");

  private static final Pattern ETAG = Pattern.compile("[0-9A-Za-z]+");
  private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}(\\.\\d+)?");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  static ObjectHeaders of(Answer answer) {
    for (String name : REQUIRED) {
      if (answer.requiredHeader(name).isBlank()) {
        throw answer.unexpected("header " + name, "a blank one");
      }
    }
    required(answer, "X-Timestamp", TIMESTAMP, "seconds since 1970");
    return new ObjectHeaders(
        date(answer),
        required(answer, "ETag", ETAG, "letters and digits"),
        answer
            .header("X-Delete-At")
            .map(it -> checked(answer, "X-Delete-At", it, SECONDS, "whole seconds since 1970"))
            .map(it -> Instant.ofEpochSecond(Long.parseLong(it))));
  }

  /** Time of the answer by the cloud's own clock. */
  static Instant date(Answer answer) {
    String date = answer.requiredHeader("Date");
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw answer.unexpected("an HTTP date in header Date", "\"" + date + "\"");
    }
  }

  private static String required(Answer answer, String name, Pattern form, String what) {
    return checked(answer, name, answer.requiredHeader(name), form, what);
  }

  private static String checked(
      Answer answer, String name, String value, Pattern form, String what) {
    if (!form.matcher(value).matches()) {
      throw answer.unexpected(what + " in header " + name, "\"" + value + "\"");
    }
    return value;
  }
}
