package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.wire.Handler;
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

  static Refusal badRequest(String message) {
    return new Refusal(fault(400, "badRequest", message));
  }

  static Refusal invalid(String field, String complaint) {
    return badRequest("Invalid input for field/attribute %s: %s".formatted(field, complaint));
  }

  static Refusal notFound(String thing) {
    return new Refusal(fault(404, "itemNotFound", thing + " could not be found."));
  }

  /** Work in which the store may refuse. */
  static Handler answering(Handler work) {
    return request -> {
      try {
        return work.answer(request);
      } catch (VolumeRefusal refusal) {
        return reply(refusal);
      }
    };
  }

  private static Reply reply(VolumeRefusal refusal) {
    String message = refusal.getMessage();
    return switch (refusal.status()) {
      case 404 -> fault(404, "itemNotFound", message);
      case 413 -> overLimit(message);
      default -> fault(refusal.status(), "badRequest", message);
    };
  }

  private static Reply overLimit(String message) {
    ObjectNode fault =
        Json.object().put("code", 413).put("message", message).put("retryAfter", "0");
    return Reply.json(413, Json.wrap("overLimit", fault)).with("Retry-After", "0");
  }
}
