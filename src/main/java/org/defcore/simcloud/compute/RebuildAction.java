package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Servers rebuilt from an image; they keep their identity. */
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

  RebuildAction(ServerStore servers) {
    this.servers = servers;
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
    ServerRules.diskConfig(asked);
    Server server = servers.find(request);
    ServerSpec spec = spec(asked, server.spec().from(image));
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "rebuild", Set.of("active", "stopped", "error"));
    if (servers.surroundings().images().find(image, request.caller()).isEmpty()) {
      throw Document.bad("Cannot find image for rebuild");
    }
    begin(server, spec);
    return InstanceActions.logged(server, "rebuild", answer(request, asked, server));
  }

  private ServerSpec spec(JsonNode asked, ServerSpec former) {
    ServerSpec spec = former.with(ServerRules.access(asked, former.access()));
    if (asked.has("name")) {
      spec = spec.named(ServerRules.name(asked.path("name")));
    }
    if (asked.has("metadata")) {
      spec = spec.with(ServerRules.metadata(asked.path("metadata")));
    }
    return spec;
  }

  private void begin(Server server, ServerSpec spec) {
    ServerState end =
        server.state().vm().equals("stopped") ? ServerState.STOPPED : ServerState.ACTIVE;
    server.change(spec);
    server.enter(server.state().during("rebuilding"));
    server.stages().then(() -> server.enter(server.state().during("rebuild_spawning")));
    server.stages().then(() -> server.launch(end));
  }

  private Reply answer(Incoming request, JsonNode asked, Server server) {
    ObjectNode body = ServerView.of(request, server, ServerView.Extent.BASIC);
    body.put("adminPass", asked.path("adminPass").asText(ServerCreation.password()));
    return Reply.json(202, Json.wrap("server", body))
        .with("Location", request.base() + "/v2.1/servers/" + server.id());
  }
}
