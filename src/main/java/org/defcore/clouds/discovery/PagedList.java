package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.defcore.clouds.CloudException;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.UnexpectedAnswer;

/**
 * A list of a service over all its pages. Of the link to the next page only the query counts: the
 * host and the path in it are often those of a server behind the one that was asked.
 */
final class PagedList {

  private static final int MOST_PAGES = 300;
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final ServiceEndpoint endpoint;
  private final String path;
  private final String key;
  private final Set<String> asked = new HashSet<>();

  /** The page that each record was on first. */
  private final Map<String, Integer> pages = new HashMap<>();

  private Optional<UnexpectedAnswer> gap = Optional.empty();
  private Optional<CloudException> endless = Optional.empty();

  /**
   * @param path below the endpoint, maybe with a query
   * @param key of the list in the answer
   */
  PagedList(ServiceEndpoint endpoint, String path, String key) {
    this.endpoint = endpoint;
    this.path = path;
    this.key = key;
  }

  /**
   * The records of all pages, each once; only the first ones if {@link #checkWhole} throws.
   *
   * @throws UnexpectedAnswer if one of the pages is none
   */
  List<JsonNode> records() {
    List<JsonNode> records = new ArrayList<>();
    Optional<String> next = Optional.of(path);
    long begun = System.nanoTime();
    long bytes = 0;
    for (int page = 1; next.isPresent() && gap.isEmpty() && endless.isEmpty(); page++) {
      asked.add(next.get());
      Answer answer = endpoint.get(next.get()).expect(200);
      JsonNode body = answer.json();
      JsonNode list = FactCollector.list(key, body, answer);
      int before = records.size();
      for (JsonNode record : list) {
        if (pages.putIfAbsent(identity(record), page) == null) {
          records.add(record);
        }
      }
      next = following(body, answer);
      bytes += answer.length();
      String bound = bound(page, bytes, Duration.ofNanos(System.nanoTime() - begun));
      if (next.isPresent() && !bound.isEmpty()) {
        // Read again it would be as long.
        UnexpectedAnswer rest = unread(answer, "more than " + bound);
        endless =
            Optional.of(new CloudException(CloudException.Kind.CLOUD, "" + rest.getMessage()));
      } else if (next.isPresent() && records.size() == before) {
        gap = stuck(answer, page, list, next.get());
      }
    }
    return records;
  }

  /** The bound that a list has come to; empty if none. */
  private static String bound(int pages, long bytes, Duration took) {
    if (pages == MOST_PAGES) {
      return MOST_PAGES + " pages";
    }
    if (bytes >= MOST_BYTES) {
      return "16 MiB";
    }
    return took.compareTo(LONGEST) > 0 ? "there is time for" : "";
  }

  private static String identity(JsonNode record) {
    String id = record.path("id").asText("");
    return id.isEmpty() ? record.toString() : id;
  }

  /** A page without anything new may be empty, but must lead on. */
  private Optional<UnexpectedAnswer> stuck(Answer answer, int page, JsonNode list, String next) {
    if (!list.isEmpty()) {
      Integer first = pages.get(identity(list.get(0)));
      return Optional.of(unread(answer, "that page %d repeats page %d".formatted(page, first)));
    }
    return asked.contains(next)
        ? Optional.of(unread(answer, "that page %d is empty and leads back".formatted(page)))
        : Optional.empty();
  }

  private static UnexpectedAnswer unread(Answer answer, String found) {
    return answer.unexpected("the rest of the list", found);
  }

  /**
   * Checks that all pages were read.
   *
   * @throws UnexpectedAnswer if they lead round in a circle
   * @throws CloudException if they go on without end
   */
  void checkWhole() {
    endless.ifPresent(
        it -> {
          throw it;
        });
    gap.ifPresent(
        it -> {
          throw it;
        });
  }

  /**
   * The choice of somebody among the list.
   *
   * @throws RuntimeException or Error, that of {@link #checkWhole}, if it is not there, but may be
   *     on a page that could not be read
   */
  <T> T chosen(Supplier<T> choice) {
    try {
      return choice.get();
    } catch (CloudException e) {
      checkWhole();
      throw e;
    }
  }

  private Optional<String> following(JsonNode body, Answer answer) {
    return Stream.of(
            Stream.of(body.path("next"), body.path("links").path("next")),
            linked(body.path(key + "_links")),
            linked(body.path("links")))
        .flatMap(it -> it)
        .map(it -> it.asText(""))
        .filter(it -> it.indexOf('?') >= 0)
        .findFirst()
        .map(it -> path.replaceFirst("\\?.*", "") + query(it, answer));
  }

  /** The query of a link, which a cloud may have made of anything. */
  private static String query(String link, Answer answer) {
    try {
      return "?" + new URI(link.substring(link.indexOf('?'))).getRawQuery();
    } catch (URISyntaxException e) {
      throw answer.unexpected("a URL of the next page", "characters that are in none");
    }
  }

  private static Stream<JsonNode> linked(JsonNode links) {
    return StreamSupport.stream(links.spliterator(), false)
        .filter(it -> it.path("rel").asText("").equals("next"))
        .map(it -> it.path("href"));
  }
}
