package org.defcore.clouds;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.http.message.Header;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.exceptions.ClientResponseException;
import org.openstack4j.core.transport.ClientConstants;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.HttpEntityHandler;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;

/** A response as openstack4j wants it; what it lacks is null, as openstack4j expects. */
final class TransportResponse implements HttpResponse {

  private final org.defcore.http.message.HttpResponse response;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  TransportResponse(org.defcore.http.message.HttpResponse response) {
    this.response = response;
    for (Header header : response.headers()) {
      headers.merge(header.name(), header.value(), (first, second) -> first + ", " + second);
    }
  }

  @Override
  public <T> @Nullable T getEntity(Class<T> type) {
    return getEntity(type, null);
  }

  @Override
  public <T> @Nullable T getEntity(Class<T> type, @Nullable ExecutionOptions<T> options) {
    return HttpEntityHandler.handle(this, type, options, true);
  }

  @Override
  public <T> @Nullable T readEntity(Class<T> type) {
    if (response.body().length == 0) {
      return null;
    }
    try {
      ObjectMapper mapper = ObjectMapperSingleton.getContext(type);
      return mapper.readerFor(type).readValue(wrapped(mapper, type));
    } catch (IOException e) {
      throw new ClientResponseException(
          "%s: expected JSON of a %s but found something else"
              .formatted(response.uri().getRawPath(), type.getSimpleName()),
          getStatus(),
          e);
    }
  }

  /** The body without what stands beside the object that is wanted, which Jackson refuses. */
  private JsonNode wrapped(ObjectMapper mapper, Class<?> type) throws IOException {
    JsonNode body =
        mapper.reader().without(DeserializationFeature.UNWRAP_ROOT_VALUE).readTree(response.body());
    DeserializationConfig config = mapper.getDeserializationConfig();
    String root = config.findRootName(type).getSimpleName();
    if (config.isEnabled(DeserializationFeature.UNWRAP_ROOT_VALUE)
        && body.has(root)
        && body instanceof ObjectNode object) {
      object.retain(root);
    }
    return body;
  }

  @Override
  public int getStatus() {
    return response.status();
  }

  @Override
  public String getStatusMessage() {
    return response.uri().getRawPath() + ": expected success but found " + response.status();
  }

  @Override
  public @Nullable String getContentType() {
    return header(ClientConstants.HEADER_CONTENT_TYPE);
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(response.body());
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  /** The body is in memory and the connection has gone back to its pool. */
  @Override
  public void close() {}
}
