package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;

/**
 * Document that a client sends about one resource, or about several at once.
 *
 * @param bulk whether it is a list, be it of one
 */
record NetworkDocument(List<JsonNode> contents, boolean bulk) {

  private static final String FRONT_END = "HTTPBadRequest";

  NetworkDocument {
    contents = List.copyOf(contents);
  }

  static NetworkDocument read(Incoming request, NetworkResource type) throws IOException {
    byte[] body = request.bytes();
    Optional<JsonNode> sent = Json.read(body);
    refuseIf(body.length > 0 && sent.isEmpty(), "MalformedRequestBody");
    JsonNode document = sent.orElseGet(Json::object);
    refuseIf(document.isEmpty(), FRONT_END, "Resource body required");
    if (!document.has(type.plural())) {
      return new NetworkDocument(List.of(content(document, type)), false);
    }
    List<JsonNode> contents = new ArrayList<>();
    for (JsonNode item : document.path(type.plural())) {
      contents.add(content(item.has(type.name()) ? item : Json.wrap(type.name(), item), type));
    }
    refuseIf(contents.isEmpty(), FRONT_END, "Resources required");
    return new NetworkDocument(contents, true);
  }

  private static JsonNode content(JsonNode document, NetworkResource type) {
    JsonNode content = document.path(type.name());
    refuseIf(
        content.isMissingNode(), FRONT_END, "Unable to find '" + type.name() + "' in request body");
    refuseIf(!content.isObject(), FRONT_END, "Object '" + type.name() + "' contains invalid data");
    return content;
  }
}
