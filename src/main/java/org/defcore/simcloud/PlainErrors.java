package org.defcore.simcloud;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Refusals of Jetty itself, as JSON faults instead of its HTML page. */
final class PlainErrors extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String body =
        "{\"error\": {\"code\": %d, \"title\": \"Refused by the web server\", \"message\": \"\"}}"
            .formatted(response.getStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(Gateway.ANNOUNCEMENT, "defcore");
    Content.Sink.write(response, true, body, callback);
    return true;
  }
}
