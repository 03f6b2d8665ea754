package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.flavor.Flavor;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers given another flavor, and what their owner then decides. */
final class ResizeActions {

  private static final String ACTION = "POST /v2.1/servers/{server}/action";

  private final ServerStore servers;
  private final Failures failures;

  ResizeActions(ServerStore servers, Failures failures) {
    this.servers = servers;
    this.failures = failures;
  }

  List<Operation> operations() {
    return List.of(
        Operation.keyed("compute.servers.resize", ACTION, "resize", this::resize),
        Operation.keyed("compute.servers.confirm-resize", ACTION, "confirmResize", this::confirm),
        Operation.keyed("compute.servers.revert-resize", ACTION, "revertResize", this::revert));
  }

  private Reply resize(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "resize");
    Document.requireOnly("resize", asked, Set.of("flavorRef", "OS-DCF:diskConfig"));
    String id = Document.required("resize", asked, "flavorRef").asText();
    if (id.isEmpty()) {
      throw ComputeFaults.invalid("flavorRef", "'' is too short");
    }
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Flavor flavor = servers.surroundings().flavors().named(id);
    if (flavor.equals(server.spec().flavor())) {
      throw Document.bad("When resizing, instances must change flavor!");
    }
    Permit.requireIdle(server, "resize", Permit.RUNNING_OR_OFF);
    Optional<Failure> failure = failure(server.spec().flavor(), flavor);
    if (failure.isPresent()) {
      server.enter(server.state().during("resize_prep"));
      return InstanceActions.failing(server, "resize", failure.get(), InstanceActions.accepted());
    }
    begin(server, flavor);
    return InstanceActions.logged(server, "resize", InstanceActions.accepted());
  }

  private Optional<Failure> failure(Flavor from, Flavor to) {
    return failures
        .of(Action.RESIZE)
        .or(() -> failures.of(Action.SHRINK).filter(it -> to.disk() < from.disk()));
  }

  private void begin(Server server, Flavor flavor) {
    int power = server.state().power();
    server.enter(server.state().during("resize_prep"));
    enterLater(server, "resize_migrating");
    enterLater(server, "resize_migrated");
    server
        .stages()
        .then(
            () -> {
              server.resize(flavor);
              server.launch(new ServerState("resized", "", power));
            });
  }

  private Reply confirm(Incoming request) throws IOException {
    Document.read(request, "confirmResize");
    Server server = servers.find(request);
    Permit.requireState(server, "confirmResize", Set.of("resized"));
    server.stages().then(() -> server.enter(end(server.state())));
    Reply done = Reply.empty(204).with("Content-Type", "application/json");
    return InstanceActions.logged(server, "confirmResize", done);
  }

  private Reply revert(Incoming request) throws IOException {
    Document.read(request, "revertResize");
    Server server = servers.find(request);
    Permit.requireState(server, "revertResize", Set.of("resized"));
    server.enter(server.state().during("resize_reverting"));
    server
        .stages()
        .then(
            () -> {
              server.resize(server.formerFlavor());
              server.launch(end(server.state()));
            });
    return InstanceActions.logged(server, "revertResize", InstanceActions.accepted());
  }

  private static void enterLater(Server server, String task) {
    server.stages().then(() -> server.enter(server.state().during(task)));
  }

  static ServerState end(ServerState state) {
    return state.power() == ServerState.STOPPED.power() ? ServerState.STOPPED : ServerState.ACTIVE;
  }
}
