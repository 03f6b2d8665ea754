package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/**
 * Console output of servers, and ways to view their consoles. Of these only VNC is configured,
 * which is the default.
 */
final class Consoles {

  private static final String ACTION = "POST /v2.1/servers/{server}/action";
  private static final String VNC = "os-getVNCConsole";
  private static final String SPICE = "os-getSPICEConsole";
  private static final String SERIAL = "os-getSerialConsole";
  private static final Set<String> PROTOCOLS = Set.of("vnc", "spice", "rdp", "serial");
  private static final Set<String> TYPES =
      Set.of("novnc", "xvpvnc", "rdp-html5", "spice-html5", "serial");
  private static final int LAST_OF_THE_ACTIONS = 5;

  private final ServerStore servers;

  Consoles(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return List.of(
        Operation.keyed("compute.consoles.log", ACTION, "os-getConsoleOutput", this::log),
        Operation.keyed("compute.consoles.vnc", ACTION, VNC, it -> act(it, VNC)),
        Operation.keyed("compute.consoles.spice", ACTION, SPICE, it -> act(it, SPICE)),
        Operation.keyed("compute.consoles.serial", ACTION, SERIAL, it -> act(it, SERIAL)),
        Operation.of(
            "compute.consoles.create",
            "POST /v2.1/servers/{server}/remote-consoles",
            this::create));
  }

  private Reply log(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "os-getConsoleOutput");
    Document.requireOnly("os-getConsoleOutput", asked, Set.of("length"));
    JsonNode length = asked.path("length");
    boolean all = length.isMissingNode() || length.isNull();
    if (!all && !length.asText().matches("-?\\d{1,9}")) {
      throw ComputeFaults.invalid("length", length + " does not match '^-?[0-9]+$'");
    }
    if (length.isNumber() && length.asInt() < -1) {
      throw ComputeFaults.invalid("length", length + " is less than the minimum of -1");
    }
    Server server = ready(request);
    Permit.requireAble(servers.kind(), Action.READ_LOG);
    Guest guest = server.guest(servers.kind().userland());
    String written = guest.userland().bootLog(guest.hostName(), guest.processors());
    String output = all ? written : tail(written, length.asInt());
    return Reply.json(200, Json.object().put("output", output));
  }

  // As the service counts: -1 is all but the first line, which its schema means to be all.
  private static String tail(String text, int length) {
    if (length == 0) {
      return "";
    }
    List<String> lines = List.of(text.split("\n", -1));
    int from = length < 0 ? -length : lines.size() - length;
    return String.join(
        "\n", lines.subList(Math.max(0, Math.min(from, lines.size())), lines.size()));
  }

  private Reply act(Incoming request, String action) throws IOException {
    if (ComputeVersions.of(request).atLeast(LAST_OF_THE_ACTIONS + 1)) {
      throw ComputeFaults.notFound("The resource could not be found.");
    }
    JsonNode asked = Document.read(request, action);
    Document.requireOnly(action, asked, Set.of("type"));
    String type = word(action, asked, "type", TYPES);
    Server server = ready(request);
    String url = url(request, server, action.equals(VNC) ? "vnc" : type, type);
    ObjectNode console = Json.object().put("type", type).put("url", url);
    return Reply.json(200, Json.wrap("console", console));
  }

  private Reply create(Incoming request) throws IOException {
    if (!ComputeVersions.of(request).atLeast(LAST_OF_THE_ACTIONS + 1)) {
      throw ComputeFaults.notFound("The resource could not be found.");
    }
    JsonNode asked = Document.read(request, "remote_console");
    Document.requireOnly("remote_console", asked, Set.of("protocol", "type"));
    String protocol = word("remote_console", asked, "protocol", PROTOCOLS);
    String type = word("remote_console", asked, "type", TYPES);
    Server server = ready(request);
    String url = url(request, server, protocol, type);
    ObjectNode console = Json.object().put("protocol", protocol).put("type", type).put("url", url);
    return Reply.json(200, Json.wrap("remote_console", console));
  }

  private static String word(String at, JsonNode asked, String name, Set<String> known) {
    String word = Document.text(name, Document.required(at, asked, name));
    if (!known.contains(word)) {
      throw ComputeFaults.invalid(name, "'" + word + "' is not one of the known");
    }
    return word;
  }

  private String url(Incoming request, Server server, String protocol, String type) {
    if (!protocol.equals("vnc")) {
      throw new Refusal(ComputeFaults.badRequest("Unavailable console type " + type + "."));
    }
    if (!type.equals("novnc")) {
      throw new Refusal(ComputeFaults.badRequest("Invalid console type " + type));
    }
    Permit.requireAble(servers.kind(), Action.OPEN_SCREEN);
    String root = request.base().substring(0, request.base().lastIndexOf('/'));
    return root + "/vnc_auto.html?path=%3Ftoken%3D" + Ids.builtIn("screen " + server.id());
  }

  private Server ready(Incoming request) {
    Server server = servers.find(request);
    if (!server.isScheduled()) {
      throw ComputeFaults.conflict("Instance " + server.id() + " is not ready");
    }
    return server;
  }
}
