package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers that are rebooted, locked, switched off and on, or held still. */
final class PowerActions {

  private static final String ACTION = "POST /v2.1/servers/{server}/action";
  private static final Set<String> REBOOTABLE =
      Set.of("active", "stopped", "paused", "suspended", "error");

  /**
   * A change from some states through a task to another.
   *
   * @param action what a kind of compute may fail in, if it can
   */
  private record Step(
      String name,
      String key,
      Set<String> from,
      String task,
      ServerState end,
      Optional<Action> action) {

    static Step of(String name, String from, String task, ServerState end, Action action) {
      return new Step(name, name, Set.of(from), task, end, Optional.of(action));
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(
              "stop",
              "os-stop",
              Set.of("active", "error"),
              "powering-off",
              ServerState.STOPPED,
              Optional.empty()),
          new Step(
              "start",
              "os-start",
              Set.of("stopped"),
              "powering-on",
              ServerState.ACTIVE,
              Optional.empty()),
          Step.of("pause", "active", "pausing", ServerState.PAUSED, Action.PAUSE),
          Step.of("unpause", "paused", "unpausing", ServerState.ACTIVE, Action.PAUSE),
          Step.of("suspend", "active", "suspending", ServerState.SUSPENDED, Action.SUSPEND),
          Step.of("resume", "suspended", "resuming", ServerState.ACTIVE, Action.SUSPEND));

  private final ServerStore servers;

  PowerActions(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.keyed("compute.servers.reboot", ACTION, "reboot", this::reboot));
    for (String word : List.of("lock", "unlock")) {
      all.add(Operation.keyed("compute.servers." + word, ACTION, word, it -> lock(it, word)));
    }
    for (Step step : STEPS) {
      all.add(
          Operation.keyed(
              "compute.servers." + step.name(), ACTION, step.key(), it -> take(it, step)));
    }
    return all;
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

  private Reply take(Incoming request, Step step) throws IOException {
    Document.read(request, step.key());
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, step.name(), step.from());
    server.enter(server.state().during(step.task()));
    Optional<Failure> failure = step.action().flatMap(servers.kind()::failure);
    if (failure.isPresent()) {
      return InstanceActions.failing(
          server, step.name(), failure.get(), InstanceActions.accepted());
    }
    server.stages().then(() -> server.enter(step.end()));
    return InstanceActions.logged(server, step.name(), InstanceActions.accepted());
  }

  private Reply lock(Incoming request, String action) throws IOException {
    Document.read(request, action);
    Server server = servers.find(request);
    server.lock(action.equals("lock"));
    return InstanceActions.logged(server, action, InstanceActions.accepted());
  }
}
