package org.defcore.simcloud.objectstore;

import java.nio.charset.StandardCharsets;
import org.defcore.simcloud.wire.Content;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The short HTML pages and texts of the object store. */
final class SwiftPages {

  static final String HTML = "text/html; charset=UTF-8";

  private SwiftPages() {}

  static Reply page(int status, String title, String message) {
    return Reply.text(status, HTML, "<html><h1>%s</h1><p>%s</p></html>".formatted(title, message));
  }

  static Reply accepted() {
    return page(202, "Accepted", "The request is accepted for processing.");
  }

  /** An answer without content. */
  static Reply bare(int status) {
    return Reply.text(status, HTML, "");
  }

  static Refusal notFound() {
    return new Refusal(page(404, "Not Found", "The resource could not be found."));
  }

  static Refusal forbidden() {
    return new Refusal(page(403, "Forbidden", "Access was denied to this resource."));
  }

  static Refusal conflict() {
    return new Refusal(
        page(409, "Conflict", "There was a conflict when trying to complete your request."));
  }

  static Refusal tooLarge() {
    return new Refusal(
        page(
            413,
            "Request Entity Too Large",
            "The body of your request was too large for this server."));
  }

  static Refusal quotaExceeded() {
    return new Refusal(Reply.text(413, HTML, "Upload exceeds quota."));
  }

  static Refusal unprocessable(String changed) {
    return new Refusal(
        page(422, "Unprocessable Entity", "Unable to process the contained instructions")
            .with("Last-Modified", changed));
  }

  static Refusal preconditionFailed() {
    return new Refusal(
        page(412, "Precondition Failed", "A precondition for this request was not met."));
  }

  /** Turns the refusal of somebody without a token into that of a link. */
  static Reply invalidLink(Reply unauthorized) {
    return unauthorized.withContent(
        Content.of("401 Unauthorized: Temp URL invalid\n".getBytes(StandardCharsets.UTF_8)));
  }

  static Refusal largestLimit(int limit) {
    return new Refusal(Reply.text(412, HTML, "Maximum limit is " + limit));
  }

  /** A complaint in plain words. */
  static Refusal badRequest(String complaint) {
    return new Refusal(Reply.text(400, "text/plain", complaint));
  }

  /** A complaint about a container's name, which comes as HTML, though it is none. */
  static Refusal badName(String complaint) {
    return new Refusal(Reply.text(400, HTML, complaint));
  }
}
