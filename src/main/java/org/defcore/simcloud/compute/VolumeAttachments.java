package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.compute.request.Document;
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
final class VolumeAttachments {

  private static final String ALL = " /v2.1/servers/{server}/os-volume_attachments";
  private static final String ONE = ALL + "/{volume}";
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String DEVICE = "(^/dev/x{0,1}[a-z]{0,1}d{0,1})([a-z]+)[0-9]*$";
  private static final Set<String> ATTACHABLE = Set.of("active", "stopped", "paused", "resized");

  private final ServerStore servers;
  private final VolumeStore volumes;
  private final Failures failures;

  VolumeAttachments(ServerStore servers, Failures failures) {
    this.servers = servers;
    this.volumes = servers.surroundings().volumes();
    this.failures = failures;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.volume-attachments.list", "GET" + ALL, this::list),
        Operation.of("compute.volume-attachments.create", "POST" + ALL, this::attach),
        Operation.of("compute.volume-attachments.show", "GET" + ONE, this::show),
        Operation.of("compute.volume-attachments.delete", "DELETE" + ONE, this::detach));
  }

  /** Forgets the volumes that servers do not hold any more. */
  void settle() {
    for (Server server : servers.everyOne()) {
      server.volumes().keySet().removeIf(it -> !volumes.isAttached(it, server.id()));
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

  private Reply attach(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "volumeAttachment");
    Document.requireOnly(
        "volumeAttachment", asked, Set.of("volumeId", "device", "tag", "delete_on_termination"));
    JsonNode id = Document.required("volumeAttachment", asked, "volumeId");
    String volume = Document.text("volumeId", id);
    if (!volume.matches(UUID)) {
      throw ComputeFaults.invalid("volumeId", "'" + volume + "' is not a 'uuid'");
    }
    String wish = asked.path("device").asText("");
    if (asked.hasNonNull("device") && !wish.matches(DEVICE)) {
      throw ComputeFaults.invalid("device", "'" + wish + "' is not a device");
    }
    Server server = servers.find(request);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "attach_volume", ATTACHABLE);
    hold(request, server, volume, device(server, wish));
    ObjectNode body = body(request, server, volume);
    Reply answer = Reply.json(200, Json.wrap("volumeAttachment", body));
    Optional<Failure> failure = failures.of(Action.ATTACH_VOLUME);
    return failure.isPresent()
        ? failing(server, failure.get(), answer)
        : InstanceActions.logged(server, "attach_volume", answer);
  }

  // The server is not busy with it, so there is nothing else to come back from.
  private static Reply failing(Server server, Failure failure, Reply answer) {
    String id = Ids.request();
    server.begin("attach_volume", id, failure);
    server.stages().then(() -> server.failed(id));
    return answer.with(ComputeService.REQUEST_ID, id);
  }

  private void hold(Incoming request, Server server, String volume, String device) {
    Attachment attachment = new Attachment(Ids.uuid(), server.id(), device, "simulated-host");
    try {
      String project = request.caller().project();
      if (failures.of(Action.ATTACH_VOLUME).isPresent()) {
        volumes.failToAttach(project, volume, attachment);
      } else {
        volumes.attach(project, volume, attachment);
      }
    } catch (Refusal refused) {
      throw refusal(refused);
    }
    server.volumes().put(volume, device);
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

  private Reply detach(Incoming request) {
    Server server = servers.find(request);
    String volume = held(request, server);
    Permit.requireUnlocked(server);
    Permit.requireIdle(server, "detach_volume", ATTACHABLE);
    try {
      volumes.detach(request.caller().project(), volume, server.id());
    } catch (Refusal refused) {
      throw refusal(refused);
    }
    return InstanceActions.logged(server, "detach_volume", InstanceActions.accepted());
  }

  private static Refusal refusal(Refusal refused) {
    return refused.status() == 404
        ? ComputeFaults.notFound(refused.getMessage())
        : Document.bad(refused.getMessage());
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
    ObjectNode body = Json.object();
    if (!version.atLeast(89)) {
      body.put("id", volume);
    }
    body.put("volumeId", volume)
        .put("serverId", server.id())
        .put("device", server.volumes().getOrDefault(volume, ""));
    if (version.atLeast(70)) {
      body.putNull("tag");
    }
    if (version.atLeast(79)) {
      body.put("delete_on_termination", false);
    }
    if (version.atLeast(89)) {
      body.put("attachment_id", Ids.builtIn("attachment " + volume + server.id()))
          .put("bdm_uuid", Ids.builtIn("device " + volume + server.id()));
    }
    return body;
  }
}
