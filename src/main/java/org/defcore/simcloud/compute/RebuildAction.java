package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers made anew from an image; they stay who they are. */
final class RebuildAction {

  private static final Set<String> ALLOWED =
      Set.of(
          "imageRef",
          "name",
          "adminPass",
          "metadata",
          "preserve_ephemeral",
          "accessIPv4",
          "accessIPv6",
          "OS-DCF:diskConfig");
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final ServerStore servers;
  private final Defects defects;

  RebuildAction(ServerStore servers, Defects defects) {
    this.servers = servers;
    this.defects = defects;
  }

  List<Operation> operations() {
    return List.of(
        Operation.keyed(
            "compute.servers.rebuild",
            "POST /v2.1/servers/{server}/action",
            "rebuild",
            this::rebuild));
  }

  private Reply rebuild(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "rebuild");
    Document.requireOnly("rebuild", asked, ALLOWED);
    String image = Document.text("imageRef", Document.required("rebuild", asked, "imageRef"));
    if (!image.matches(UUID)) {
      throw ComputeFaults.invalid("imageRef", "'" + image + "' is not a 'uuid'");
    }
    if (servers.known(request, request.part("server")).isEmpty()
        && defects.on(Behaviour.SERVER_REBUILD_UNKNOWN)) {
      return InstanceActions.accepted();
    }
    ServerRules.diskConfig(asked);
    Server server = servers.find(request);
    ServerSpec spec = spec(asked, server.spec().from(image));
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "rebuild", Set.of("active", "stopped", "error"));
    if (servers.surroundings().images().find(image, request.caller()).isEmpty()) {
      throw Document.bad("Cannot find image for rebuild");
    }
    if (defects.on(Behaviour.SERVER_REBUILD_HARMS)) {
      server.change(server.spec().named(spec.name()));
    }
    if (defects.on(Behaviour.SERVER_REBUILD_REFUSED)
        || defects.on(Behaviour.SERVER_REBUILD_HARMS)) {
      throw Document.bad("There is no way to rebuild instance " + server.id());
    }
    begin(server, spec);
    return InstanceActions.logged(server, "rebuild", answer(request, asked, server));
  }

  private ServerSpec spec(JsonNode asked, ServerSpec former) {
    ServerSpec spec = former.with(ServerRules.access(asked, former.access()));
    if (asked.has("name")) {
      String name = ServerRules.name(asked.path("name"));
      spec = spec.named(defects.on(Behaviour.SERVER_REBUILD_NAME) ? name + "-other" : name);
    }
    if (asked.has("metadata")) {
      Map<String, String> metadata = ServerRules.metadata(asked.path("metadata"));
      spec = spec.with(defects.on(Behaviour.SERVER_REBUILD_METADATA) ? Map.of() : metadata);
    }
    return spec;
  }

  private void begin(Server server, ServerSpec spec) {
    ServerState end =
        server.state().vm().equals("stopped") ? ServerState.STOPPED : ServerState.ACTIVE;
    boolean keeps = defects.on(Behaviour.SERVER_REBUILD_IMAGE);
    server.change(keeps ? spec.from(server.spec().image()) : spec);
    server.enter(server.state().during("rebuilding"));
    server.stages().then(() -> server.enter(server.state().during("rebuild_spawning")));
    if (!defects.on(Behaviour.SERVER_REBUILD_STAYS)) {
      server.stages().then(() -> server.launch(end));
    }
    if (defects.on(Behaviour.SERVER_REBUILD_ADDRESSES)) {
      server.ports().forEach(servers.surroundings().networks()::unplug);
      server.ports().clear();
    }
  }

  private Reply answer(Incoming request, JsonNode asked, Server server) {
    ObjectNode body = ServerView.of(request, server, ServerView.Extent.BASIC);
    body.put("adminPass", asked.path("adminPass").asText(ServerCreation.password()));
    if (defects.on(Behaviour.SERVER_REBUILD_ID)) {
      body.put("id", Ids.uuid());
    }
    return Reply.json(202, Json.wrap("server", body))
        .with("Location", request.base() + "/v2.1/servers/" + server.id());
  }
}
