package org.defcore.simcloud.compute.keypair;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Refusal;

/** A wish for a key pair that keeps the rules of its microversion. */
record KeyPairRequest(String name, String type, Optional<String> publicKey) {

  static KeyPairRequest read(Incoming request) throws IOException {
    JsonNode pair = pair(request);
    Microversion version = ComputeVersions.of(request);
    List<String> known = new ArrayList<>(List.of("name", "public_key"));
    if (version.atLeast(2)) {
      known.add("type");
    }
    if (version.atLeast(10)) {
      known.add("user_id");
    }
    for (Iterator<String> names = pair.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw ComputeFaults.invalid("keypair", "Additional property '" + name + "' is not allowed");
      }
    }
    return new KeyPairRequest(
        name(pair, version), type(pair), publicKey(pair, version.atLeast(92)));
  }

  private static JsonNode pair(Incoming request) throws IOException {
    String media = request.mediaType();
    if (!media.isEmpty() && !media.equals("application/json")) {
      throw new Refusal(ComputeFaults.fault(415, "badMediaType", "Unsupported Content-Type"));
    }
    byte[] sent = request.bytes();
    if (sent.length == 0) {
      throw new Refusal(ComputeFaults.badRequest("None is not of type 'object'"));
    }
    JsonNode pair =
        Json.read(sent)
            .orElseThrow(() -> new Refusal(ComputeFaults.badRequest("Malformed request body")))
            .path("keypair");
    if (!pair.isObject()) {
      throw new Refusal(ComputeFaults.badRequest("'keypair' is a required property"));
    }
    return pair;
  }

  private static String name(JsonNode pair, Microversion version) {
    JsonNode name = pair.path("name");
    if (!name.isTextual()) {
      throw ComputeFaults.invalid("name", "A string is required");
    }
    String text = name.asText();
    if (text.isBlank() || text.length() > 255) {
      throw ComputeFaults.invalid("name", "Its length is not between 1 and 255");
    }
    String allowed = version.atLeast(92) ? "[@._ A-Za-z0-9-]+" : "[_ A-Za-z0-9-]+";
    if (!text.matches(allowed)) {
      throw new Refusal(
          ComputeFaults.badRequest("An invalid 'name' value was provided: expected " + allowed));
    }
    return text;
  }

  private static String type(JsonNode pair) {
    String type = pair.path("type").asText("ssh");
    if (!type.equals("ssh") && !type.equals("x509")) {
      throw ComputeFaults.invalid("type", "'" + type + "' is not one of ['ssh', 'x509']");
    }
    return type;
  }

  private static Optional<String> publicKey(JsonNode pair, boolean required) {
    JsonNode key = pair.path("public_key");
    if (key.isMissingNode() && required) {
      throw ComputeFaults.invalid("keypair", "'public_key' is a required property");
    }
    if (!key.isMissingNode() && !key.isTextual()) {
      throw ComputeFaults.invalid("public_key", "A string is required");
    }
    return key.isTextual() ? Optional.of(key.asText()) : Optional.empty();
  }
}
