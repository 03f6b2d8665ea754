package org.defcore.simcloud.network;

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

  NetworkDocument {
    contents = List.copyOf(contents);
  }

  static NetworkDocument read(Incoming request, NetworkResource type) throws IOException {
    byte[] body = request.bytes();
    Optional<JsonNode> sent = Json.read(body);
    if (body.length > 0 && sent.isEmpty()) {
      throw NetworkFaults.badRequest(
          "MalformedRequestBody", "Malformed request body: Cannot understand JSON.");
    }
    JsonNode document = sent.orElseGet(Json::object);
    if (document.isEmpty()) {
      throw NetworkFaults.badRequest("Resource body required");
    }
    if (!document.has(type.plural())) {
      return new NetworkDocument(List.of(content(document, type)), false);
    }
    List<JsonNode> contents = new ArrayList<>();
    for (JsonNode item : document.path(type.plural())) {
      contents.add(content(item.has(type.name()) ? item : Json.wrap(type.name(), item), type));
    }
    if (contents.isEmpty()) {
      throw NetworkFaults.badRequest("Resources required");
    }
    return new NetworkDocument(contents, true);
  }

  private static JsonNode content(JsonNode document, NetworkResource type) {
    JsonNode content = document.path(type.name());
    if (content.isMissingNode()) {
      throw NetworkFaults.badRequest("Unable to find '" + type.name() + "' in request body");
    }
    if (!content.isObject()) {
      throw NetworkFaults.badRequest("Object '" + type.name() + "' contains invalid data");
    }
    return content;
  }
}
