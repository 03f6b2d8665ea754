package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Messages about requests that were accepted and failed later. Safe for use by many threads. */
record Messages(VolumeStore volumes, Shelf<ObjectNode> messages) {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final String MESSAGE =
      """
      {"id": %s, "request_id": %s, "resource_uuid": %s, "created_at": %s, "guaranteed_until": %s,
       "resource_type": "VOLUME", "event_id": "VOLUME_VOLUME_003_004", "message_level": "ERROR",
       "user_message": "The volume could not be made into an image."}
      """;

  Messages(VolumeStore volumes) {
    this(volumes, volumes.shelf("Message "));
  }

  /** Notes that a volume could not be made into an image. */
  void uploadFailed(String project, String request, String volume) {
    Instant now = volumes.timing().second();
    String id = Ids.uuid();
    String until = Times.micros(now.plus(KEPT));
    messages.add(id, project, Json.form(MESSAGE, id, request, volume, Times.micros(now), until));
  }

  List<Operation> operations() {
    return List.of(Operation.of("volume.messages.list", "GET /v3/{project}/messages", this::list));
  }

  private Reply list(Incoming request) {
    refuseIf(!VolumeService.VERSIONS.of(request).atLeast(3), "missing", "The resource");
    String project = request.caller().project();
    // What has failed by now is said by now.
    volumes.volumes().all(project);
    List<ObjectNode> own = messages.all(project);
    String path = project + "/messages/";
    own.forEach(
        it -> it.set("links", VolumeForms.links(request.base(), path + VolumeForms.id(it))));
    return Reply.json(200, Json.wrap("messages", Json.array(own)));
  }
}
