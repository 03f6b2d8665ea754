package org.defcore.simcloud.compute.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** The body of a request, read by what the service's schemas have in common. */
public final class Document {

  private Document() {}

  /** The value of the one key that a body has to have. */
  public static JsonNode read(Incoming request, String key) throws IOException {
    return read(request, key, List.of());
  }

  /** The value of a key that a body has to have, beside some that it may have. */
  public static JsonNode read(Incoming request, String key, List<String> others)
      throws IOException {
    String media = request.mediaType();
    if (!media.isEmpty() && !media.equals("application/json")) {
      throw new Refusal(ComputeFaults.fault(415, "badMediaType", "Unsupported Content-Type"));
    }
    byte[] sent = request.bytes();
    if (sent.length == 0) {
      throw bad("None is not of type 'object'");
    }
    JsonNode root = Json.read(sent).orElseThrow(() -> bad("Malformed request body"));
    if (!root.isObject()) {
      throw bad("The body is not of type 'object'");
    }
    if (!root.has(key)) {
      throw bad("'" + key + "' is a required property");
    }
    for (String name : names(root)) {
      if (!name.equals(key) && !others.contains(name)) {
        throw bad("Additional properties are not allowed ('" + name + "' was unexpected)");
      }
    }
    return root.path(key);
  }

  /** Refuses what is no object or has other properties than these. */
  public static void requireOnly(String at, JsonNode value, Collection<String> allowed) {
    if (!value.isObject()) {
      throw ComputeFaults.invalid(at, "It is not of type 'object'");
    }
    for (String name : names(value)) {
      if (!allowed.contains(name)) {
        throw ComputeFaults.invalid(
            at, "Additional properties are not allowed ('" + name + "' was unexpected)");
      }
    }
  }

  public static JsonNode required(String at, JsonNode value, String property) {
    if (!value.has(property)) {
      throw ComputeFaults.invalid(at, "'" + property + "' is a required property");
    }
    return value.path(property);
  }

  public static String text(String at, JsonNode value) {
    if (!value.isTextual()) {
      throw ComputeFaults.invalid(at, value + " is not of type 'string'");
    }
    return value.asText();
  }

  public static Refusal bad(String message) {
    return new Refusal(ComputeFaults.badRequest(message));
  }

  private static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
