package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Images made of volumes. */
final class UploadAction {

  private static final String ACTION = "POST /v3/{project}/volumes/{volume}/action";
  private static final String KEY = "os-volume_upload_image";
  private static final Set<String> SENT =
      Set.of("image_name", "disk_format", "container_format", "force", "visibility", "protected");
  private static final List<String> FORMATS =
      List.of("raw", "vmdk", "vdi", "qcow2", "vhd", "vhdx", "ploop");

  private final VolumeStore volumes;
  private final ImageLibrary images;
  private final Messages messages;
  private final Defects defects;

  UploadAction(VolumeStore volumes, ImageLibrary images, Messages messages, Defects defects) {
    this.volumes = volumes;
    this.images = images;
    this.messages = messages;
    this.defects = defects;
  }

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
    VolumeDocument asked = VolumeDocument.read(request, KEY);
    asked.requireOnly(KEY, SENT);
    ObjectNode image = image(asked);
    Set<String> from = asked.isTrue("force") ? Set.of("available", "in-use") : Set.of("available");
    String id = request.part("volume");
    Caller caller = request.caller();
    Volume before = volumes.upload(caller.project(), id, from);
    if (!before.spec().source().image().isEmpty()) {
      image.put("signature_verified", "False");
    }
    String made = begin(caller, image);
    String requestId = Ids.request();
    volumes.uploading(id, () -> isDone(made, caller, requestId, id));
    if (defects.on(VolumeDefect.UPLOAD_RENAMES)) {
      volumes.change(caller.project(), id, it -> it.with(VolumeFlaws.renamed(it.texts())));
    }
    return Reply.json(202, Json.wrap(KEY, answer(before, image, made)))
        .with("x-openstack-request-id", requestId);
  }

  private static ObjectNode image(VolumeDocument asked) {
    String name = asked.reference("image_name");
    if (name.isEmpty() || name.length() > 255) {
      throw VolumeFaults.invalid("image_name", "it has to have 1 to 255 characters");
    }
    String format = orElse(asked.reference("disk_format"), "raw");
    if (!FORMATS.contains(format)) {
      throw VolumeFaults.invalid("disk_format", "it is none of " + FORMATS);
    }
    return Json.object()
        .put("name", name)
        .put("disk_format", format)
        .put("container_format", orElse(asked.reference("container_format"), "bare"));
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
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

  private static ObjectNode answer(Volume before, ObjectNode image, String id) {
    ObjectNode answer =
        Json.object()
            .put("id", before.id())
            .put("updated_at", Times.micros(before.updatedAt()))
            .put("status", "uploading");
    answer.set("display_description", before.spec().texts().description());
    answer.put("size", before.spec().size()).set("volume_type", type());
    return answer
        .put("image_id", id)
        .put("container_format", image.path("container_format").asText())
        .put("disk_format", image.path("disk_format").asText())
        .put("image_name", image.path("name").asText())
        .put("protected", false)
        .put("visibility", "shared");
  }

  private static JsonNode type() {
    return VolumeView.type()
        .putNull("qos_specs_id")
        .put("created_at", "2022-10-05T00:00:00.000000")
        .put("updated_at", "2022-10-05T00:00:00.000000")
        .putNull("deleted_at")
        .put("deleted", false);
  }
}
