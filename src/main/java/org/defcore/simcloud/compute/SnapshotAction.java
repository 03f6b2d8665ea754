package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.KindTraits;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Images made of servers. */
final class SnapshotAction {

  // What is left where a driver writes the properties again: no more than is no property, and two.
  private static final List<String> KEPT =
      List.of(
          "name",
          "min_ram",
          "min_disk",
          "container_format",
          "disk_format",
          "image_type",
          "instance_uuid");

  private final ServerStore servers;
  private final Failures failures;

  SnapshotAction(ServerStore servers, Failures failures) {
    this.servers = servers;
    this.failures = failures;
  }

  List<Operation> operations() {
    return List.of(
        Operation.keyed(
            "compute.servers.create-image",
            "POST /v2.1/servers/{server}/action",
            "createImage",
            this::create));
  }

  private Reply create(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "createImage");
    Document.requireOnly("createImage", asked, Set.of("name", "metadata"));
    String name = ServerRules.name(Document.required("createImage", asked, "name"));
    Map<String, String> metadata =
        asked.has("metadata") ? ServerRules.metadata(asked.path("metadata")) : Map.of();
    Server server = servers.find(request);
    Permit.requireIdle(server, "createImage", Permit.COPYABLE);
    ObjectNode attributes = inherited(request, server);
    attributes.put("name", name);
    attributes.put("image_type", "snapshot");
    metadata.forEach(attributes::put);
    if (servers.kind().traits().snapshots() == KindTraits.Snapshots.REPLACE) {
      replace(attributes, server);
    }
    Optional<Failure> failure = failures.of(Action.CREATE_IMAGE);
    return failure.isPresent()
        ? failing(request, server, attributes, failure.get())
        : begin(request, server, attributes);
  }

  private Reply begin(Incoming request, Server server, ObjectNode attributes) {
    String image =
        servers
            .surroundings()
            .images()
            .beginUpload(request.caller(), attributes.put("visibility", "private"));
    server.imaging(image);
    return InstanceActions.logged(server, "createImage", answer(request, image));
  }

  // The image goes by a time of its own, as others look at images without looking at servers.
  private Reply failing(Incoming request, Server server, ObjectNode attributes, Failure failure) {
    String image =
        servers
            .surroundings()
            .images()
            .beginLostUpload(request.caller(), attributes.put("visibility", "private"));
    String id = Ids.request();
    server.begin("createImage", id, failure);
    server.imagingFor(image, id);
    return answer(request, image).with(ComputeService.REQUEST_ID, id);
  }

  private void replace(ObjectNode attributes, Server server) {
    List<String> kept = new ArrayList<>(KEPT);
    kept.addAll(servers.kind().traits().image().keySet());
    attributes.retain(kept);
    attributes
        .put("image_location", "snapshot")
        .put("image_state", "available")
        .put("owner_id", server.origin().owner().project());
  }

  private static Reply answer(Incoming request, String image) {
    if (ComputeVersions.of(request).atLeast(45)) {
      return Reply.json(202, Json.object().put("image_id", image));
    }
    return Reply.empty(202)
        .with("Content-Type", "text/html; charset=UTF-8")
        .with("Location", ImageProxy.imageService(request) + image);
  }

  private ObjectNode inherited(Incoming request, Server server) {
    String base = server.spec().image();
    ObjectNode attributes = Json.object();
    servers
        .surroundings()
        .images()
        .find(base, request.caller())
        .ifPresent(
            it -> it.properties().forEach(one -> attributes.set(one.getKey(), one.getValue())));
    attributes.remove(ImageLibrary.OWN);
    if (attributes.path("container_format").asText().isEmpty()) {
      attributes.put("container_format", "bare").put("disk_format", "raw");
    }
    return attributes
        .put("min_ram", attributes.path("min_ram").asInt())
        .put("min_disk", server.spec().flavor().disk())
        .put("base_image_ref", base)
        .put("instance_uuid", server.id())
        .put("user_id", request.caller().userId())
        .put("boot_roles", "reader,member");
  }
}
