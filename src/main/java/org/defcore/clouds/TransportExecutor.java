package org.defcore.clouds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.http.CallTerms;
import org.defcore.http.NoAnswer;
import org.defcore.http.message.Header;
import org.defcore.http.message.HttpRequest.Framing;
import org.defcore.http.message.HttpRequest.Payload;
import org.openstack4j.api.exceptions.ClientResponseException;
import org.openstack4j.api.exceptions.ServerResponseException;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.HttpExecutorService;
import org.openstack4j.core.transport.HttpRequest;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;
import org.openstack4j.core.transport.functions.EndpointURIFromRequestFunction;
import org.openstack4j.model.network.Network;

/**
 * Carries openstack4j's requests over our transport. It is found by name, so it is public, and
 * holds nothing: what a request needs travels in its {@link CloudContext}.
 */
public final class TransportExecutor implements HttpExecutorService {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  @Override
  public <R> HttpResponse execute(HttpRequest<R> request) {
    if (!(request.getConfig().getEndpointURLResolver() instanceof CloudContext context)) {
      throw new IllegalStateException("openstack4j is used through OpenStack4j.call only");
    }
    org.defcore.http.message.HttpRequest outgoing =
        new org.defcore.http.message.HttpRequest(
            request.getMethod().name(), uri(request), headers(request), payload(request));
    CallTerms terms = CallTerms.of(outgoing).with(context.session());
    org.defcore.http.message.HttpResponse answer =
        context.session().transport().send(outgoing, context.recording(), terms);
    if (answer.obstacle().isPresent()) {
      throw NoAnswer.of(terms.label(), "success", answer.obstacle().get());
    }
    TransportResponse response = new TransportResponse(answer);
    int status = response.getStatus();
    if (readAsSuccess(status)) {
      String found =
          "%s %s: expected success but found %d"
              .formatted(outgoing.method(), outgoing.uri().getRawPath(), status);
      throw status < 500
          ? new ClientResponseException(found, status)
          : new ServerResponseException(found, status);
    }
    return response;
  }

  @Override
  public String getExecutorDisplayName() {
    return "defcore";
  }

  /** Failures that openstack4j takes for success where a call returns no entity, as DELETE does. */
  private static boolean readAsSuccess(int status) {
    return status > 409 && status != 500;
  }

  private static URI uri(HttpRequest<?> request) {
    StringBuilder uri = new StringBuilder(new EndpointURIFromRequestFunction().apply(request));
    if (request.hasQueryParams()) {
      char before = uri.indexOf("?") < 0 ? '?' : '&';
      for (Map.Entry<String, List<Object>> parameter : request.getQueryParams().entrySet()) {
        for (Object value : parameter.getValue()) {
          uri.append(before)
              .append(encoded(parameter.getKey()))
              .append('=')
              .append(encoded(String.valueOf(value)));
          before = '&';
        }
      }
    }
    return URI.create(uri.toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static List<Header> headers(HttpRequest<?> request) {
    List<Header> headers = new ArrayList<>();
    request
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (!name.equals(ClientConstants.HEADER_OS4J_AUTH)
                  && !name.equalsIgnoreCase(ClientConstants.HEADER_CONTENT_TYPE)) {
                headers.add(new Header(name, String.valueOf(value)));
              }
            });
    if (headers.stream()
        .noneMatch(it -> it.name().equalsIgnoreCase(ClientConstants.HEADER_ACCEPT))) {
      headers.add(new Header(ClientConstants.HEADER_ACCEPT, ClientConstants.CONTENT_TYPE_JSON));
    }
    return headers;
  }

  private static byte[] json(Object entity) throws IOException {
    byte[] written = ObjectMapperSingleton.getContext(entity.getClass()).writeValueAsBytes(entity);
    if (!(entity instanceof Network)) {
      return written;
    }
    // Written as false if nobody has set it; without an extension, a service refuses the word.
    JsonNode tree = PLAIN.readTree(written);
    tree.findParents("is_default").forEach(it -> ((ObjectNode) it).remove("is_default"));
    return PLAIN.writeValueAsBytes(tree);
  }

  private static Optional<Payload> payload(HttpRequest<?> request) {
    Object entity = request.getEntity();
    String type =
        Optional.ofNullable(request.getContentType()).orElse(ClientConstants.CONTENT_TYPE_JSON);
    byte[] bytes;
    try {
      if (entity instanceof InputStream stream) {
        try (stream) {
          bytes = stream.readAllBytes();
        }
      } else if (entity != null) {
        bytes = json(entity);
      } else if (request.hasJson()) {
        bytes = request.getJson().getBytes(StandardCharsets.UTF_8);
      } else {
        return Optional.empty();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the content to send is not readable", e);
    }
    return Optional.of(new Payload(bytes, type, Framing.CONTENT_LENGTH));
  }
}
