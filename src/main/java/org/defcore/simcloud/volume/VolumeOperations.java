package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.resource.Reading;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Volumes and snapshots of them: made, read, changed, deleted. */
final class VolumeOperations {

  private final VolumeStore store;
  private final ImageLibrary images;
  private final VolumeMaking making;
  private final VolumeFlaws flaws;

  VolumeOperations(VolumeStore store, ImageLibrary images, Defects defects) {
    this.store = store;
    this.images = images;
    this.making = new VolumeMaking(store, images);
    this.flaws = new VolumeFlaws(defects);
  }

  List<Operation> operations() {
    String volumes = "/v3/{project}/volumes";
    String volume = volumes + "/{volume}";
    String snapshots = "/v3/{project}/snapshots";
    String snapshot = snapshots + "/{snapshot}";
    List<Operation> all = new ArrayList<>();
    all.addAll(reading().operations("volume.volumes", volumes));
    all.add(Operation.of("volume.volumes.create", "POST " + volumes, this::create));
    all.add(Operation.of("volume.volumes.update", "PUT " + volume, this::update));
    all.add(Operation.of("volume.volumes.delete", "DELETE " + volume, this::delete));
    all.add(missing("volume.volumes.show-empty-id", "GET " + volumes));
    all.add(missing("volume.volumes.update-empty-id", "PUT " + volumes));
    all.add(missing("volume.volumes.delete-empty-id", "DELETE " + volumes));
    all.addAll(new ChangeActions(store).operations("POST " + volume + "/action"));
    all.addAll(readingSnapshots().operations("volume.snapshots", snapshots));
    all.add(Operation.of("volume.snapshots.create", "POST " + snapshots, this::createSnapshot));
    all.add(Operation.of("volume.snapshots.update", "PUT " + snapshot, this::updateSnapshot));
    all.add(Operation.of("volume.snapshots.delete", "DELETE " + snapshot, this::deleteSnapshot));
    return all;
  }

  private static Operation missing(String name, String list) {
    return Operation.of(
        name, list + "/", it -> Reply.plainFault(404, "The resource could not be found."));
  }

  private Reading<ObjectNode> reading() {
    return new Reading<>(
        "volume", store.volumes(), VolumeLists.VOLUMES, VolumeForms::brief, VolumeForms::detailed);
  }

  private Reading<ObjectNode> readingSnapshots() {
    return new Reading<>(
        "snapshot",
        store.snapshots(),
        VolumeLists.SNAPSHOTS,
        VolumeForms::briefSnapshot,
        VolumeForms::detailedSnapshot);
  }

  private Reply create(Incoming request) throws IOException {
    ObjectNode wanted = making.attributes(request.sent("volume"), request.caller());
    flaws.refuse(wanted);
    ObjectNode volume = store.add(request.caller(), wanted, flaws.course(wanted));
    if (flaws.vanishes(wanted)) {
      store.volumes().remove(VolumeForms.id(volume));
    }
    if (flaws.harmsSource(wanted)) {
      harmSource(wanted);
    }
    return reply(202, "volume", VolumeForms.full(request.base(), volume));
  }

  private void harmSource(ObjectNode made) {
    if (made.has("source_volid")) {
      store.volumes().change(made.path("source_volid").asText(), VolumeFlaws::renamed);
    } else if (made.has("snapshot_id")) {
      store.snapshots().change(made.path("snapshot_id").asText(), VolumeFlaws::renamed);
    } else {
      images.change(made.path(VolumeForms.IMAGE).path("image_id").asText(), VolumeFlaws::renamed);
    }
  }

  private Reply update(Incoming request) throws IOException {
    JsonNode asked = request.sent("volume");
    flaws.refuseNamesake(asked, request.part("volume"), store.volumes());
    ObjectNode changed =
        store.change(
            store.volumes(),
            request,
            it -> {
              if (asked.path("metadata").isObject()) {
                it.set("metadata", asked.path("metadata"));
              }
              return VolumeForms.named(it, asked);
            });
    return reply(200, "volume", VolumeForms.full(request.base(), changed));
  }

  private Reply delete(Incoming request) {
    store.delete(request.caller().project(), request.part("volume"));
    return Reply.bare(202);
  }

  private Reply createSnapshot(Incoming request) throws IOException {
    JsonNode asked = request.sent("snapshot");
    ObjectNode wanted = VolumeForms.named(Json.object(), asked);
    // Null is looked for like any other id, and not found.
    wanted.put("volume_id", asked.path("volume_id").asText("None"));
    wanted.set("metadata", VolumeMaking.metadata(asked));
    ObjectNode made = store.addSnapshot(request.caller(), wanted, Work.copy(asked));
    return reply(202, "snapshot", VolumeForms.briefSnapshot(request.base(), made));
  }

  private Reply updateSnapshot(Incoming request) throws IOException {
    JsonNode asked = request.sent("snapshot");
    ObjectNode changed =
        store.change(store.snapshots(), request, it -> VolumeForms.named(it, asked));
    return reply(200, "snapshot", VolumeForms.briefSnapshot(request.base(), changed));
  }

  private Reply deleteSnapshot(Incoming request) {
    store.deleteSnapshot(request.caller().project(), request.part("snapshot"));
    return Reply.bare(202);
  }

  private static Reply reply(int status, String key, ObjectNode resource) {
    return Reply.json(status, Json.wrap(key, resource));
  }
}
