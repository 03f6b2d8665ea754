package org.defcore.simcloud.dns;

import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form of the DNS service. */
final class DnsFaults {

  private DnsFaults() {}

  static Reply fault(int status, String type) {
    return Reply.json(status, Json.object().put("code", status).put("type", type));
  }

  static Reply fault(int status, String type, String message) {
    return Reply.json(
        status, Json.object().put("code", status).put("type", type).put("message", message));
  }

  static Refusal refusal(int status, String type, String message) {
    return new Refusal(fault(status, type, message), message);
  }

  static Refusal badRequest(String message) {
    return refusal(400, "bad_request", message);
  }

  static Refusal invalid(String message) {
    return refusal(400, "invalid_object", "Provided object is not valid. " + message);
  }

  static Refusal unknownKey(String key, String thing) {
    return refusal(
        400,
        "invalid_object",
        "Provided object does not match schema. Keys ['%s'] are not valid for %s"
            .formatted(key, thing));
  }

  static ListFaults lists() {
    return (problem, parameter, text) ->
        switch (problem) {
          case NUMBER ->
              refusal(400, "invalid_limit", "limit should be an integer between 1 and 1000");
          case MARKER -> refusal(400, "marker_not_found", "Marker None could not be found");
          case KEY -> refusal(400, "invalid_sort_key", "sort key must be one of another list");
          case DIRECTION ->
              refusal(400, "invalid_sort_dir", "Unknown sort direction, must be 'desc' or 'asc'");
        };
  }
}
