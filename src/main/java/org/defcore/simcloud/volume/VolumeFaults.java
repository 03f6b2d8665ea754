package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form of the volume service. */
final class VolumeFaults {

  private VolumeFaults() {}

  static Reply fault(int status, String kind, String message) {
    ObjectNode fault = Json.object().put("code", status).put("message", message);
    return Reply.json(status, Json.wrap(kind, fault));
  }

  /** Returns the key that a fault of that status has. */
  static String kind(int status) {
    return switch (status) {
      case 400 -> "badRequest";
      case 403 -> "forbidden";
      case 404 -> "itemNotFound";
      case 409 -> "conflictingRequest";
      default -> "computeFault";
    };
  }

  static Refusal refusal(int status, String message) {
    return new Refusal(fault(status, kind(status), message), message);
  }

  static Refusal badRequest(String message) {
    return refusal(400, message);
  }

  static Refusal invalid(String field, String complaint) {
    return badRequest("Invalid input for field/attribute %s: %s".formatted(field, complaint));
  }

  static Refusal notFound(String thing) {
    return refusal(404, thing + " could not be found.");
  }

  static Refusal overLimit(String message) {
    ObjectNode fault =
        Json.object().put("code", 413).put("message", message).put("retryAfter", "0");
    return new Refusal(
        Reply.json(413, Json.wrap("overLimit", fault)).with("Retry-After", "0"), message);
  }
}
