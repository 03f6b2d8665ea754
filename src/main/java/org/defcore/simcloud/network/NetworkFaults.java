package org.defcore.simcloud.network;

import org.defcore.simcloud.resource.ListFaults;
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

  private static Refusal refusal(int status, String type, String message) {
    return new Refusal(fault(status, type, message), message);
  }

  static Refusal badRequest(String type, String message) {
    return refusal(400, type, message);
  }

  /** For what the service's front end finds wrong with any resource. */
  static Refusal badRequest(String message) {
    return badRequest("HTTPBadRequest", message);
  }

  /** For values that fit their attributes but nothing else. */
  static Refusal invalid(String message) {
    return badRequest("InvalidInput", "Invalid input for operation: " + message + ".");
  }

  static Refusal badSubnet(String message) {
    return badRequest("BadRequest", "Bad subnets request: " + message + ".");
  }

  /** For what does not fit into a pool, which the service takes for its own fault. */
  static Refusal unallocated(String reason) {
    return refusal(500, "SubnetAllocationError", "Failed to allocate subnet: " + reason + ".");
  }

  static Refusal forbidden(String rule) {
    return refusal(403, "PolicyNotAuthorized", rule + " is disallowed by policy");
  }

  static Refusal notFound(String type, String message) {
    return refusal(404, type, message);
  }

  static Refusal conflict(String type, String message) {
    return refusal(409, type, message);
  }

  static Refusal overQuota(String resource) {
    return conflict("OverQuota", "Quota exceeded for resources: ['" + resource + "'].");
  }

  /** Faults of the queries of lists. */
  static ListFaults ofLists(NetworkResource type) {
    return (problem, parameter, text) ->
        switch (problem) {
          case NUMBER ->
              badRequest(
                  "BadRequest",
                  "Bad limit request: Limit must be an integer 0 or greater and not '%s'."
                      .formatted(text));
          case MARKER -> type.notFound(text);
          case KEY -> badRequest("['" + text + "'] is invalid attribute for sort_keys");
          case DIRECTION ->
              badRequest(
                  "['%s'] is invalid value for sort_dirs, valid value is 'asc' and 'desc'"
                      .formatted(text));
        };
  }
}
