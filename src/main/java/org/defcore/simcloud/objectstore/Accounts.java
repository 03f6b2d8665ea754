package org.defcore.simcloud.objectstore;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The containers of all accounts and what is in them. An object that has expired is there for
 * nobody, but stays in the list of its container until it is deleted: no sweeper comes by. Safe for
 * use by many threads; refuses as the service does.
 */
final class Accounts {

  private final Map<String, TreeMap<String, Container>> accounts = new TreeMap<>();
  private final Clock clock;

  Accounts(Clock clock) {
    this.clock = clock;
  }

  private Map<String, Container> account(String name) {
    return accounts.computeIfAbsent(name, it -> new TreeMap<>());
  }

  private Container container(String account, String name) {
    return Optional.ofNullable(account(account).get(name)).orElseThrow(SwiftPages::notFound);
  }

  /** A container as lists show it. */
  record Summary(String name, Instant created, List<StoredObject> objects, long bytes) {

    Summary {
      objects = List.copyOf(objects);
    }
  }

  private static Summary summary(Container container) {
    return new Summary(
        container.name(), container.created(), container.objects(), container.bytes());
  }

  synchronized List<Summary> containers(String account) {
    return account(account).values().stream().map(Accounts::summary).toList();
  }

  synchronized Summary get(String account, String container) {
    return summary(container(account, container));
  }

  /** Returns whether it was not there before. */
  synchronized boolean create(String account, String container) {
    return account(account).putIfAbsent(container, new Container(container, clock.instant()))
        == null;
  }

  synchronized void remove(String account, String name) {
    if (!container(account, name).objects().isEmpty()) {
      throw SwiftPages.conflict();
    }
    account(account).remove(name);
  }

  synchronized void put(String account, String container, StoredObject object) {
    container(account, container).put(object);
  }

  /** An object, whether or not it has expired. */
  synchronized StoredObject find(String account, String container, String object) {
    return container(account, container).find(object).orElseThrow(SwiftPages::notFound);
  }

  /** Replaces an object that has not expired. */
  synchronized void change(
      String account, String container, String object, UnaryOperator<StoredObject> change) {
    StoredObject found = find(account, container, object);
    if (found.isExpired(clock.instant())) {
      throw SwiftPages.notFound();
    }
    container(account, container).put(change.apply(found));
  }

  /** Takes an object out; for one that has expired it comes too late, but that is gone, too. */
  synchronized void removeObject(String account, String container, String object) {
    StoredObject found = find(account, container, object);
    container(account, container).remove(object);
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
    return all;
  }
}
