package org.defcore.simcloud.compute;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers held still, with their memory where it is or put away. */
final class PauseActions {

  /** From one state through a task to another. */
  private record Step(String action, String from, String task, ServerState end, Action deed) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("pause", "active", "pausing", ServerState.PAUSED, Action.PAUSE),
          new Step("unpause", "paused", "unpausing", ServerState.ACTIVE, Action.PAUSE),
          new Step("suspend", "active", "suspending", ServerState.SUSPENDED, Action.SUSPEND),
          new Step("resume", "suspended", "resuming", ServerState.ACTIVE, Action.SUSPEND));

  private final ServerStore servers;

  PauseActions(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return STEPS.stream().map(this::operation).toList();
  }

  private Operation operation(Step step) {
    return Operation.keyed(
        "compute.servers." + step.action(),
        "POST /v2.1/servers/{server}/action",
        step.action(),
        it -> take(it, step));
  }

  private Reply take(Incoming request, Step step) throws IOException {
    Document.read(request, step.action());
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, step.action(), Set.of(step.from()));
    server.enter(server.state().during(step.task()));
    Optional<Failure> failure = servers.kind().failure(step.deed());
    if (failure.isPresent()) {
      return InstanceActions.inVain(
          server, step.action(), failure.get(), InstanceActions.accepted());
    }
    server.stages().then(() -> server.enter(step.end()));
    return InstanceActions.logged(server, step.action(), InstanceActions.accepted());
  }
}
