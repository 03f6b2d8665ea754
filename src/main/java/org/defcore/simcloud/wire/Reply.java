package org.defcore.simcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Answer of a service; every change gives a new reply. */
public record Reply(int status, List<Field> fields, Content content, Optional<JsonNode> json) {

  private static final Content NOTHING = Content.of(new byte[0]);
  private static final Map<Integer, String> FAULT_KEYS =
      Map.of(
          400, "badRequest",
          403, "forbidden",
          404, "itemNotFound",
          409, "conflictingRequest",
          413, "overLimit",
          415, "badMediaType",
          501, "notImplemented");

  public Reply {
    fields = List.copyOf(fields);
  }

  public static Reply empty(int status) {
    return new Reply(status, List.of(), NOTHING, Optional.empty());
  }

  public static Reply json(int status, JsonNode body) {
    return empty(status).withJson(body).with("Content-Type", "application/json");
  }

  public static Reply text(int status, String contentType, String body) {
    return empty(status)
        .withContent(Content.of(body.getBytes(StandardCharsets.UTF_8)))
        .with("Content-Type", contentType);
  }

  /** The page that WebOb makes of an error: title, explanation, detail. */
  public static Reply plainFault(int status, String message) {
    String title = HttpStatus.getMessage(status);
    return text(
        status, "text/plain; charset=UTF-8", status + " " + title + "\n\n" + message + "\n\n");
  }

  /**
   * The document that compute and block storage make of an error, under a key that goes with the
   * status. What is over a limit may be tried again at once.
   */
  public static Reply keyedFault(int status, String message) {
    ObjectNode fault = Json.object().put("code", status).put("message", message);
    String key = FAULT_KEYS.getOrDefault(status, "computeFault");
    return key.equals("overLimit")
        ? json(status, Json.wrap(key, fault.put("retryAfter", "0"))).with("Retry-After", "0")
        : json(status, Json.wrap(key, fault));
  }

  /** The document that the identity service and its filter make of an error. */
  public static Reply titledFault(int status, String message) {
    ObjectNode error =
        Json.object()
            .put("code", status)
            .put("message", message)
            .put("title", HttpStatus.getMessage(status));
    return json(status, Json.wrap("error", error));
  }

  /** The answer of WebOb where there is nothing to be said. */
  public static Reply bare(int status) {
    return empty(status).with("Content-Type", "text/html; charset=UTF-8");
  }

  /** Adds a header line; the same name may stand there more than once. */
  public Reply with(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Reply(status, more, content, json);
  }

  /** Sets a header that may stand there only once. */
  public Reply replacing(String name, String value) {
    return without(name).with(name, value);
  }

  /** The value of a header line, the first one if there are more. */
  public Optional<String> field(String name) {
    return fields.stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .map(Field::value)
        .findFirst();
  }

  public Reply without(String name) {
    List<Field> rest =
        fields.stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList();
    return new Reply(status, rest, content, json);
  }

  public Reply withStatus(int other) {
    return new Reply(other, fields, content, json);
  }

  public Reply withJson(JsonNode body) {
    return new Reply(status, fields, Content.of(Json.bytes(body)), Optional.of(body));
  }

  public Reply withContent(Content other) {
    return new Reply(status, fields, other, Optional.empty());
  }
}
