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
    return List.of(
        operation("create", "POST" + ALL, this::create),
        operation("list", "GET" + ALL, it -> list(it, view(it)::brief)),
        operation("detail", "GET" + ALL + "/detail", it -> list(it, view(it)::detailed)),
        operation("show", "GET" + ONE, this::show),
        operation("update", "PUT" + ONE, this::update),
        operation("delete", "DELETE" + ONE, this::delete));
  }

  private static Operation operation(String name, String call, Handler work) {
    return Operation.of("volume.volumes." + name, call, work);
  }

  private static VolumeView view(Incoming request) {
    return new VolumeView(request.base());
  }

  private Reply list(Incoming request, Function<Volume, ObjectNode> form) {
    List<Volume> all = store.volumes().all(request.caller().project());
    return VolumeLists.VOLUMES.page(request, all).reply(request, "volumes", form);
  }

  private Reply create(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "volume");
    VolumeSpec wanted = making.spec(asked, request.caller());
    flaws.refuse(wanted);
    Volume volume = store.add(request.caller(), wanted, flaws.course(wanted));
    if (flaws.vanishes(wanted)) {
      store.volumes().remove(volume.id());
    }
    if (flaws.harmsSource(wanted)) {
      harmSource(wanted.source(), request.caller().project());
    }
    return reply(202, view(request).full(volume));
  }

  private void harmSource(VolumeSpec.Source source, String project) {
    if (source.volume().isTextual()) {
      store.change(
          project, source.volume().asText(), it -> it.with(VolumeFlaws.renamed(it.texts())));
    } else if (source.snapshot().isTextual()) {
      store.changeSnapshot(
          project, source.snapshot().asText(), it -> it.with(VolumeFlaws.renamed(it.texts())));
    } else {
      VolumeFlaws.rename(images, source.image().getOrDefault("image_id", ""));
    }
  }

  private Reply show(Incoming request) {
    String project = request.caller().project();
    return reply(
        200, view(request).detailed(store.volumes().require(project, request.part("volume"))));
  }

  private Reply update(Incoming request) throws IOException {
    VolumeDocument asked = VolumeDocument.read(request, "volume");
    asked.requireOnlyChangeable();
    Volume changed =
        store.change(
            request.caller().project(),
            request.part("volume"),
            it -> {
              VolumeSpec renamed = it.with(asked.texts(it.texts()));
              return asked.hasMetadata() ? renamed.withMetadata(asked.metadata()) : renamed;
            });
    return reply(200, view(request).full(changed));
  }

  private Reply delete(Incoming request) {
    store.delete(request.caller().project(), request.part("volume"));
    return Reply.empty(202).with("Content-Type", "text/html; charset=UTF-8");
  }

  private static Reply reply(int status, ObjectNode volume) {
    return Reply.json(status, Json.wrap("volume", volume));
  }
}
