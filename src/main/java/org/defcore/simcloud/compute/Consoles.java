package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Limit;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/**
 * Console output of servers, and ways to view their consoles: actions until 2.5, and things since.
 * Of these only VNC is configured, which is the default.
 */
record Consoles(ServerStore servers) {

  private static final String ONE = "POST /v2.1/servers/{server}";

  List<Operation> operations() {
    String log = "os-getConsoleOutput";
    String things = ONE + "/remote-consoles";
    return List.of(
        Operation.keyed("compute.consoles.log", ONE + "/action", log, this::log),
        action("vnc", "os-getVNCConsole"),
        action("spice", "os-getSPICEConsole"),
        action("serial", "os-getSerialConsole"),
        ComputeVersions.within(
            6, 93, Operation.of("compute.consoles.create", things, this::create)));
  }

  private Reply log(Incoming request) throws IOException {
    JsonNode length = request.sent("os-getConsoleOutput").path("length");
    Server server = ready(request);
    requireAble(Action.READ_LOG);
    Guest guest = server.guest(servers.world().kind().userland());
    String written = guest.userland().bootLog(guest.hostName(), guest.processors());
    boolean all = length.isMissingNode() || length.isNull();
    return Reply.json(
        200, Json.object().put("output", all ? written : tail(written, length.asLong())));
  }

  // As the service counts: -1 is all but the first line, which its schema means to be all.
  private static String tail(String text, long length) {
    List<String> lines = List.of(text.split("\n", -1));
    long from = length < 0 ? -length : lines.size() - length;
    return String.join("\n", lines.stream().skip(Math.max(0, from)).toList());
  }

  private Operation action(String protocol, String key) {
    Handler opening =
        request -> {
          String type = request.sent(key).path("type").asText();
          return Reply.json(200, Json.wrap("console", open(request, protocol, type)));
        };
    String name = "compute.consoles." + protocol;
    return ComputeVersions.within(1, 5, Operation.keyed(name, ONE + "/action", key, opening));
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = request.sent("remote_console");
    String protocol = asked.path("protocol").asText();
    ObjectNode console = open(request, protocol, asked.path("type").asText());
    return Reply.json(200, Json.wrap("remote_console", console.put("protocol", protocol)));
  }

  private ObjectNode open(Incoming request, String protocol, String type) {
    Server server = ready(request);
    if (!protocol.equals("vnc")) {
      throw ComputeFaults.bad("Unavailable console type " + type + ".");
    }
    if (!type.equals("novnc")) {
      throw ComputeFaults.bad("Invalid console type " + type);
    }
    requireAble(Action.OPEN_SCREEN);
    String root = request.base().substring(0, request.base().lastIndexOf('/'));
    String screen = Ids.builtIn("screen " + server.id());
    return Json.object()
        .put("type", type)
        .put("url", root + "/vnc_auto.html?path=%3Ftoken%3D" + screen);
  }

  private void requireAble(Action action) {
    Optional<Limit> refused = servers.world().kind().refusal(action);
    if (refused.isPresent()) {
      throw ComputeFaults.refusal(refused.get().status(), refused.get().message());
    }
  }

  private Server ready(Incoming request) {
    Server server = servers.find(request);
    if (!server.isScheduled()) {
      throw ComputeFaults.conflict("Instance " + server.id() + " is not ready");
    }
    return server;
  }
}
