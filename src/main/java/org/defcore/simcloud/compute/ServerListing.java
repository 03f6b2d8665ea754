package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Lists of servers: filtered, newest first, page by page. */
final class ServerListing {

  private static final int LARGEST_PAGE = 1000;

  private final ServerStore servers;
  private final Defects defects;

  ServerListing(ServerStore servers, Defects defects) {
    this.servers = servers;
    this.defects = defects;
  }

  Reply list(Incoming request) {
    ArrayNode items = Json.array();
    page(request).forEach(it -> items.add(ServerView.brief(request, it)));
    return listed(request, defects.on(Behaviour.SERVERS_OMITTED) ? Json.array() : items);
  }

  Reply detail(Incoming request) {
    ArrayNode items = Json.array();
    for (Server server : page(request)) {
      ObjectNode item = ServerView.of(request, server, ServerView.Extent.FULL);
      // Only single servers tell their groups.
      item.remove("server_groups");
      items.add(item);
    }
    return listed(request, defects.on(Behaviour.SERVERS_DETAIL_OMITTED) ? Json.array() : items);
  }

  private List<Server> page(Incoming request) {
    if (request.query("all_tenants").filter(it -> !it.equals("0")).isPresent()) {
      String list = request.path().endsWith("/detail") ? "detail" : "index";
      throw ComputeFaults.forbidden("servers:" + list + ":get_all_tenants");
    }
    ServerFilter filter = new ServerFilter(request, defects);
    int limit = limit(request);
    String project = request.caller().project();
    List<Server> found =
        servers.everyOne().stream()
            .filter(it -> it.origin().owner().project().equals(project))
            .filter(filter::matches)
            .toList();
    return after(request, found).stream().limit(limit).toList();
  }

  private int limit(Incoming request) {
    Optional<String> asked = request.query("limit");
    boolean valid = asked.map(it -> it.matches("\\d{1,9}")).orElse(true);
    if (!valid && !defects.on(Behaviour.SERVERS_ANY_LIMIT)) {
      throw Document.bad(
          "Invalid input for query parameters limit. Value: %s. It does not match '^[0-9]*$'"
              .formatted(asked.orElse("")));
    }
    boolean unlimited = asked.isEmpty() || !valid || defects.on(Behaviour.SERVERS_UNLIMITED);
    return unlimited ? LARGEST_PAGE : Integer.parseInt(asked.get());
  }

  private List<Server> after(Incoming request, List<Server> found) {
    Optional<String> marker = request.query("marker");
    if (marker.isEmpty()) {
      return found;
    }
    String id = marker.get();
    if (servers.known(request, id).isEmpty()) {
      throw Document.bad("marker [" + id + "] not found");
    }
    return found.stream().dropWhile(it -> !it.id().equals(id)).skip(1).toList();
  }

  private static Reply listed(Incoming request, ArrayNode items) {
    ObjectNode body = Json.wrap("servers", items);
    int limit =
        request
            .query("limit")
            .filter(it -> it.matches("\\d{1,9}"))
            .map(Integer::parseInt)
            .orElse(0);
    if (limit > 0 && items.size() == limit) {
      String last = items.get(limit - 1).path("id").asText();
      String next = request.base() + request.path() + "?" + query(request, last);
      body.set("servers_links", Json.array().add(ServerView.link("next", next)));
    }
    return Reply.json(200, body);
  }

  private static String query(Incoming request, String marker) {
    TreeMap<String, List<String>> query = new TreeMap<>(request.query());
    query.put("marker", List.of(marker));
    StringBuilder text = new StringBuilder();
    query.forEach(
        (name, values) ->
            values.forEach(
                it ->
                    text.append(text.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(it))));
    return text.toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
