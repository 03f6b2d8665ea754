package org.defcore.simcloud.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Configurations of software, and their deployments to servers, which need not be there. */
final class SoftwareStore {

  private static final String CONFIG = "software_config";
  private static final String DEPLOYMENT = "software_deployment";

  /** The stack of a deployment, which is not shown. */
  private static final String STACK = "stack";

  private final Timing timing;
  private final Shelf<ObjectNode> configs;
  private final Shelf<ObjectNode> deployments;

  SoftwareStore(Timing timing) {
    this.timing = timing;
    configs = shelf("Software config");
    deployments = shelf("Deployment");
  }

  private Shelf<ObjectNode> shelf(String kind) {
    return Shelf.ofDocuments(new Object(), timing, it -> missing(kind, it), it -> false);
  }

  private static Refusal missing(String kind, String id) {
    String message = "%s with id %s not found".formatted(kind, id);
    return new Refusal(HeatFaults.fault(404, "NotFound", message), message);
  }

  List<Operation> operations() {
    return List.of(
        of("configs.list", "GET", "configs", this::listConfigs),
        of("configs.create", "POST", "configs", this::createConfig),
        of("configs.show", "GET", "configs/{id}", it -> told(CONFIG, config(it))),
        of("configs.delete", "DELETE", "configs/{id}", this::deleteConfig),
        of("deployments.list", "GET", "deployments", this::list),
        of("deployments.create", "POST", "deployments", this::create),
        of("deployments.metadata", "GET", "deployments/metadata/{id}", this::metadata),
        of("deployments.show", "GET", "deployments/{id}", it -> told(DEPLOYMENT, deployment(it))),
        of("deployments.delete", "DELETE", "deployments/{id}", this::delete),
        Operation.open(
            "orchestration.software-deployments.signal", "POST /v1/signal/{id}", this::signal));
  }

  private static Operation of(String name, String method, String path, Handler handler) {
    return Operation.of(
        "orchestration.software-" + name, method + " /v1/{project}/software_" + path, handler);
  }

  private static Reply told(String key, ObjectNode thing) {
    return Reply.json(200, Json.wrap(key, thing.without(STACK)));
  }

  private ObjectNode config(Incoming request) {
    return configs.require(request.caller().project(), request.part("id"));
  }

  private ObjectNode deployment(Incoming request) {
    return deployments.require(request.caller().project(), request.part("id"));
  }

  List<String> resources() {
    return deployments.everyone(it -> true).stream()
        .map(it -> "software deployment " + id(it))
        .toList();
  }

  private Reply listConfigs(Incoming request) {
    List<ObjectNode> mine =
        configs.all(request.caller().project()).stream()
            .<ObjectNode>map(it -> it.without(List.of("config", "inputs", "outputs", "options")))
            .toList();
    return Reply.json(200, Json.wrap("software_configs", Json.array(mine)));
  }

  private Reply createConfig(Incoming request) throws IOException {
    JsonNode asked = request.json().orElse(MissingNode.getInstance());
    return told(CONFIG, addConfig(request.caller().project(), asked, Json.array()));
  }

  private ObjectNode addConfig(String project, JsonNode asked, JsonNode inputs) {
    ObjectNode config =
        Json.form(
            """
            {"id": %s, "name": %s, "group": %s, "config": %s, "inputs": %s, "outputs": [],
             "options": {}, "creation_time": %s}
            """,
            Ids.uuid(),
            asked.get("name"),
            asked.get("group"),
            asked.path("config").asText(),
            inputs,
            now());
    configs.add(id(config), project, config);
    return config;
  }

  private Reply deleteConfig(Incoming request) {
    configs.remove(id(config(request)));
    return Reply.empty(204);
  }

  private Reply list(Incoming request) {
    return Reply.json(200, Json.wrap("software_deployments", Json.array(ofServer(request))));
  }

  /** The deployments to the server that is asked for, or to all. */
  private List<ObjectNode> ofServer(Incoming request) {
    String server = request.query("server_id").orElse(request.part("id"));
    return deployments.all(request.caller().project()).stream()
        .filter(it -> server.isEmpty() || text(it, "server_id").equals(server))
        .map(it -> it.<ObjectNode>without(STACK))
        .toList();
  }

