package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** A list of containers or objects in the form that the client asks for: JSON, XML or lines. */
final class Listing {

  private static final int PAGE = 10_000;

  private static final ListRules<ObjectNode> RULES =
      ListRules.byName(Listing::name)
          .filter("path", path -> it -> isIn(path.isEmpty() ? "" : path + "/", name(it)));

  private Listing() {}

  private static boolean isIn(String folder, String name) {
    return name.startsWith(folder) && name.indexOf('/', folder.length()) < 0;
  }

  /**
   * The answer without the headers of what is listed.
   *
   * @param what {@code account name} or {@code container name}
   * @param items each with its {@code name}, by name
   */
  static Reply of(Incoming request, String what, List<ObjectNode> items) {
    if (request.query("limit").filter(Listing::isTooLarge).isPresent()) {
      throw SwiftPages.largestLimit(PAGE);
    }
    List<ObjectNode> page = page(request, rolledUp(request, items));
    String form = request.query("format").orElse(request.header("Accept").orElse(""));
    String type = form.contains("json") ? "application/json" : "text/plain";
    type = form.contains("xml") ? "application/xml" : type;
    boolean plain = type.equals("text/plain");
    if (request.method().equals("HEAD") || (plain && page.isEmpty())) {
      return varying(request, Reply.text(204, charset(type), ""));
    }
    String lines = page.stream().map(it -> name(it) + "\n").collect(Collectors.joining());
    Reply reply =
        type.endsWith("json")
            ? Reply.json(200, Json.array(page)).replacing("Content-Type", charset(type))
            : Reply.text(200, charset(type), plain ? lines : xml(what, page));
    return varying(request, reply);
  }

  private static List<ObjectNode> page(Incoming request, List<ObjectNode> items) {
    Incoming asked = request.withoutQuery("limit");
    boolean back = request.query("reverse").filter(it -> it.matches("true|1|yes|on")).isPresent();
    if (back) {
      asked = swapped(asked, request, "marker", "end_marker");
      asked = swapped(asked, request, "end_marker", "marker");
    }
    List<ObjectNode> all = new ArrayList<>(RULES.page(asked, items).items());
    if (back) {
      Collections.reverse(all);
    }
    int limit =
        request.query("limit").filter(it -> it.matches("\\d+")).map(Integer::valueOf).orElse(PAGE);
    return all.stream().limit(limit).toList();
  }

  private static Incoming swapped(Incoming to, Incoming from, String name, String other) {
    return from.query(other)
        .map(it -> to.withQuery(name, it))
        .orElseGet(() -> to.withoutQuery(name));
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

  private static String xml(String what, List<ObjectNode> page) {
    String[] place = what.split(" ", 2);
    String entry = place[0].equals("account") ? "container" : "object";
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append("<%s name=\"%s\">".formatted(place[0], escaped(place[1])));
    for (ObjectNode item : page) {
      if (item.has("subdir")) {
        String name = escaped(name(item));
        text.append("<subdir name=\"%s\"><name>%s</name></subdir>".formatted(name, name));
        continue;
      }
      text.append('<').append(entry).append('>');
      for (Map.Entry<String, JsonNode> field : item.properties()) {
        String value = escaped(field.getValue().asText());
        text.append("<%s>%s</%s>".formatted(field.getKey(), value, field.getKey()));
      }
      text.append("</").append(entry).append('>');
    }
    return text.append("</").append(place[0]).append('>').toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static boolean isTooLarge(String limit) {
    return limit.matches("\\d{6,}") || (limit.matches("\\d+") && Integer.parseInt(limit) > PAGE);
  }

  private static String charset(String media) {
    return media + "; charset=utf-8";
  }

  /** The form depends on Accept, unless the address itself names it. */
  private static Reply varying(Incoming request, Reply reply) {
    return request.query("format").isPresent() ? reply : reply.with("Vary", "Accept");
  }
}
