package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.Deed;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers given another flavor, and what their owner then decides. */
final class ResizeActions {

  private static final String ACTION = "POST /v2.1/servers/{server}/action";

  private final ServerStore servers;
  private final Defects defects;

  ResizeActions(ServerStore servers, Defects defects) {
    this.servers = servers;
    this.defects = defects;
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
    if (id.isEmpty() && !defects.on(Behaviour.SERVER_RESIZE_EMPTY)) {
      throw ComputeFaults.invalid("flavorRef", "'' is too short");
    }
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Flavors flavors = servers.surroundings().flavors();
    Optional<Flavor> known = flavors.known(id);
    boolean lenient =
        defects.on(id.isEmpty() ? Behaviour.SERVER_RESIZE_EMPTY : Behaviour.SERVER_RESIZE_UNKNOWN);
    if (known.isEmpty() && !lenient) {
      throw Document.bad("Flavor " + id + " could not be found.");
    }
    Flavor flavor = known.orElseGet(() -> flavors.otherThan(server.spec().flavor()));
    if (flavor.equals(server.spec().flavor())) {
      throw Document.bad("When resizing, instances must change flavor!");
    }
    Permit.requireIdle(server, "resize", Permit.RUNNING_OR_OFF);
    Optional<Failure> failure = failure(server.spec().flavor(), flavor);
    if (failure.isPresent()) {
      server.enter(server.state().during("resize_prep"));
      return InstanceActions.inVain(server, "resize", failure.get(), InstanceActions.accepted());
    }
    begin(server, flavor);
    return InstanceActions.logged(server, "resize", InstanceActions.accepted());
  }

  private Optional<Failure> failure(Flavor from, Flavor to) {
    Kind kind = servers.kind();
    return kind.failure(Deed.RESIZE)
        .or(() -> kind.failure(Deed.SHRINK).filter(it -> to.disk() < from.disk()));
  }

  private void begin(Server server, Flavor flavor) {
    int power = server.state().power();
    server.enter(server.state().during("resize_prep"));
    enterLater(server, "resize_migrating");
    enterLater(server, "resize_migrated");
    if (!defects.on(Behaviour.SERVER_RESIZE_STAYS)) {
      server
          .stages()
          .then(
              () -> {
                server.resize(flavor);
                server.launch(new ServerState("resized", "", power));
              });
    }
  }

  private Reply confirm(Incoming request) throws IOException {
    Document.read(request, "confirmResize");
    Server server = servers.find(request);
    Permit.requireState(server, "confirmResize", Set.of("resized"));
    server
        .stages()
        .then(
            () -> {
              if (defects.on(Behaviour.SERVER_CONFIRM_KEEPS)) {
                server.resize(server.formerFlavor());
              }
              server.enter(end(server));
            });
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
              if (!defects.on(Behaviour.SERVER_REVERT_KEEPS)) {
                server.resize(server.formerFlavor());
              }
              server.launch(end(server));
            });
    return InstanceActions.logged(server, "revertResize", InstanceActions.accepted());
  }

  private static void enterLater(Server server, String task) {
    server.stages().then(() -> server.enter(server.state().during(task)));
  }

  private static ServerState end(Server server) {
    return server.state().power() == ServerState.STOPPED.power()
        ? ServerState.STOPPED
        : ServerState.ACTIVE;
  }
}
