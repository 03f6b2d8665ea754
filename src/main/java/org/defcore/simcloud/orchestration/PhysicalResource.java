package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;
import org.eclipse.jetty.http.HttpStatus;

/**
 * The resource of another service that a resource of a stack stands for. Calls of that service make
 * and delete it, and tell when it is in the state that its type waits for. An update leaves it as
 * it is.
 */
final class PhysicalResource {

  private static final JsonNode NONE = MissingNode.getInstance();

  private final ServiceCalls calls;
  private final JsonNode how;
  private final ObjectNode values;
  private String id = "";
  private Optional<Failure> failure = Optional.empty();
  private BooleanSupplier done = () -> true;

  private record Failure(String kind, String why) {}

  /**
   * @param how it is made, from the description of its type
   * @param values of its properties
   */
  PhysicalResource(ServiceCalls calls, JsonNode how, ObjectNode values) {
    this.calls = calls;
    this.how = how;
    this.values = values;
  }

  void create() {
    String key = how.path("as").asText();
    Reply reply = calls.call("POST", path("at"), Json.wrap(key, sent(values, "")));
    note(reply);
    id = reply.json().orElse(NONE).path(key).path(how.path("id").asText("id")).asText();
    done = this::isMade;
  }

  void delete() {
    failure = Optional.empty();
    if (!id.isEmpty()) {
      Reply reply = call("DELETE", path("at") + "/" + id);
      note(reply.status() == 404 ? Reply.empty(204) : reply);
    }
    done = this::isGone;
  }

  /** The id that its service knows; empty if it was refused. */
  String id() {
    return id;
  }

  /** Returns whether its service has done what it was asked for last, or will not do it. */
  boolean isAtRest() {
    return failure.isPresent() || done.getAsBoolean();
  }

  /** The reason for which a resource of that name fails, if it does. */
  Optional<String> failure(String resource) {
    return failure.map(it -> "%s: resources.%s: %s".formatted(it.kind(), resource, it.why()));
  }

  /** As its service shows it; without values if it is not there. */
  ObjectNode attributes(JsonNode known) {
    if (!how.has("of") && shown() instanceof ObjectNode shown) {
      return shown;
    }
    ObjectNode untold = Json.object();
    known.fieldNames().forEachRemaining(untold::putNull);
    return untold;
  }

  private JsonNode shown() {
    if (id.isEmpty()) {
      return NONE;
    }
    Reply reply = call("GET", how.has("of") ? path("of") : path("at") + "/" + id);
    return reply.status() == 200 ? reply.json().orElseThrow().elements().next() : NONE;
  }

  private Reply call(String method, String path) {
    return calls.call(method, path, NONE);
  }

  JsonNode attribute(String key) {
    JsonNode shown = shown();
    return key.equals("networks") && shown.has("addresses") ? networks(shown) : shown.path(key);
  }

  /** The addresses of a server by the names of its networks, and by their ids. */
  private ObjectNode networks(JsonNode shown) {
    ObjectNode networks = Json.object();
    for (Map.Entry<String, JsonNode> named : shown.path("addresses").properties()) {
      networks.set(named.getKey(), Json.strings(named.getValue().findValuesAsText("addr")));
    }
    Reply ties = call("GET", path("at") + "/" + id + "/os-interface");
    for (JsonNode tie : ties.json().orElse(NONE).path("interfaceAttachments")) {
      tie.findValuesAsText("ip_address")
          .forEach(networks.withArray("/" + tie.path("net_id").asText())::add);
    }
    return networks;
  }

  private boolean isMade() {
    String status = shown().path("status").asText();
    if (status.toUpperCase(Locale.ROOT).startsWith("ERROR")) {
      failure = Optional.of(new Failure("ResourceInError", "Went to status " + status));
    }
    return failure.isPresent() || status.matches(how.path("done").asText());
  }

  private boolean isGone() {
    JsonNode left = shown();
    return left.isMissingNode()
        || left.path("status").asText().equals(how.path("left").asText("DELETED"));
  }

  private void note(Reply reply) {
    if (reply.status() >= 400) {
      boolean over = reply.status() == 413;
      String kind = over ? "OverLimit" : HttpStatus.getMessage(reply.status()).replace(" ", "");
      String why = reply.json().map(it -> it.findPath("message").asText()).orElse("");
      failure = Optional.of(new Failure(kind, "%s (HTTP %d)".formatted(why, reply.status())));
    }
  }

  /** A path of the type with the project and the values of properties in their places. */
  private String path(String key) {
    String path = how.path(key).asText().replace("{project}", calls.user().project());
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue().asText());
    }
    return path;
  }

  /** Properties as the service calls them, with what it has to be told besides. */
  private JsonNode sent(JsonNode value, String at) {
    if (value.isArray()) {
      return Json.array(value.valueStream().map(it -> sent(it, at)).toList());
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode sent = Json.object();
    how.path("besides").path(at).properties().forEach(it -> sent.set(it.getKey(), it.getValue()));
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String place = at + "/" + field.getKey();
      String name = how.path("names").path(place).asText(field.getKey());
      if (!name.isEmpty()) {
        sent.set(name, sent(field.getValue(), place));
      }
    }
    return sent;
  }
}
