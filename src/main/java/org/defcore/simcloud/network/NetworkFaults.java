package org.defcore.simcloud.network;

import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the form of the network service. */
final class NetworkFaults {

  private NetworkFaults() {}

  static Reply fault(int status, String type, String message) {
    return Reply.json(
        status,
        Json.wrap(
            "NeutronError",
            Json.object().put("type", type).put("message", message).put("detail", "")));
  }

  static Refusal badRequest(String type, String message) {
    return new Refusal(fault(400, type, message));
  }

  /** Of what the service's front end finds wrong with any resource. */
  static Refusal badRequest(String message) {
    return badRequest("HTTPBadRequest", message);
  }

  static Refusal notFound(String type, String message) {
    return new Refusal(fault(404, type, message));
  }

  static Refusal conflict(String type, String message) {
    return new Refusal(fault(409, type, message));
  }

  static Refusal overQuota(String resource) {
    return conflict("OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
  }
}
