package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

/** Actions on a volume: changes of its flags and its size, and images made of it. */
record VolumeActions(VolumeStore store, ImageLibrary images, Messages messages, Defects defects) {

  private static final String ACTION = "POST /v3/{project}/volumes/{volume}/action";
  private static final String BOOTABLE = "os-set_bootable";
  private static final String EXTEND = "os-extend";
  private static final String READ_ONLY = "os-update_readonly_flag";
  private static final String UPLOAD = "os-volume_upload_image";
  private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");

  List<Operation> operations() {
    return List.of(
        Operation.keyed("volume.volumes.extend", ACTION, EXTEND, this::extend),
        Operation.keyed("volume.volumes.set-bootable", ACTION, BOOTABLE, this::setBootable),
        Operation.keyed("volume.volumes.set-read-only", ACTION, READ_ONLY, this::setReadOnly),
        Operation.keyed("volume.volumes.upload-image", ACTION, UPLOAD, this::upload),
        Operation.of("volume.volumes.unknown-action", ACTION, VolumeActions::unknown));
  }

  private static Reply unknown(Incoming request) throws IOException {
    String key =
        request
            .json()
            .filter(it -> it.size() == 1)
            .map(it -> it.fieldNames().next())
            .orElseThrow(() -> VolumeFaults.of("malformed"));
    throw VolumeFaults.of("action", key);
  }

  private Reply extend(Incoming request) throws IOException {
    int size = request.sent(EXTEND).path("new_size").asInt();
    store.extend(request.caller().project(), request.part("volume"), size);
    return done(202);
  }

  private Reply setBootable(Incoming request) throws IOException {
    boolean bootable = isTrue(request.sent(BOOTABLE).path("bootable"));
    store.change(store.volumes(), request, it -> it.put(VolumeForms.BOOTABLE, bootable));
    return done(200);
  }

  private Reply setReadOnly(Incoming request) throws IOException {
    boolean readOnly = isTrue(request.sent(READ_ONLY).path("readonly"));
    store.change(
        store.volumes(),
        request,
        it -> {
          Work.COPY.require(it);
          // Written as Python writes it.
          return it.put(VolumeForms.READ_ONLY, readOnly ? "True" : "False");
        });
    return done(202);
  }

  private static Reply done(int status) {
    return Reply.empty(status).with("Content-Type", "application/json");
  }

  private static boolean isTrue(JsonNode flag) {
    return TRUE.contains(flag.asText().toLowerCase(Locale.ROOT));
  }

  private Reply upload(Incoming request) throws IOException {
    JsonNode asked = request.sent(UPLOAD);
    ObjectNode image =
        Json.object()
            .put("name", asked.path("image_name").asText())
            .put("disk_format", asked.path("disk_format").asText("raw"))
            .put("container_format", asked.path("container_format").asText("bare"));
    String id = request.part("volume");
    Caller caller = request.caller();
    ObjectNode before = store.begin(caller.project(), id, Work.copy(asked));
    if (!before.path(VolumeForms.IMAGE).isEmpty()) {
      image.put("signature_verified", "False");
    }
    String made = begin(caller, image);
    String requestId = Ids.request();
    store.uploading(id, () -> isDone(made, caller, requestId, id));
    if (defects.on(VolumeDefect.UPLOAD_RENAMES)) {
      store.volumes().change(id, VolumeFlaws::renamed);
    }
    return Reply.json(202, Json.wrap(UPLOAD, answer(before, image, made)))
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
    ObjectNode answer = VolumeService.ABOUT.path("upload").deepCopy();
    answer.setAll(volume.deepCopy().retain("id", "updated_at", "size"));
    answer.setAll(image.deepCopy().retain("disk_format", "container_format"));
    answer.put("image_id", id).set("image_name", image.path("name"));
    return answer.set("display_description", volume.path("description"));
  }
}
