package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.KindTraits;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Images made of servers. */
record SnapshotAction(ServerStore servers) {

  // What is left where a driver writes the properties again: no more than is no property, and two.
  private static final List<String> KEPT =
      List.of(
          "name min_ram min_disk container_format disk_format image_type instance_uuid".split(" "));

  // States in which the disk does not change its size.
  private static final Set<String> COPYABLE = Set.of("active", "stopped", "paused", "suspended");

  /** Begins to make one, be the server locked or not. */
  ServerActions.Begun begin(ServerActions.Call call) throws IOException {
    call.server().requireIdle("createImage", COPYABLE);
    JsonNode asked = call.request().sent("createImage");
    ObjectNode attributes = inherited(call);
    attributes.put("name", asked.path("name").asText()).put("image_type", "snapshot");
    asked.path("metadata").properties().forEach(it -> attributes.set(it.getKey(), it.getValue()));
    if (servers.world().kind().traits().snapshots() == KindTraits.Snapshots.REPLACE) {
      replace(attributes, call.server());
    }
    attributes.put("visibility", "private");
    new BootVolumes(servers).snapshot(call.server(), call.request().caller(), attributes);
    Optional<Failure> failure = servers.failure(Action.CREATE_IMAGE);
    Caller caller = call.request().caller();
    ImageLibrary images = servers.world().images();
    // An image that comes to nothing goes by a time of its own: others look at images alone.
    String image =
        failure.isPresent()
            ? images.beginLostUpload(caller, attributes)
            : images.beginUpload(caller, attributes);
    servers.follow(
        call.server(), image, () -> failure.ifPresent(it -> call.server().log().failed(call.id())));
    return new ServerActions.Begun(answer(call.request(), image), failure);
  }

  private void replace(ObjectNode attributes, Server server) {
    List<String> kept = new ArrayList<>(KEPT);
    kept.addAll(servers.world().kind().traits().image().keySet());
    attributes.retain(kept);
    attributes
        .put("image_location", "snapshot")
        .put("image_state", "available")
        .put("owner_id", server.owner().project());
  }

  private static Reply answer(Incoming request, String image) {
    if (ComputeVersions.of(request).atLeast(45)) {
      return Reply.json(202, Json.object().put("image_id", image));
    }
    return Reply.empty(202)
        .with("Content-Type", "text/html; charset=UTF-8")
        .with("Location", ImageProxy.imageService(request) + image);
  }

  private ObjectNode inherited(ServerActions.Call call) {
    Server server = call.server();
    Incoming request = call.request();
    String base = server.text("image");
    ObjectNode attributes =
        servers.image(base, request.caller()).orElseGet(Json::object).remove(ImageLibrary.OWN);
    if (attributes.path("container_format").asText().isEmpty()) {
      attributes.put("container_format", "bare").put("disk_format", "raw");
    }
    return attributes
        .put("min_ram", attributes.path("min_ram").asInt())
        .put("min_disk", server.flavor().disk())
        .put("base_image_ref", base)
        .put("instance_uuid", server.id())
        .put("user_id", request.caller().userId())
        .put("boot_roles", "reader,member");
  }
}
