package org.defcore.simcloud.volume;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** The metadata of one volume: as a whole, and key by key. */
final class VolumeMetadata {

  private static final String ALL = " /v3/{project}/volumes/{volume}/metadata";
  private static final String ONE = ALL + "/{key}";

  private final VolumeStore store;

  VolumeMetadata(VolumeStore store) {
    this.store = store;
  }

  List<Operation> operations() {
    return List.of(
        operation("list", "GET" + ALL, this::list),
        operation("add", "POST" + ALL, this::add),
        operation("replace", "PUT" + ALL, this::replace),
        operation("show", "GET" + ONE, this::show),
        operation("update", "PUT" + ONE, this::update),
        operation("delete", "DELETE" + ONE, this::delete));
  }

  private static Operation operation(String name, String call, Handler work) {
    return Operation.of("volume.metadata." + name, call, work);
  }

  private Reply list(Incoming request) {
    return all(items(request));
  }

  private Reply add(Incoming request) throws IOException {
    Map<String, String> items = VolumeDocument.read(request, "metadata").items();
    return all(change(request, it -> it.putAll(items)));
  }

  private Reply replace(Incoming request) throws IOException {
    Map<String, String> items = VolumeDocument.read(request, "metadata").items();
    return all(
        change(
            request,
            it -> {
              it.clear();
              it.putAll(items);
            }));
  }

  private Reply show(Incoming request) {
    Map<String, String> items = items(request);
    requireKey(request, items);
    return one(request, items);
  }

  private Reply update(Incoming request) throws IOException {
    Map<String, String> item = VolumeDocument.read(request, "meta").items();
    if (!item.keySet().equals(Set.of(request.part("key")))) {
      throw VolumeFaults.badRequest("The document has another key than its address");
    }
    return one(request, change(request, it -> it.putAll(item)));
  }

  private Reply delete(Incoming request) {
    change(
        request,
        it -> {
          requireKey(request, it);
          it.remove(request.part("key"));
        });
    return Reply.empty(200).with("Content-Type", "text/html; charset=UTF-8");
  }

  private Map<String, String> items(Incoming request) {
    return store
        .volumes()
        .require(request.caller().project(), request.part("volume"))
        .spec()
        .metadata();
  }

  private Map<String, String> change(Incoming request, Consumer<Map<String, String>> change) {
    Volume changed =
        store.change(
            request.caller().project(),
            request.part("volume"),
            it -> {
              Map<String, String> items = new TreeMap<>(it.metadata());
              change.accept(items);
              return it.withMetadata(items);
            });
    return changed.spec().metadata();
  }

  private static void requireKey(Incoming request, Map<String, String> items) {
    String key = request.part("key");
    if (!items.containsKey(key)) {
      String message =
          "Volume %s has no metadata with key %s.".formatted(request.part("volume"), key);
      throw VolumeFaults.refusal(404, message);
    }
  }

  private static Reply all(Map<String, String> items) {
    return Reply.json(200, Json.wrap("metadata", VolumeView.object(items)));
  }

  private static Reply one(Incoming request, Map<String, String> items) {
    String key = request.part("key");
    return Reply.json(200, Json.wrap("meta", Json.object().put(key, items.getOrDefault(key, ""))));
  }
}
