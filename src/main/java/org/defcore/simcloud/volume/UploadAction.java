package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Images made of volumes. */
record UploadAction(VolumeStore volumes, ImageLibrary images, Messages messages, Defects defects) {

  private static final String ACTION = "POST /v3/{project}/volumes/{volume}/action";
  private static final String KEY = "os-volume_upload_image";
  private static final String IMAGE =
      """
      {"name": %s, "disk_format": %s, "container_format": %s}
      """;
  private static final String ANSWER =
      """
      {"status": "uploading", "protected": false, "visibility": "shared", "image_id": %s,
       "image_name": %s, "disk_format": %s, "container_format": %s, "volume_type": %s, "id": %s,
       "updated_at": %s, "display_description": %s, "size": %s}
      """;

  List<Operation> operations() {
    return List.of(
        Operation.keyed("volume.volumes.upload-image", ACTION, KEY, this::upload),
        Operation.of("volume.volumes.unknown-action", ACTION, UploadAction::unknown));
  }

  private static Reply unknown(Incoming request) throws IOException {
    String key =
        request
            .json()
            .filter(it -> it.size() == 1)
            .map(it -> it.fieldNames().next())
            .orElseThrow(() -> VolumeFaults.badRequest("Malformed request body"));
    throw VolumeFaults.badRequest("There is no such action: " + key);
  }

  private Reply upload(Incoming request) throws IOException {
    JsonNode asked = request.sent(KEY);
    ObjectNode image =
        Json.form(
            IMAGE,
            asked.path("image_name").asText(),
            asked.path("disk_format").asText("raw"),
            asked.path("container_format").asText("bare"));
    String id = request.part("volume");
    Caller caller = request.caller();
    ObjectNode before = volumes.upload(caller.project(), id, Work.copy(asked));
    if (!before.path(VolumeForms.IMAGE).isEmpty()) {
      image.put("signature_verified", "False");
    }
    String made = begin(caller, image);
    String requestId = Ids.request();
    volumes.uploading(id, () -> isDone(made, caller, requestId, id));
    if (defects.on(VolumeDefect.UPLOAD_RENAMES)) {
      volumes.volumes().change(id, VolumeFlaws::renamed);
    }
    return Reply.json(202, Json.wrap(KEY, answer(before, image, made)))
        .with("x-openstack-request-id", requestId);
  }

  private String begin(Caller caller, ObjectNode image) {
    return defects.on(VolumeDefect.UPLOAD_FAILS) || defects.on(VolumeDefect.UPLOAD_FAILS_UNSAID)
        ? images.beginLostUpload(caller, image)
        : images.beginUpload(caller, image);
  }

  // An image that is gone before it had its data was given up, whoever deleted it.
  private boolean isDone(String image, Caller caller, String request, String volume) {
    Optional<String> status = images.find(image, caller).map(it -> it.path("status").asText());
    if (status.isEmpty() && !defects.on(VolumeDefect.UPLOAD_FAILS_UNSAID)) {
      messages.uploadFailed(caller.project(), request, volume);
    }
    return status.isEmpty() || status.get().equals("active");
  }

  private static ObjectNode answer(ObjectNode volume, ObjectNode image, String id) {
    return Json.form(
        ANSWER,
        id,
        image.path("name"),
        image.path("disk_format"),
        image.path("container_format"),
        type(),
        volume.path("id"),
        volume.path("updated_at"),
        volume.path("description"),
        volume.path("size"));
  }

  private static JsonNode type() {
    return VolumeForms.type()
        .putNull("qos_specs_id")
        .put("created_at", "2022-10-05T00:00:00.000000")
        .put("updated_at", "2022-10-05T00:00:00.000000")
        .putNull("deleted_at")
        .put("deleted", false);
  }
}
