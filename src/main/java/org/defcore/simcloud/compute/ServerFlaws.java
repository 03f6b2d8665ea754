package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/**
 * Defects of the operations on servers: each spoils what goes into its operation or comes of it.
 */
record ServerFlaws(ServerStore servers, Defects defects) {

  Handler around(Operation operation) {
    Handler honest = operation.handler();
    return switch (operation.name()) {
      case "compute.servers.create" -> request -> honest.answer(withFreeName(request));
      case "compute.servers.show" -> request -> otherwise(honest.answer(request));
      case "compute.servers.create-image" -> request -> honest.answer(withPlainName(request));
      case "compute.servers.reboot" -> request -> stay(request, honest, ComputeDefect.REBOOT_STAYS);
      case "compute.servers.rebuild" -> request -> rebuild(request, honest);
      case "compute.servers.resize" -> request -> resize(request, honest);
      default -> honest;
    };
  }

  private Incoming withFreeName(Incoming request) throws IOException {
    String name = request.sent("server").path("name").asText();
    boolean used =
        servers.own(request.caller().project()).stream().anyMatch(it -> it.name().equals(name));
    if (used && defects.on(ComputeDefect.NAME_ONCE)) {
      throw ComputeFaults.conflict("Server " + name + " already exists.");
    }
    return request;
  }

  private Incoming withPlainName(Incoming request) throws IOException {
    String name = request.sent("createImage").path("name").asText();
    if (name.chars().anyMatch(it -> it > 127) && defects.on(ComputeDefect.SNAPSHOT_WIDE_NAME)) {
      throw ComputeFaults.conflict("No image can have that name.");
    }
    return request;
  }

  private Reply otherwise(Reply reply) {
    JsonNode server = reply.json().orElseThrow().path("server");
    if (server instanceof ObjectNode body
        && body.has(Server.HOST_NAME)
        && defects.on(ComputeDefect.SHOWS_OTHER_HOST)) {
      body.put(Server.HOST_NAME, "localhost");
    }
    if (server.path("flavor") instanceof ObjectNode flavor
        && flavor.has("vcpus")
        && defects.on(ComputeDefect.SHOWS_OTHER_SIZE)) {
      flavor.put("vcpus", flavor.path("vcpus").asInt() + 1);
    }
    return reply.json().map(reply::withJson).orElse(reply);
  }

  private Reply rebuild(Incoming request, Handler honest) throws IOException {
    Server server = servers.find(request);
    if (defects.on(ComputeDefect.REBUILD_HARMS)) {
      server.change(Json.wrap("name", request.sent("rebuild").path("name")));
      throw ComputeFaults.bad("There is no way to rebuild instance " + server.id());
    }
    Reply reply = stay(request, honest, ComputeDefect.REBUILD_STAYS);
    if (defects.on(ComputeDefect.REBUILD_ADDRESSES)) {
      server.ports().forEach(servers.world().networks()::unplug);
      server.ports().clear();
    }
    return reply;
  }

  private Reply resize(Incoming request, Handler honest) throws IOException {
    Server server = servers.find(request);
    if (defects.on(ComputeDefect.RESIZE_HARMS)) {
      server.enter(ServerState.STOPPED);
      throw ComputeFaults.forbidden("servers:resize");
    }
    Reply reply = stay(request, honest, ComputeDefect.RESIZE_STAYS);
    if (defects.on(ComputeDefect.RESIZE_AT_ONCE)) {
      server.stages().then(() -> server.enter(ServerActions.settled(server)));
    }
    return reply;
  }

  // Begins what never ends.
  private Reply stay(Incoming request, Handler honest, ComputeDefect defect) throws IOException {
    Server server = servers.find(request);
    Reply reply = honest.answer(request);
    if (defects.on(defect)) {
      server.stages().drop();
    }
    return reply;
  }
}
