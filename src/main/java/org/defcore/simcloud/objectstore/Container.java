package org.defcore.simcloud.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A container with its objects, expired ones included until somebody takes them out. */
final class Container {

  private final String name;
  private final Instant created;
  private final TreeMap<String, StoredObject> objects = new TreeMap<>();

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

  Optional<StoredObject> find(String object) {
    return Optional.ofNullable(objects.get(object));
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
