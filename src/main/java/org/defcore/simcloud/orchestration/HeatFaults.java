package org.defcore.simcloud.orchestration;

import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.eclipse.jetty.http.HttpStatus;

/** Refusals in the form of the orchestration service. */
final class HeatFaults {

  private static final String REQUEST =
      "The server could not comply with the request since it is either malformed or otherwise"
          + " incorrect.";
  private static final String RESOURCE = "The resource could not be found.";

  private HeatFaults() {}

  static Reply fault(int status, String type, String message) {
    return Reply.json(
        status,
        Json.form(
            """
            {"code": %s, "title": %s, "explanation": %s,
             "error": {"type": %s, "traceback": null, "message": %s}}
            """,
            status,
            HttpStatus.getMessage(status),
            status == 404 ? RESOURCE : REQUEST,
            type,
            message));
  }

  static Refusal badRequest(String type, String message) {
    return new Refusal(fault(400, type, message), message);
  }

  static Refusal badRequest(String message) {
    return badRequest("HTTPBadRequest", message);
  }

  static Refusal notFound(String thing, String name) {
    String message = "The %s (%s) could not be found.".formatted(thing, name);
    return new Refusal(fault(404, "EntityNotFound", message), message);
  }

  static Reply wrongMethod() {
    return fault(405, "HTTPMethodNotAllowed", REQUEST);
  }
}