  private Reply metadata(Incoming request) {
    String project = request.caller().project();
    List<ObjectNode> all =
        ofServer(request).stream()
            .map(it -> configs.require(project, text(it, "config_id")))
            .toList();
    return Reply.json(200, Json.wrap("metadata", Json.array(all)));
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = request.json().orElse(MissingNode.getInstance());
    ObjectNode config =
        configs.require(request.caller().project(), asked.path("config_id").asText());
    return told(
        DEPLOYMENT,
        add(request.caller().project(), Ids.uuid(), id(config), asked.path("server_id").asText()));
  }

  private ObjectNode add(String project, String id, String config, String server) {
    ObjectNode deployment =
        Json.form(
            """
            {"id": %s, "config_id": %s, "server_id": %s, "action": "CREATE",
             "status": "IN_PROGRESS", "status_reason": "Deploy data available",
             "input_values": {}, "output_values": null, "creation_time": %s}
            """,
            id, config, server, now());
    deployments.add(id, project, deployment);
    return deployment;
  }

  private Reply delete(Incoming request) {
    deployments.remove(id(deployment(request)));
    return Reply.empty(204);
  }

  private Reply signal(Incoming request) {
    end(request.part("id"), "COMPLETE", "Outputs received");
    return Reply.text(200, "text/html; charset=UTF-8", "");
  }

  private void end(String id, String status, String reason) {
    deployments.change(
        id, it -> it.put("status", status).put("status_reason", reason).put("updated_time", now()));
  }

  /**
   * Makes the deployments of a stack.
   *
   * @param base of the links to which their signals go
   */
  void deploy(LiveStack stack, String base) {
    for (String name : stack.sent().needs().names()) {
      if (stack.sent().type(name).equals("OS::Heat::SoftwareDeploymentGroup")) {
        JsonNode group = stack.properties(name);
        JsonNode wanted = stack.properties(group.path("config").asText());
        for (JsonNode server : group.path("servers")) {
          String id = Ids.uuid();
          JsonNode inputs = inputs(stack, name, server, base + "/v1/signal/" + id);
          ObjectNode config = addConfig(stack.project(), wanted, inputs);
          add(stack.project(), id, id(config), server.asText());
          deployments.change(id, it -> it.put(STACK, stack.id()));
        }
      }
    }
  }

  private static JsonNode inputs(LiveStack stack, String name, JsonNode server, String link) {
    ObjectNode values =
        Json.form(
            """
            {"deploy_server_id": %s, "deploy_action": "CREATE", "deploy_stack_id": %s,
             "deploy_resource_name": %s, "deploy_signal_transport": "CFN_SIGNAL",
             "deploy_signal_id": %s, "deploy_signal_verb": "POST"}
            """,
            server, stack.name() + "/" + stack.id(), name, link);
    return Json.array(
        values.properties().stream()
            .map(
                it ->
                    Json.form(
                        "{\"name\": %s, \"description\": \"\", \"type\": \"String\", \"value\": %s}",
                        it.getKey(), it.getValue()))
            .toList());
  }

  /** Returns whether a deployment of the stack has yet to send its signal. */
  boolean isWaiting(String stack) {
    return !deployments
        .everyone(it -> isOf(it, stack) && text(it, "status").equals("IN_PROGRESS"))
        .isEmpty();
  }

  /** Lets the deployments of a stack fail whose time is up. */
  void expire(String stack) {
    deployments
        .everyone(it -> isOf(it, stack))
        .forEach(it -> end(id(it), "FAILED", "Deployment timed out"));
  }

  /** Removes the deployments of a stack, and their configurations. */
  void remove(String stack) {
    for (ObjectNode deployment : deployments.everyone(it -> isOf(it, stack))) {
      configs.remove(text(deployment, "config_id"));
      deployments.remove(id(deployment));
    }
  }

  private static boolean isOf(ObjectNode deployment, String stack) {
    return text(deployment, STACK).equals(stack);
  }

  private String now() {
    return Times.seconds(timing.second());
  }

  private static String id(ObjectNode thing) {
    return text(thing, "id");
  }

  private static String text(ObjectNode thing, String field) {
    return thing.path(field).asText();
  }
}
