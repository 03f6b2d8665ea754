package org.defcore.simcloud.objectstore;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.defcore.simcloud.defect.Defects;

/**
 * The containers of all accounts and what is in them. An object that has expired is there for
 * nobody, but stays in the list of its container until it is deleted: no sweeper comes by. Safe for
 * use by many threads; refuses as the service does.
 */
final class Accounts {

  private final Map<String, TreeMap<String, Container>> accounts = new TreeMap<>();
  private final Map<String, Map<String, String>> notes = new TreeMap<>();
  private final Clock clock;
  private final Defects defects;

  Accounts(Clock clock, Defects defects) {
    this.clock = clock;
    this.defects = defects;
  }

  private Map<String, Container> account(String name) {
    return accounts.computeIfAbsent(name, it -> new TreeMap<>());
  }

  private Container container(String account, String name) {
    return Optional.ofNullable(account(account).get(name)).orElseThrow(SwiftPages::notFound);
  }

  /** A container as it is at the moment. */
  record Summary(
      String name,
      Instant created,
      Map<String, String> notes,
      List<StoredObject> objects,
      long bytes) {

    Summary {
      notes = new TreeMap<>(notes);
      objects = List.copyOf(objects);
    }

    @Override
    public Map<String, String> notes() {
      return new TreeMap<>(notes);
    }
  }

  private static Summary summary(Container it) {
    return new Summary(it.name(), it.created(), it.notes(), it.objects(), it.bytes());
  }

  synchronized Map<String, String> notes(String account) {
    return new TreeMap<>(notes.getOrDefault(account, Map.of()));
  }

  synchronized void note(String account, UnaryOperator<Map<String, String>> change) {
    notes.put(account, change.apply(notes(account)));
  }

  synchronized List<Summary> containers(String account) {
    return account(account).values().stream().map(Accounts::summary).toList();
  }

  synchronized Optional<Summary> find(String account, String container) {
    return Optional.ofNullable(account(account).get(container)).map(Accounts::summary);
  }

  synchronized Summary get(String account, String container) {
    return summary(container(account, container));
  }

  synchronized void empty(String account, String container) {
    Container found = container(account, container);
    found.objects().forEach(it -> found.remove(it.name()));
  }

  /** Returns whether it was not there before. */
  synchronized boolean create(String account, String container) {
    return account(account).putIfAbsent(container, new Container(container, clock.instant()))
        == null;
  }

  synchronized void note(
      String account, String container, UnaryOperator<Map<String, String>> change) {
    Container found = container(account, container);
    found.note(change.apply(found.notes()));
  }

  synchronized void remove(String account, String name) {
    if (!container(account, name).objects().isEmpty()) {
      throw SwiftPages.conflict();
    }
    account(account).remove(name);
  }

  /** Puts an object in; the one that it replaces goes to the archive of the container. */
  synchronized void put(String account, String container, StoredObject object) {
    Container into = container(account, container);
    Optional<StoredObject> before = into.find(object.name());
    boolean keeps = into.archive().isPresent() && !defects.on(ObjectStoreDefect.KEEPS_NO_VERSIONS);
    if (before.isPresent() && keeps) {
      StoredObject old = before.get();
      container(account, into.archive().orElseThrow())
          .put(old.named(version(old.name()) + SwiftTimes.timestamp(old.changed())));
    }
    into.put(object);
  }

  private static String version(String object) {
    return "%03x%s/".formatted(object.length(), object);
  }

  /** An object, whether or not it has expired. */
  synchronized StoredObject object(String account, String container, String object) {
    return container(account, container).find(object).orElseThrow(SwiftPages::notFound);
  }

  /** An object that has not expired. */
  StoredObject served(String account, String container, String object) {
    StoredObject found = object(account, container, object);
    if (found.isExpired(clock.instant())) {
      throw SwiftPages.notFound();
    }
    return found;
  }

  /** Replaces an object that has not expired. */
  synchronized void change(
      String account, String container, String object, UnaryOperator<StoredObject> change) {
    StoredObject changed = change.apply(served(account, container, object));
    container(account, container).put(changed);
  }

  /**
   * Removes an object and restores its last version from the archive; refuses for one that has
   * expired, which is removed all the same.
   */
  synchronized void removeObject(String account, String container, String object) {
    StoredObject found = object(account, container, object);
    Container from = container(account, container);
    from.remove(object);
    from.archive()
        .map(it -> container(account, it))
        .ifPresent(
            archive ->
                archive
                    .last(version(object))
                    .ifPresent(
                        it -> {
                          archive.remove(it.name());
                          from.put(it.named(object));
                        }));
    if (found.isExpired(clock.instant())) {
      throw SwiftPages.notFound();
    }
  }

  synchronized List<String> resources() {
    List<String> all = new ArrayList<>();
    for (Map<String, Container> containers : accounts.values()) {
      for (Container container : containers.values()) {
        all.add("container " + container.name());
        container.objects().forEach(it -> all.add("object " + container.name() + "/" + it.name()));
      }
    }
    notes
        .values()
        .forEach(
            it ->
                it.keySet().forEach(name -> all.add("metadata " + name.toLowerCase(Locale.ROOT))));
    return all;
  }
}
