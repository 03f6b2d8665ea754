package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;

/**
 * A list of a service over all its pages. Of the link to the next page only the query counts: the
 * host and the path in it are often those of a server behind the one that was asked.
 */
final class PagedList {

  private static final int MOST_PAGES = 300;

  private final ServiceEndpoint endpoint;
  private final String path;
  private final String key;

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
   * The records of all pages, each id once.
   *
   * @throws org.defcore.http.UnexpectedAnswer if one of the pages is none
   */
  List<JsonNode> records() {
    List<JsonNode> records = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Optional<String> next = Optional.of(path);
    for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
      Answer answer = endpoint.get(next.get()).expect(200);
      boolean more = false;
      for (JsonNode record : FactCollector.list(key, answer)) {
        String id = record.path("id").asText("");
        if (id.isEmpty() || ids.add(id)) {
          records.add(record);
          more = true;
        }
      }
      // A service that does not understand its own marker gives the first page without end.
      next = more ? following(answer) : Optional.empty();
    }
    return records;
  }

  private Optional<String> following(Answer answer) {
    JsonNode body = answer.json();
    return Stream.of(
            Stream.of(body.path("next"), body.path("links").path("next")),
            linked(body.path(key + "_links")),
            linked(body.path("links")))
        .flatMap(it -> it)
        .map(it -> it.asText(""))
        .filter(it -> it.indexOf('?') >= 0)
        .map(it -> path.replaceFirst("\\?.*", "") + it.substring(it.indexOf('?')))
        .map(it -> it.replaceFirst("#.*", ""))
        .findFirst();
  }

  private static Stream<JsonNode> linked(JsonNode links) {
    return StreamSupport.stream(links.spliterator(), false)
        .filter(it -> it.path("rel").asText("").equals("next"))
        .map(it -> it.path("href"));
  }
}
