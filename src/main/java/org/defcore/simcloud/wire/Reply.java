package org.defcore.simcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answer of a service; every change gives a new reply. */
public record Reply(int status, List<Field> fields, Content content, Optional<JsonNode> json) {

  private static final Content NOTHING = Content.of(new byte[0]);

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
  public static Reply plainFault(int status, String title, String message) {
    return text(
        status, "text/plain; charset=UTF-8", status + " " + title + "\n\n" + message + "\n\n");
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
