package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form and the words of the network service. */
final class NetworkFaults {

  private static final JsonNode ALL = Json.data(NetworkFaults.class, "faults.yaml");

  private NetworkFaults() {}

  static Reply fault(int status, String type, String message) {
    return Reply.json(
        status,
        Json.wrap(
            "NeutronError",
            Json.object().put("type", type).put("message", message).put("detail", "")));
  }

  /** A fault of {@code faults.yaml}, with values for its message. */
  static Refusal of(String type, Object... values) {
    String[] fault = ALL.required(type).asText().split(" ", 2);
    String message = fault[1].formatted(Stream.of(values).map(NetworkFaults::text).toArray());
    return new Refusal(fault(Integer.parseInt(fault[0]), type, message), message);
  }

  private static Object text(Object value) {
    return value instanceof JsonNode node && node.isValueNode() ? node.asText() : value;
  }

  static void refuseIf(boolean bad, String type, Object... values) {
    if (bad) {
      throw of(type, values);
    }
  }

  /** For what the service's front end finds wrong with any resource. */
  static Refusal badRequest(String message) {
    return of("HTTPBadRequest", message);
  }

  /** Refuses values that fit their attributes but nothing else. */
  static void invalidIf(boolean bad, String message) {
    refuseIf(bad, "InvalidInput", message);
  }

  /** Faults of the queries of lists. */
  static ListFaults ofLists(NetworkResource type) {
    return (problem, parameter, text) ->
        switch (problem) {
          case NUMBER ->
              of(
                  "BadRequest",
                  "limit",
                  "Limit must be an integer 0 or greater and not '" + text + "'.");
          case MARKER -> type.notFound(text);
          case KEY -> badRequest("['" + text + "'] is invalid attribute for sort_keys");
          case DIRECTION ->
              badRequest(
                  "['"
                      + text
                      + "'] is invalid value for sort_dirs, valid value is 'asc' and 'desc'");
        };
  }
}
