package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
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
      case "compute.servers.reboot" -> request -> reboot(request, honest);
      case "compute.servers.rebuild" -> request -> rebuild(request, honest);
      case "compute.servers.resize" -> request -> resize(request, honest);
      default -> honest;
    };
  }

  private Incoming withFreeName(Incoming request) throws IOException {
    String name = sent(request, "/server/name");
    boolean used =
        servers.own(request.caller().project()).stream()
            .anyMatch(it -> it.spec().name().equals(name));
    if (used && defects.on(ComputeDefect.NAME_ONCE)) {
      throw ComputeFaults.conflict("Server " + name + " already exists.");
    }
    return request;
  }

  private Incoming withPlainName(Incoming request) throws IOException {
    boolean wide = sent(request, "/createImage/name").chars().anyMatch(it -> it > 127);
    if (wide && defects.on(ComputeDefect.SNAPSHOT_WIDE_NAME)) {
      throw ComputeFaults.conflict("No image can have that name.");
    }
    return request;
  }

  private Reply otherwise(Reply reply) {
    JsonNode server = reply.json().orElseThrow().path("server");
    if (server instanceof ObjectNode body
        && body.has(ServerView.HOST_NAME)
        && defects.on(ComputeDefect.SHOWS_OTHER_HOST)) {
      body.put(ServerView.HOST_NAME, "localhost");
    }
    if (server.path("flavor") instanceof ObjectNode flavor
        && flavor.has("vcpus")
        && defects.on(ComputeDefect.SHOWS_OTHER_SIZE)) {
      flavor.put("vcpus", flavor.path("vcpus").asInt() + 1);
    }
    return reply.json().map(reply::withJson).orElse(reply);
  }

  private Reply reboot(Incoming request, Handler honest) throws IOException {
    Reply reply = honest.answer(request);
    stay(request, ComputeDefect.REBOOT_STAYS);
    return reply;
  }

  private Reply rebuild(Incoming request, Handler honest) throws IOException {
    Server server = servers.find(request);
    if (defects.on(ComputeDefect.REBUILD_HARMS)) {
      server.change(server.spec().named(sent(request, "/rebuild/name")));
      throw Document.bad("There is no way to rebuild instance " + server.id());
    }
    Reply reply = honest.answer(request);
    if (defects.on(ComputeDefect.REBUILD_ADDRESSES)) {
      server.ports().forEach(servers.surroundings().networks()::unplug);
      server.ports().clear();
    }
    stay(request, ComputeDefect.REBUILD_STAYS);
    return reply;
  }

  private Reply resize(Incoming request, Handler honest) throws IOException {
    if (defects.on(ComputeDefect.RESIZE_HARMS)) {
      servers.find(request).enter(ServerState.STOPPED);
      throw ComputeFaults.forbidden("servers:resize");
    }
    Reply reply = honest.answer(request);
    stay(request, ComputeDefect.RESIZE_STAYS);
    if (defects.on(ComputeDefect.RESIZE_AT_ONCE)) {
      Server server = servers.find(request);
      server.stages().then(() -> server.enter(ServerActions.settled(server)));
    }
    return reply;
  }

  private void stay(Incoming request, ComputeDefect defect) {
    if (defects.on(defect)) {
      servers.find(request).stages().drop();
    }
  }

  private static String sent(Incoming request, String pointer) throws IOException {
    return Json.read(request.peek()).map(it -> it.at(pointer).asText()).orElse("");
  }
}
