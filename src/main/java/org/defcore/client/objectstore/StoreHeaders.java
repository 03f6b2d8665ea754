package org.defcore.client.objectstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.defcore.http.Answer;
import org.defcore.http.message.Header;

/**
 * The headers of an answer.
 *
 * @param answered by the cloud's own clock
 * @param values by name in any case; of several lines the first
 */
public record StoreHeaders(Instant answered, Map<String, String> values) {

  private static final Form COUNT = new Form("\\d{1,18}", "a whole number");
  private static final Form BARE = new Form("[0-9A-Za-z]+", "letters and digits");
  private static final Form QUOTED = new Form("\"[0-9A-Za-z]+\"", "letters and digits in quotes");
  private static final Form FILLED = new Form("(?s).*\\S.*", "some text");
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("Accept-Ranges", new Form("bytes", "\"bytes\"")),
          Map.entry("Content-Type", FILLED),
          Map.entry("Last-Modified", FILLED),
          Map.entry("X-Account-Bytes-Used", COUNT),
          Map.entry("X-Account-Container-Count", COUNT),
          Map.entry("X-Account-Object-Count", COUNT),
          Map.entry("X-Container-Bytes-Used", COUNT),
          Map.entry("X-Container-Object-Count", COUNT),
          Map.entry("X-Copied-From", new Form("[^/]+/.+", "a container and an object")),
          Map.entry("X-Delete-At", new Form("\\d{1,12}", "whole seconds since 1970")),
          Map.entry("X-Storage-Policy", FILLED),
          Map.entry("X-Timestamp", new Form("\\d{1,12}(\\.\\d+)?", "seconds since 1970")),
          Map.entry("X-Trans-Id", new Form("tx[0-9a-f]{21}-[0-9a-f]{10}.*", "a transaction id")));

  /** The subject of an answer, with the headers that it has to have. */
  enum About {
    CALL(),
    UNCHANGED(),
    ACCOUNT(
        "X-Timestamp",
        "X-Account-Bytes-Used",
        "X-Account-Container-Count",
        "X-Account-Object-Count"),
    CONTAINER(
        "X-Timestamp", "X-Container-Bytes-Used", "X-Container-Object-Count", "X-Storage-Policy"),
    OBJECT("X-Timestamp", "ETag", "Last-Modified"),
    UPLOAD("ETag", "Last-Modified"),
    MANIFEST("ETag", "Last-Modified"),
    COPY("ETag", "Last-Modified", "X-Copied-From", "X-Copied-From-Last-Modified");

    private final List<String> required;

    About(String... required) {
      this.required = List.of(required);
    }
  }

  private record Form(Pattern pattern, String what) {

    private Form(String regex, String what) {
      this(Pattern.compile(regex), what);
    }
  }

  public StoreHeaders {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    values = copy;
  }

  static StoreHeaders of(Answer answer, About about) {
    if (about != About.UNCHANGED) {
      List.of("Content-Type", "X-Trans-Id").forEach(answer::requiredHeader);
      if (answer.status() != 204 && answer.header("Transfer-Encoding").isEmpty()) {
        answer.requiredHeader("Content-Length");
      }
    }
    about.required.forEach(answer::requiredHeader);
    FORMS.forEach((name, form) -> check(answer, name, form));
    check(answer, "ETag", isLarge(answer, about) ? QUOTED : BARE);
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.headers()) {
      values.putIfAbsent(header.name(), header.value());
    }
    return new StoreHeaders(date(answer), values);
  }

  /** The ETag of an object of segments is no checksum of its data, which its quotes tell. */
  private static boolean isLarge(Answer answer, About about) {
    return about == About.MANIFEST
        || answer.header("X-Static-Large-Object").isPresent()
        || answer.header("X-Object-Manifest").isPresent();
  }

  private static void check(Answer answer, String name, Form form) {
    Optional<String> wrong =
        answer.header(name).filter(it -> !form.pattern().matcher(it).matches());
    if (wrong.isPresent()) {
      throw answer.unexpected(form.what() + " in header " + name, "\"" + wrong.get() + "\"");
    }
  }

  private static Instant date(Answer answer) {
    String date = answer.requiredHeader("Date");
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw answer.unexpected("an HTTP date in header Date", "\"" + date + "\"");
    }
  }

  @Override
  public Map<String, String> values() {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    return copy;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a counter that the answer has. */
  public long count(String name) {
    return Long.parseLong(values.getOrDefault(name, ""));
  }

  /** The names with a prefix, in lower case; the case of the prefix does not matter. */
  public List<String> names(String prefix) {
    return values.keySet().stream()
        .map(it -> it.toLowerCase(Locale.ROOT))
        .filter(it -> it.startsWith(prefix.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** The time at which the object is to expire. */
  public Optional<Instant> deleteAt() {
    return find("X-Delete-At").map(it -> Instant.ofEpochSecond(Long.parseLong(it)));
  }
}
