package org.defcore.simcloud.objectstore;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** A list in the form that the client asks for: JSON, or plain lines. */
final class Listing {

  private Listing() {}

  /**
   * The answer without the headers of what is listed.
   *
   * @param items each with its {@code name}
   */
  static Reply of(Incoming request, List<ObjectNode> items) {
    String form = request.query("format").orElse(request.header("Accept").orElse(""));
    boolean json = form.contains("json");
    boolean look = request.method().equals("HEAD");
    if (look || (!json && items.isEmpty())) {
      return varying(request, Reply.text(204, json ? type("application/json") : plain(), ""));
    }
    String lines =
        items.stream().map(it -> it.path("name").asText() + "\n").collect(Collectors.joining());
    return varying(
        request,
        json
            ? Reply.json(200, Json.array(items)).replacing("Content-Type", type("application/json"))
            : Reply.text(200, plain(), lines));
  }

  private static String plain() {
    return type("text/plain");
  }

  private static String type(String media) {
    return media + "; charset=utf-8";
  }

  /** The form depends on Accept, unless the address itself names it. */
  private static Reply varying(Incoming request, Reply reply) {
    return request.query("format").isPresent() ? reply : reply.with("Vary", "Accept");
  }
}
