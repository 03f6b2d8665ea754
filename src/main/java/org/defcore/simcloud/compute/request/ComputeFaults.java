package org.defcore.simcloud.compute.request;

import org.defcore.simcloud.kind.Limit;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the compute service. */
public final class ComputeFaults {

  private ComputeFaults() {}

  public static Reply fault(int status, String kind, String message) {
    return Reply.json(
            status, Json.wrap(kind, Json.object().put("code", status).put("message", message)))
        .replacing("Content-Type", "application/json; charset=UTF-8");
  }

  /** Returns the key that a fault of that status has. */
  public static String kind(int status) {
    return switch (status) {
      case 400 -> "badRequest";
      case 403 -> "forbidden";
      case 404 -> "itemNotFound";
      case 409 -> "conflictingRequest";
      default -> "computeFault";
    };
  }

  public static Reply badRequest(String message) {
    return fault(400, "badRequest", message);
  }

  public static Refusal bad(String message) {
    return new Refusal(badRequest(message));
  }

  /** Refuses what this kind of compute cannot do. */
  public static Refusal of(Limit refused) {
    String name = refused.status() == 501 ? "notImplemented" : "badRequest";
    return new Refusal(fault(refused.status(), name, refused.message()));
  }

  public static Refusal conflict(String message) {
    return new Refusal(fault(409, "conflictingRequest", message));
  }

  public static Refusal notFound(String message) {
    return new Refusal(fault(404, "itemNotFound", message));
  }

  public static Refusal forbidden(String policy) {
    return new Refusal(
        fault(
            403,
            "forbidden",
            "Policy doesn't allow os_compute_api:" + policy + " to be performed."));
  }

  public static Refusal invalid(String field, String reason) {
    return new Refusal(
        badRequest("Invalid input for field/attribute %s. %s".formatted(field, reason)));
  }
}
