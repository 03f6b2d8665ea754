package org.defcore.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.http.json.StrictJson;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest;
import org.defcore.http.message.PercentEncoding;

/**
 * A request in the making. JSON is asked for and the user's token goes along, unless a header of
 * the test says otherwise. For use by one thread.
 */
public final class Call {

  private static final String JSON = "application/json";
  private static final String TOKEN = "X-Auth-Token";

  private enum Identity {
    USER,
    ANONYMOUS
  }

  private final ServiceEndpoint endpoint;
  private final String method;
  private final String path;
  private final StringBuilder query = new StringBuilder();
  private final List<Header> headers = new ArrayList<>();
  private Optional<HttpRequest.Payload> payload = Optional.empty();
  private Identity identity = Identity.USER;

  Call(ServiceEndpoint endpoint, String method, String path) {
    this.endpoint = endpoint;
    this.method = method;
    this.path = path;
  }

  /** Adds a query parameter, encoded here. */
  public Call query(String name, String value) {
    query.append(query.isEmpty() && path.indexOf('?') < 0 ? '?' : '&');
    query.append(PercentEncoding.encode(name)).append('=').append(PercentEncoding.encode(value));
    return this;
  }

  /** Sets a header, in place of one of that name. */
  public Call header(String name, String value) {
    headers.removeIf(it -> it.is(name));
    headers.add(new Header(name, value));
    return this;
  }

  /** A JSON body: a record, a map or a {@code JsonNode}. */
  public Call json(Object body) {
    return json(body, JSON);
  }

  /** A JSON body of another media type. */
  public Call json(Object body, String contentType) {
    try {
      return bytes(
          StrictJson.MAPPER.writeValueAsBytes(body),
          contentType,
          HttpRequest.Framing.CONTENT_LENGTH);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          body.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  /** Any body, with its length or in chunks. */
  public Call bytes(byte[] body, String contentType, HttpRequest.Framing framing) {
    payload = Optional.of(new HttpRequest.Payload(body.clone(), contentType, framing));
    return this;
  }

  /** A body that is made while it is sent, with its length or in chunks. */
  public Call source(HttpRequest.Source body, String contentType, HttpRequest.Framing framing) {
    payload =
        Optional.of(new HttpRequest.Payload(new byte[0], Optional.of(body), contentType, framing));
    return this;
  }

  /** Sends without a token. */
  public Call anonymous() {
    identity = Identity.ANONYMOUS;
    return this;
  }

  /**
   * Sends, and takes an answer of any status. What {@link Repetitions} tells of the way to the
   * service is sent again all the same.
   *
   * @throws NoAnswer if none came
   */
  public Answer send() {
    return send(Set.of());
  }

  /**
   * Sends, and takes an answer of any status.
   *
   * @param expected statuses that count as the service's own answer at once, whichever they are
   * @throws NoAnswer if none came
   */
  public Answer send(Set<Integer> expected) {
    HttpTransport transport = endpoint.transport();
    URI uri = uri();
    HttpRequest request = new HttpRequest(method, uri, allHeaders(), payload);
    String label = label(uri.getRawPath());
    CallTerms terms = CallTerms.of(request).labelled(label).taking(expected);
    return new Answer(
        label,
        transport.send(
            request, endpoint.recording(), isOfUser() ? terms.with(endpoint.token()) : terms),
        transport.masking(),
        endpoint.recording());
  }

  /**
   * Sends, and takes exactly that status; 204, 205, 304 and answers to HEAD must have no body. An
   * error must be JSON or text.
   *
   * @throws UnexpectedAnswer on any other status
   */
  public Answer expect(int status) {
    Answer answer = send(Set.of(status));
    answer.check(status);
    return answer;
  }

  /** As {@link #expect}, where an answer may have one of several statuses; the first is usual. */
  public Answer expectOneOf(Integer... statuses) {
    Set<Integer> all = Set.of(statuses);
    Answer answer = send(all);
    answer.check(all.contains(answer.status()) ? answer.status() : statuses[0]);
    return answer;
  }

  /** Sends, and takes 200 for what is there or 404 for what is not. */
  public Optional<Answer> find() {
    Answer answer = send(Set.of(200, 404));
    return switch (answer.status()) {
      case 200 -> Optional.of(answer);
      case 404 -> Optional.empty();
      default -> throw answer.unexpected("200 or 404", String.valueOf(answer.status()));
    };
  }

  /** The address; ids and links of a cloud need not lead to one. */
  private URI uri() {
    try {
      return new URI(endpoint.base() + path + query);
    } catch (URISyntaxException e) {
      throw new NoAnswer(
          NoAnswer.Cause.BROKEN_OFF,
          endpoint
              .transport()
              .masking()
              .text(
                  label(endpoint.base().getRawPath())
                      + ": expected an address to call but found characters that are in none:"
                      + " see what the cloud gives as ids and links"),
          new IOException("no address"));
    }
  }

  private boolean isOfUser() {
    return identity == Identity.USER && lacks(TOKEN);
  }

  private List<Header> allHeaders() {
    List<Header> all = new ArrayList<>();
    if (lacks("Accept")) {
      all.add(new Header("Accept", JSON));
    }
    if (isOfUser()) {
      all.add(new Header(TOKEN, endpoint.token().token()));
    }
    all.addAll(headers);
    return all;
  }

  private boolean lacks(String name) {
    return headers.stream().noneMatch(it -> it.is(name));
  }

  private String label(String whole) {
    String shown = path.isEmpty() ? whole : path.split("[?]", 2)[0];
    return method + " " + (shown.isEmpty() ? "/" : shown);
  }
}
