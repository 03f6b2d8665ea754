package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Snapshots of volumes: made, read, changed, deleted. */
final class SnapshotOperations {

  private static final String ALL = " /v3/{project}/snapshots";
  private static final String ONE = ALL + "/{snapshot}";
  private static final String EXTENDED = "os-extended-snapshot-attributes:";
  private static final VolumeSpec.Texts NO_TEXTS =
      new VolumeSpec.Texts(NullNode.getInstance(), NullNode.getInstance());
  private static final Set<String> SENT =
      Set.of("volume_id", "name", "description", "metadata", "force");
  private static final Set<String> CHANGEABLE = Set.of("name", "description");

  private final VolumeStore store;

  SnapshotOperations(VolumeStore store) {
    this.store = store;
  }

  List<Operation> operations() {
    return List.of(
        operation("create", "POST" + ALL, this::create),
        operation("list", "GET" + ALL, it -> list(it, SnapshotOperations::brief)),
        operation("detail", "GET" + ALL + "/detail", it -> list(it, SnapshotOperations::detailed)),
        operation("show", "GET" + ONE, this::show),
        operation("update", "PUT" + ONE, this::update),
        operation("delete", "DELETE" + ONE, this::delete));
  }

  private static Operation operation(String name, String call, Handler work) {
    return Operation.of("volume.snapshots." + name, call, work);
  }

  private Reply create(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "snapshot");
    asked.requireOnly("snapshot", SENT);
    if (!asked.has("volume_id")) {
      throw VolumeFaults.invalid("snapshot", "it lacks a volume_id");
    }
    // Null is looked for like any other id, and not found.
    String volume = Optional.of(asked.id("volume_id")).filter(it -> !it.isEmpty()).orElse("None");
    Set<String> from = asked.isTrue("force") ? Set.of("available", "in-use") : Set.of("available");
    VolumeStore.Wish wish =
        new VolumeStore.Wish(asked.texts(NO_TEXTS), volume, asked.metadata(), from);
    return reply(202, brief(store.add(request.caller(), wish)));
  }

  private Reply list(Incoming request, Function<Snapshot, ObjectNode> form) {
    List<Snapshot> all = store.snapshots().all(request.caller().project());
    return VolumeLists.SNAPSHOTS.page(request, all).reply(request, "snapshots", form);
  }

  private Reply show(Incoming request) {
    String project = request.caller().project();
    return reply(200, detailed(store.snapshots().require(project, request.part("snapshot"))));
  }

  private Reply update(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "snapshot");
    asked.requireOnly("snapshot", CHANGEABLE);
    String project = request.caller().project();
    Snapshot changed =
        store.changeSnapshot(
            project, request.part("snapshot"), it -> it.with(asked.texts(it.texts())));
    return reply(200, brief(changed));
  }

  private Reply delete(Incoming request) {
    store.deleteSnapshot(request.caller().project(), request.part("snapshot"));
    return Reply.empty(202).with("Content-Type", "text/html; charset=UTF-8");
  }

  private static ObjectNode brief(Snapshot snapshot) {
    SnapshotSpec spec = snapshot.spec();
    ObjectNode body =
        Json.object()
            .put("id", snapshot.id())
            .put("created_at", Times.micros(snapshot.createdAt()));
    if (snapshot.status().equals("creating")) {
      body.putNull("updated_at");
    } else {
      body.put("updated_at", Times.micros(snapshot.updatedAt()));
    }
    body.set("name", spec.texts().name());
    body.set("description", spec.texts().description());
    body.put("volume_id", spec.volume())
        .put("status", snapshot.status())
        .put("size", spec.size())
        .set("metadata", Metadata.document(spec.metadata()));
    return body;
  }

  private static ObjectNode detailed(Snapshot snapshot) {
    String progress = snapshot.status().equals("creating") ? "0%" : "100%";
    return brief(snapshot)
        .put(EXTENDED + "project_id", snapshot.owner().project())
        .put(EXTENDED + "progress", progress);
  }

  private static Reply reply(int status, ObjectNode snapshot) {
    return Reply.json(status, Json.wrap("snapshot", snapshot));
  }
}
