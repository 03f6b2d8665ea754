package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.volume.Attachment;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** The volumes of a server. */
record VolumeAttachments(ServerStore servers, ServerActions actions) {

  private static final String ALL = " /v2.1/servers/{server}/os-volume_attachments";
  private static final String ONE = ALL + "/{volume}";
  private static final Map<String, Integer> SINCE =
      Map.of("tag", 70, "delete_on_termination", 79, "attachment_id", 89, "bdm_uuid", 89);
  private static final Set<String> ATTACHABLE = Set.of("active", "stopped", "paused", "resized");

  private static final String BODY =
      """
      {"id": %1$s, "volumeId": %1$s, "serverId": %2$s, "device": %3$s, "tag": null,
       "delete_on_termination": false, "attachment_id": %4$s, "bdm_uuid": %5$s}
      """;

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.volume-attachments.list", "GET" + ALL, this::list),
        Operation.of(
            "compute.volume-attachments.create",
            "POST" + ALL,
            it -> actions.take(it, "attach_volume", this::attach)),
        Operation.of("compute.volume-attachments.show", "GET" + ONE, this::show),
        Operation.of(
            "compute.volume-attachments.delete",
            "DELETE" + ONE,
            it -> actions.take(it, "detach_volume", this::detach)));
  }

  private VolumeStore volumes() {
    return servers.world().volumes();
  }

  /** Forgets the volumes that servers do not hold any more. */
  void settle() {
    for (Server server : servers.everyOne()) {
      server.volumes().keySet().removeIf(it -> !volumes().isAttached(it, server.id()));
    }
  }

  private Reply list(Incoming request) {
    Server server = servers.find(request);
    ArrayNode items = Json.array();
    server.volumes().keySet().forEach(it -> items.add(body(request, server, it)));
    return Reply.json(200, Json.wrap("volumeAttachments", items));
  }

  private Reply show(Incoming request) {
    Server server = servers.find(request);
    String volume = held(request, server);
    return Reply.json(200, Json.wrap("volumeAttachment", body(request, server, volume)));
  }

  private ServerActions.Begun attach(ServerActions.Call call) throws IOException {
    call.require(ATTACHABLE);
    JsonNode asked = call.request().sent("volumeAttachment");
    Server server = call.server();
    String volume = asked.path("volumeId").asText();
    String device = device(server, asked.path("device").asText(""));
    Attachment attachment = new Attachment(Ids.uuid(), server.id(), device, "simulated-host");
    String project = call.request().caller().project();
    Optional<Failure> failure = servers.failure(Action.ATTACH_VOLUME);
    asVolumesSay(
        failure.isPresent()
            ? () -> volumes().failToAttach(project, volume, attachment)
            : () -> volumes().attach(project, volume, attachment));
    server.volumes().put(volume, device);
    if (failure.isPresent()) {
      // The server is not busy with it, so there is nothing else to come back from.
      call.later(() -> server.log().failed(call.id()));
    }
    ObjectNode body = body(call.request(), server, volume);
    return new ServerActions.Begun(Reply.json(200, Json.wrap("volumeAttachment", body)), failure);
  }

  // A wish is followed as far as it is free: the machine knows better what comes next.
  private static String device(Server server, String wish) {
    if (!wish.isEmpty() && !server.volumes().containsValue(wish)) {
      return wish;
    }
    char letter = 'b';
    while (server.volumes().containsValue("/dev/vd" + letter)) {
      letter++;
    }
    return "/dev/vd" + letter;
  }

  private ServerActions.Begun detach(ServerActions.Call call) {
    String volume = held(call.request(), call.server());
    call.require(ATTACHABLE);
    String project = call.request().caller().project();
    asVolumesSay(() -> volumes().detach(project, volume, call.server().id()));
    return ServerActions.Begun.well(ServerActions.ACCEPTED);
  }

  private static void asVolumesSay(Runnable work) {
    try {
      work.run();
    } catch (Refusal refused) {
      throw refused.status() == 404
          ? ComputeFaults.notFound(refused.getMessage())
          : ComputeFaults.bad(refused.getMessage());
    }
  }

  private static String held(Incoming request, Server server) {
    String volume = request.part("volume");
    if (!server.volumes().containsKey(volume)) {
      throw ComputeFaults.notFound(
          "Instance %s is not attached to volume %s".formatted(server.id(), volume));
    }
    return volume;
  }

  private static ObjectNode body(Incoming request, Server server, String volume) {
    Microversion version = ComputeVersions.of(request);
    String device = server.volumes().getOrDefault(volume, "");
    String attachment = Ids.builtIn("attachment " + volume + server.id());
    String mapping = Ids.builtIn("device " + volume + server.id());
    ObjectNode body = Json.form(BODY, volume, server.id(), device, attachment, mapping);
    if (version.atLeast(89)) {
      body.remove("id");
    }
    return version.cut(body, SINCE);
  }
}
