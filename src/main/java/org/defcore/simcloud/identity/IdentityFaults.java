package org.defcore.simcloud.identity;

import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Refusals in the words of the identity service. */
final class IdentityFaults {

  private IdentityFaults() {}

  static Reply fault(int status, String title, String message) {
    return Reply.json(
        status,
        Json.wrap(
            "error",
            Json.object().put("code", status).put("message", message).put("title", title)));
  }

  static Reply unauthorized(String base) {
    return fault(401, "Unauthorized", "The request you have made requires authentication.")
        .with("WWW-Authenticate", "Keystone uri=\"" + base + "/v3\"");
  }

  static Refusal badRequest(String missing, String where) {
    return new Refusal(
        fault(
            400,
            "Bad Request",
            "Expecting to find %s in %s. The request is malformed.".formatted(missing, where)));
  }

  static Refusal forbidden(String action) {
    return new Refusal(
        fault(
            403,
            "Forbidden",
            "You are not authorized to perform the requested action: identity:" + action + "."));
  }

  static Refusal notFound(String message) {
    return new Refusal(fault(404, "Not Found", message));
  }

  static Reply page(int status, String title, String message) {
    return Reply.text(
        status,
        "text/html; charset=utf-8",
        "<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n"
            .formatted(status, title, title, message));
  }
}
