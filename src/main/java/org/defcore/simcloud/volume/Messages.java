package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Messages about requests that were accepted and failed later. Safe for use by many threads. */
final class Messages {

  private static final Duration KEPT = Duration.ofDays(30);

  private record Message(String id, String project, String request, String volume, Instant at) {}

  private final List<Message> messages = new ArrayList<>();
  private final Clock clock;

  Messages(Clock clock) {
    this.clock = clock;
  }

  /** Notes that a volume could not be made into an image. */
  synchronized void uploadFailed(String project, String request, String volume) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    messages.add(0, new Message(Ids.uuid(), project, request, volume, now));
  }

  List<Operation> operations(VolumeStore volumes) {
    return List.of(
        Operation.of(
            "volume.messages.list", "GET /v3/{project}/messages", it -> list(it, volumes)));
  }

  private Reply list(Incoming request, VolumeStore volumes) {
    if (!VolumeService.VERSIONS.of(request).atLeast(3)) {
      return VolumeFaults.fault(404, "itemNotFound", "The resource could not be found.");
    }
    // What has failed by now is said by now.
    volumes.volumes().all(request.caller().project());
    return Reply.json(200, Json.wrap("messages", own(request)));
  }

  private synchronized ArrayNode own(Incoming request) {
    String project = request.caller().project();
    return Json.array(
        messages.stream()
            .filter(it -> it.project().equals(project))
            .map(it -> body(request, it))
            .toList());
  }

  private static ObjectNode body(Incoming request, Message message) {
    String path = message.project() + "/messages/" + message.id();
    ObjectNode body =
        Json.object()
            .put("id", message.id())
            .put("event_id", "VOLUME_VOLUME_003_004")
            .put("user_message", "The volume could not be made into an image.")
            .put("message_level", "ERROR")
            .put("created_at", Times.micros(message.at()))
            .put("guaranteed_until", Times.micros(message.at().plus(KEPT)))
            .put("request_id", message.request());
    body.set("links", new VolumeView(request.base()).links(path));
    return body.put("resource_type", "VOLUME").put("resource_uuid", message.volume());
  }
}
