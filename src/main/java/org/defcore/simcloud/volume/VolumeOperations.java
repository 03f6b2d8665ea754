package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Volumes: made, read, changed, deleted. */
final class VolumeOperations {

  private static final String ALL = " /v3/{project}/volumes";
  private static final String ONE = ALL + "/{volume}";

  private final VolumeStore volumes;
  private final SnapshotStore snapshots;
  private final ImageLibrary images;
  private final VolumeMaking making;
  private final VolumeFlaws flaws;

  VolumeOperations(
      VolumeStore volumes, SnapshotStore snapshots, ImageLibrary images, Defects defects) {
    this.volumes = volumes;
    this.snapshots = snapshots;
    this.images = images;
    this.making = new VolumeMaking(volumes, snapshots, images);
    this.flaws = new VolumeFlaws(defects);
  }

  List<Operation> operations() {
    return List.of(
        operation("create", "POST" + ALL, this::create),
        operation("list", "GET" + ALL, it -> list(it, view(it)::brief)),
        operation("detail", "GET" + ALL + "/detail", it -> list(it, view(it)::detailed)),
        operation("show", "GET" + ONE, this::show),
        operation("update", "PUT" + ONE, this::update),
        operation("delete", "DELETE" + ONE, this::delete));
  }

  private static Operation operation(String name, String call, Handler work) {
    return Operation.of("volume.volumes." + name, call, VolumeFaults.answering(work));
  }

  private static VolumeView view(Incoming request) {
    return new VolumeView(request.base());
  }

  private Reply list(Incoming request, Function<Volume, ObjectNode> form) {
    List<Volume> all = volumes.all(request.caller().project());
    return Reply.json(
        200, VolumeLists.VOLUMES.page(request, all).document(request, "volumes", form));
  }

  private Reply create(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "volume");
    VolumeSpec wanted = making.spec(asked, request.caller());
    flaws.refuse(wanted);
    Volume volume = volumes.add(request.caller(), wanted, flaws.course(wanted));
    if (flaws.vanishes(wanted)) {
      volumes.forget(volume.id());
    }
    if (flaws.harmsSource(wanted)) {
      harmSource(wanted.source(), request.caller().project());
    }
    return reply(202, new VolumeView(request.base()).full(volume));
  }

  private void harmSource(VolumeSpec.Source source, String project) {
    if (source.volume().isTextual()) {
      volumes.change(
          project, source.volume().asText(), it -> it.with(VolumeFlaws.renamed(it.texts())));
    } else if (source.snapshot().isTextual()) {
      snapshots.change(
          project, source.snapshot().asText(), it -> it.with(VolumeFlaws.renamed(it.texts())));
    } else {
      VolumeFlaws.rename(images, source.image().getOrDefault("image_id", ""));
    }
  }

  private Reply show(Incoming request) {
    Volume volume = find(request);
    return reply(200, new VolumeView(request.base()).detailed(volume));
  }

  private Reply update(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "volume");
    asked.requireOnlyChangeable();
    Volume changed =
        volumes.change(
            request.caller().project(),
            request.part("volume"),
            it -> {
              VolumeSpec renamed = it.with(asked.texts(it.texts()));
              return asked.hasMetadata() ? renamed.withMetadata(asked.metadata()) : renamed;
            });
    return reply(200, new VolumeView(request.base()).full(changed));
  }

  private Reply delete(Incoming request) {
    Volume volume = find(request);
    snapshots.settle();
    volumes.delete(request.caller().project(), volume.id());
    return Reply.empty(202).with("Content-Type", "text/html; charset=UTF-8");
  }

  private Volume find(Incoming request) {
    String id = request.part("volume");
    return volumes
        .find(request.caller().project(), id)
        .orElseThrow(() -> VolumeFaults.notFound("Volume " + id));
  }

  private static Reply reply(int status, ObjectNode volume) {
    return Reply.json(status, Json.wrap("volume", volume));
  }
}
