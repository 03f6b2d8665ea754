package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;

/** Reads the documents that clients send, as the service's front end does for every resource. */
record NetworkDocument(JsonNode content) {

  private static final int LONGEST_TEXT = 255;
  private static final List<String> OWNER = List.of("tenant_id", "project_id");

  /**
   * What a document of one key holds.
   *
   * @param known the attributes that it may have, beside those of its owner
   */
  static NetworkDocument read(Incoming request, String key, Set<String> known) throws IOException {
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
    JsonNode content = document.path(key);
    if (content.isMissingNode()) {
      throw NetworkFaults.badRequest("Unable to find '" + key + "' in request body");
    }
    if (!content.isObject()) {
      throw NetworkFaults.badRequest("Object '" + key + "' contains invalid data");
    }
    requireOwner(content, request.caller());
    requireKnown(content, known);
    return new NetworkDocument(content);
  }

  private static void requireOwner(JsonNode content, Caller caller) {
    for (String owner : OWNER) {
      if (content.has(owner) && !content.path(owner).asText().equals(caller.project())) {
        throw NetworkFaults.badRequest(
            "Specifying 'project_id' or 'tenant_id' other than the authenticated project in"
                + " request requires admin or advsvc privileges");
      }
    }
  }

  private static void requireKnown(JsonNode content, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    content.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    OWNER.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw NetworkFaults.badRequest(
          "Unrecognized attribute(s) '" + String.join(", ", unknown) + "'");
    }
  }

  /** The attribute; a missing node if it was not sent. */
  JsonNode attribute(String name) {
    return content.path(name);
  }

  void require(String name) {
    if (!content.has(name)) {
      throw NetworkFaults.badRequest(
          "Failed to parse request. Required attribute '" + name + "' not specified");
    }
  }

  /** A text of at most 255 characters, or another one where none was sent. */
  String text(String name, String otherwise) {
    JsonNode sent = content.path(name);
    if (sent.isMissingNode()) {
      return otherwise;
    }
    String text = sent.isNull() ? "None" : sent.asText();
    if (!sent.isTextual()) {
      throw invalid(name, "'" + text + "' is not a valid string.");
    }
    if (text.length() > LONGEST_TEXT) {
      throw invalid(name, "'" + text + "' exceeds maximum length of 255.");
    }
    return text;
  }

  private static RuntimeException invalid(String name, String reason) {
    return NetworkFaults.badRequest("Invalid input for " + name + ". Reason: " + reason);
  }
}
