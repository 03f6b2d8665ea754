package org.defcore.http.har;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.defcore.http.json.ShapeException;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Exchange;
import org.defcore.http.message.Header;
import org.defcore.http.message.RepeatCause;

/** The part of a HAR file that an {@link Exchange} is made of. */
final class HarReader {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Document(Log log) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Log(List<Entry> entries) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(
      String startedDateTime,
      BigDecimal time,
      Request request,
      Response response,
      @JsonProperty("_error") Optional<String> error,
      @JsonProperty("_repeats") Optional<String> repeats) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String method, String url, List<Field> headers, Optional<Text> postData) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Response(int status, List<Field> headers, Text content) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Field(String name, String value) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Text(Optional<String> text) {}

  private HarReader() {}

  static List<Exchange> exchanges(byte[] document) {
    return StrictJson.read(document, Document.class).log().entries().stream()
        .map(HarReader::exchange)
        .toList();
  }

  private static Exchange exchange(Entry entry) {
    return new Exchange(
        instant(entry.startedDateTime()),
        Duration.ofNanos(entry.time().movePointRight(Har.NANOS_DIGITS).longValue()),
        entry.request().method(),
        entry.request().url(),
        headers(entry.request().headers()),
        entry.request().postData().flatMap(Text::text).orElse(""),
        entry.response().status(),
        headers(entry.response().headers()),
        entry.response().content().text().orElse(""),
        entry.error().orElse(""),
        entry.repeats().flatMap(RepeatCause::parse));
  }

  private static List<Header> headers(List<Field> fields) {
    return fields.stream().map(it -> new Header(it.name(), it.value())).toList();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ShapeException("/log/entries", "a startedDateTime in UTC", '"' + text + '"', e);
    }
  }
}
