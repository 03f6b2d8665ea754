package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A container with its objects, expired ones included until somebody takes them out. */
final class Container {

  private final String name;
  private final Instant created;
  private final TreeMap<String, StoredObject> objects = new TreeMap<>();
  private Map<String, String> notes = Map.of();

  Container(String name, Instant created) {
    this.name = name;
    this.created = created;
  }

  String name() {
    return name;
  }

  Instant created() {
    return created;
  }

  Map<String, String> notes() {
    return new TreeMap<>(notes);
  }

  void note(Map<String, String> changed) {
    notes = new TreeMap<>(changed);
  }

  /** The container that keeps what is overwritten or deleted here. */
  Optional<String> archive() {
    return Optional.ofNullable(notes.get("X-Versions-Location"));
  }

  Optional<StoredObject> find(String object) {
    return Optional.ofNullable(objects.get(object));
  }

  /** The newest of those whose name begins so. */
  Optional<StoredObject> last(String prefix) {
    return objects.values().stream().filter(it -> it.name().startsWith(prefix)).reduce((a, b) -> b);
  }

  void put(StoredObject object) {
    objects.put(object.name(), object);
  }

  void remove(String object) {
    objects.remove(object);
  }

  List<StoredObject> objects() {
    return List.copyOf(objects.values());
  }

  long bytes() {
    return objects.values().stream().mapToLong(StoredObject::size).sum();
  }
}
