package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/**
 * One page of a list.
 *
 * @param ids of its items
 * @param full whether it has as many items as a page may have; there is a next one then, which may
 *     turn out to be empty
 * @param total number of items on all pages
 */
public record Page<T>(List<T> items, List<String> ids, boolean full, int total) {

  public Page {
    items = List.copyOf(items);
    ids = List.copyOf(ids);
  }

  /** The query of the next page, where this one is full. */
  public Optional<String> next(Incoming request) {
    return full ? Optional.of(query(request, ids.get(ids.size() - 1))) : Optional.empty();
  }

  /** The query of a request with another marker. */
  public static String query(Incoming request, String marker) {
    return Stream.concat(
            Stream.of(request.rawQuery().split("&"))
                .filter(it -> !it.isEmpty() && !it.startsWith("marker=")),
            Stream.of("marker=" + marker))
        .collect(Collectors.joining("&"));
  }

  /** The answer that holds the items by this name, and a link to the next page. */
  public Reply reply(Incoming request, String name, Function<T, ? extends JsonNode> form) {
    ObjectNode body = Json.wrap(name, Json.array(items.stream().map(form).toList()));
    next(request)
        .map(it -> Json.link("next", request.base() + request.path() + "?" + it))
        .ifPresent(it -> body.putArray(name + "_links").add(it));
    return Reply.json(200, body);
  }
}
