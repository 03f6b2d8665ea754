package org.defcore.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import org.defcore.http.CallTerms;
import org.defcore.http.HttpTransport;
import org.defcore.http.NoAnswer;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.HttpResponse;
import org.defcore.http.message.Recording;

/**
 * Requests of one login.
 *
 * @param longest how long each may take
 */
record LoginCalls(HttpTransport transport, Recording recording, Duration longest) {

  static final ObjectMapper JSON = JsonMapper.builder(StrictJson.bounded()).build();

  private static final int REASON = 200;

  /**
   * Sends a request of a login, and again if it gets lost: it leaves nothing behind but a token
   * that nobody uses.
   *
   * @throws CloudException if no answer comes
   */
  HttpResponse send(HttpRequest request, LoginProblem problem) {
    try {
      return transport.send(request, recording, CallTerms.of(request).within(longest).idempotent());
    } catch (NoAnswer e) {
      throw problem.noAnswer(e);
    } catch (UnexpectedAnswer e) {
      throw problem.improper(e);
    }
  }

  static JsonNode json(HttpResponse response) {
    try {
      JsonNode read = JSON.readTree(response.body());
      return read == null ? MissingNode.getInstance() : read;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** Words of a server, on one line, without secrets. */
  String line(String words) {
    String line = transport.secrets().redact(words).replaceAll("\\s+", " ").strip();
    return line.length() > REASON ? line.substring(0, REASON) + "…" : line;
  }
}
