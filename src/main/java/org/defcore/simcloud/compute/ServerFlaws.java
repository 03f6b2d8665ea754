package org.defcore.simcloud.compute;

import java.io.IOException;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/**
 * Defects of the operations on servers: each spoils what goes into its operation or comes of it.
 */
record ServerFlaws(ServerStore servers) {

  Handler around(Operation operation) {
    Handler honest = operation.handler();
    return switch (operation.name()) {
      case "compute.servers.create" -> request -> honest.answer(withFreeName(request));
      case "compute.servers.create-image" -> request -> honest.answer(withPlainName(request));
      case "compute.servers.rebuild" -> request -> rebuild(request, honest);
      case "compute.servers.resize" -> request -> resize(request, honest);
      default -> honest;
    };
  }

  private Incoming withFreeName(Incoming request) throws IOException {
    String name = request.sent("server").path("name").asText();
    boolean used =
        servers.own(request.caller().project()).stream().anyMatch(it -> it.name().equals(name));
    if (used && servers.has(ComputeDefect.NAME_ONCE)) {
      throw ComputeFaults.conflict("Server " + name + " already exists.");
    }
    return request;
  }

  private Incoming withPlainName(Incoming request) throws IOException {
    String name = request.sent("createImage").path("name").asText();
    if (name.chars().anyMatch(it -> it > 127) && servers.has(ComputeDefect.SNAPSHOT_WIDE_NAME)) {
      throw ComputeFaults.conflict("No image can have that name.");
    }
    return request;
  }

  private Reply rebuild(Incoming request, Handler honest) throws IOException {
    Server server = servers.find(request);
    if (servers.has(ComputeDefect.REBUILD_HARMS)) {
      server.change(Json.wrap("name", request.sent("rebuild").path("name")));
      throw ComputeFaults.bad("There is no way to rebuild instance " + server.id());
    }
    Reply reply = stay(request, honest, ComputeDefect.REBUILD_STAYS);
    if (servers.has(ComputeDefect.REBUILD_ADDRESSES)) {
      server.ports().forEach(servers.world().networks()::unplug);
      server.ports().clear();
    }
    return reply;
  }

  private Reply resize(Incoming request, Handler honest) throws IOException {
    Server server = servers.find(request);
    if (servers.has(ComputeDefect.RESIZE_HARMS)) {
      server.enter(ServerState.STOPPED);
      throw ComputeFaults.forbidden("servers:resize");
    }
    Reply reply = stay(request, honest, ComputeDefect.RESIZE_STAYS);
    if (servers.has(ComputeDefect.RESIZE_AT_ONCE)) {
      server.stages().then(() -> server.enter(ServerActions.settled(server)));
    }
    return reply;
  }

  // Begins what never ends.
  private Reply stay(Incoming request, Handler honest, ComputeDefect defect) throws IOException {
    Server server = servers.find(request);
    Reply reply = honest.answer(request);
    if (servers.has(defect)) {
      server.stages().drop();
    }
    return reply;
  }
}
