package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** A list of containers or objects in the form that the client asks for: JSON, or plain lines. */
final class Listing {

  private static final int PAGE = 10_000;

  private static final ListRules<ObjectNode> RULES =
      ListRules.byName(Listing::name).pages(PAGE, PAGE);

  private Listing() {}

  /**
   * The answer without the headers of what is listed.
   *
   * @param items each with its {@code name}, by name
   */
  static Reply of(Incoming request, List<ObjectNode> items) {
    if (request.query("limit").filter(Listing::isTooLarge).isPresent()) {
      throw SwiftPages.largestLimit(PAGE);
    }
    List<ObjectNode> page = RULES.page(request, rolledUp(request, items)).items();
    String form = request.query("format").orElse(request.header("Accept").orElse(""));
    boolean json = form.contains("json");
    boolean look = request.method().equals("HEAD");
    if (look || (!json && page.isEmpty())) {
      return varying(request, Reply.text(204, type(json ? "application/json" : "text/plain"), ""));
    }
    String lines = page.stream().map(it -> name(it) + "\n").collect(Collectors.joining());
    return varying(
        request,
        json
            ? Reply.json(200, Json.array(page)).replacing("Content-Type", type("application/json"))
            : Reply.text(200, type("text/plain"), lines));
  }

  private static String name(ObjectNode item) {
    return item.path(item.has("subdir") ? "subdir" : "name").asText();
  }

  /** The items, with one entry for all that have the same beginning up to the delimiter. */
  private static List<ObjectNode> rolledUp(Incoming request, List<ObjectNode> items) {
    String delimiter = request.query("delimiter").orElse("");
    if (delimiter.isEmpty()) {
      return items;
    }
    int from = request.query("prefix").orElse("").length();
    Set<String> seen = new HashSet<>();
    List<ObjectNode> rolled = new ArrayList<>();
    for (ObjectNode item : items) {
      int end = name(item).indexOf(delimiter, from);
      if (end < 0) {
        rolled.add(item);
      } else if (seen.add(name(item).substring(0, end + delimiter.length()))) {
        rolled.add(Json.object().put("subdir", name(item).substring(0, end + delimiter.length())));
      }
    }
    return rolled;
  }

  private static boolean isTooLarge(String limit) {
    return limit.matches("\\d{6,}") || (limit.matches("\\d+") && Integer.parseInt(limit) > PAGE);
  }

  private static String type(String media) {
    return media + "; charset=utf-8";
  }

  /** The form depends on Accept, unless the address itself names it. */
  private static Reply varying(Incoming request, Reply reply) {
    return request.query("format").isPresent() ? reply : reply.with("Vary", "Accept");
  }
}
