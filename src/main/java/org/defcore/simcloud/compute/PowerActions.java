package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers switched on and off, locked, and forced away. */
final class PowerActions {

  private static final String ACTION = "POST /v2.1/servers/{server}/action";
  private static final Set<String> REBOOTABLE =
      Set.of("active", "stopped", "paused", "suspended", "error");

  private final ServerStore servers;

  PowerActions(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return List.of(
        Operation.keyed("compute.servers.reboot", ACTION, "reboot", this::reboot),
        Operation.keyed("compute.servers.stop", ACTION, "os-stop", this::stop),
        Operation.keyed("compute.servers.start", ACTION, "os-start", this::start),
        Operation.keyed("compute.servers.lock", ACTION, "lock", it -> lock(it, "lock")),
        Operation.keyed("compute.servers.unlock", ACTION, "unlock", it -> lock(it, "unlock")));
  }

  private Reply reboot(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "reboot");
    Document.requireOnly("reboot", asked, Set.of("type"));
    String type =
        Document.text("type", Document.required("reboot", asked, "type")).toUpperCase(Locale.ROOT);
    if (!type.equals("HARD") && !type.equals("SOFT")) {
      throw ComputeFaults.invalid("type", "It is not one of ['HARD', 'SOFT']");
    }
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    boolean hard = type.equals("HARD");
    Permit.requireIdle(server, "reboot", hard ? REBOOTABLE : Set.of("active"));
    server.enter(server.state().during(hard ? "rebooting_hard" : "rebooting"));
    server.stages().then(() -> server.enter(ServerState.ACTIVE));
    return InstanceActions.logged(server, "reboot", InstanceActions.accepted());
  }

  private Reply stop(Incoming request) throws IOException {
    Document.read(request, "os-stop");
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "stop", Set.of("active", "error"));
    server.enter(server.state().during("powering-off"));
    server.stages().then(() -> server.enter(ServerState.STOPPED));
    return InstanceActions.logged(server, "stop", InstanceActions.accepted());
  }

  private Reply start(Incoming request) throws IOException {
    Document.read(request, "os-start");
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "start", Set.of("stopped"));
    server.enter(server.state().during("powering-on"));
    server.stages().then(() -> server.enter(ServerState.ACTIVE));
    return InstanceActions.logged(server, "start", InstanceActions.accepted());
  }

  private Reply lock(Incoming request, String action) throws IOException {
    Document.read(request, action);
    Server server = servers.find(request);
    server.lock(action.equals("lock"));
    return InstanceActions.logged(server, action, InstanceActions.accepted());
  }
}
