package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.resource.Reading;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Volumes and snapshots of them: made, read, changed, deleted. */
record VolumeOperations(VolumeStore store, VolumeMaking making, VolumeFlaws flaws) {

  VolumeOperations(VolumeStore store, ImageLibrary images, Defects defects) {
    this(store, new VolumeMaking(store, images), new VolumeFlaws(store, images, defects));
  }

  List<Operation> operations() {
    Reading<ObjectNode> volumes =
        new Reading<>(
            "volume",
            store.volumes(),
            VolumeLists.VOLUMES,
            VolumeForms::brief,
            VolumeForms::detailed);
    Reading<ObjectNode> snapshots =
        new Reading<>(
            "snapshot",
            store.snapshots(),
            VolumeLists.SNAPSHOTS,
            VolumeForms::briefSnapshot,
            VolumeForms::detailedSnapshot);
    return Stream.of(
            operations(volumes, VolumeForms::full, this::create),
            missing("show GET", "update PUT", "delete DELETE"),
            operations(snapshots, snapshots.brief(), this::createSnapshot))
        .flatMap(it -> it)
        .toList();
  }

  /**
   * All calls for volumes, or for snapshots.
   *
   * @param changed the form in answers to a creation or a change
   */
  private Stream<Operation> operations(
      Reading<ObjectNode> kind,
      Reading.View<ObjectNode> changed,
      BiFunction<Incoming, JsonNode, ObjectNode> maker) {
    String key = kind.key();
    String name = "volume." + key + "s";
    String all = "/v3/{project}/" + key + "s";
    String one = all + "/{" + key + "}";
    Handler create = it -> Reply.json(202, body(it, kind, changed, maker));
    Handler update = it -> Reply.json(200, body(it, kind, changed, this::update));
    Handler delete =
        it -> {
          store.delete(kind.shelf(), it.caller().project(), it.part(key));
          return Reply.bare(202);
        };
    return Stream.concat(
        kind.operations(name, all).stream(),
        Stream.of(
            Operation.of(name + ".create", "POST " + all, create),
            Operation.of(name + ".update", "PUT " + one, update),
            Operation.of(name + ".delete", "DELETE " + one, delete)));
  }

  private static ObjectNode body(
      Incoming request,
      Reading<ObjectNode> kind,
      Reading.View<ObjectNode> changed,
      BiFunction<Incoming, JsonNode, ObjectNode> work)
      throws IOException {
    ObjectNode resource = work.apply(request, request.sent(kind.key()));
    return Json.wrap(kind.key(), changed.of(request.base(), resource));
  }

  /** Calls on a volume whose id is empty. */
  private static Stream<Operation> missing(String... calls) {
    return Stream.of(calls)
        .map(it -> it.split(" "))
        .map(
            it ->
                Operation.of(
                    "volume.volumes." + it[0] + "-empty-id",
                    it[1] + " /v3/{project}/volumes/",
                    request -> Reply.plainFault(404, "The resource could not be found.")));
  }

  private ObjectNode create(Incoming request, JsonNode asked) {
    ObjectNode wanted = making.attributes(asked, request.caller());
    return flaws.made(wanted, course -> store.add(request.caller(), wanted, course));
  }

  private ObjectNode createSnapshot(Incoming request, JsonNode asked) {
    ObjectNode wanted = VolumeForms.named(Json.object(), asked);
    // Null is looked for like any other id, and not found.
    wanted.put("volume_id", asked.path("volume_id").asText("None"));
    wanted.set("metadata", VolumeMaking.metadata(asked));
    return store.addSnapshot(request.caller(), wanted, Work.copy(asked));
  }

  private ObjectNode update(Incoming request, JsonNode asked) {
    boolean isVolume = request.part("snapshot").isEmpty();
    if (isVolume) {
      flaws.refuseNamesake(asked, request.part("volume"));
    }
    return store.change(
        isVolume ? store.volumes() : store.snapshots(),
        request,
        it -> {
          // Those of a snapshot have calls of their own.
          if (isVolume && asked.path("metadata").isObject()) {
            it.set("metadata", asked.path("metadata"));
          }
          return VolumeForms.named(it, asked);
        });
  }
}
