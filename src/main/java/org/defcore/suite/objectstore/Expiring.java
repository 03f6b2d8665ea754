package org.defcore.suite.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.kit.Poll;

/** Objects that are to expire. */
final class Expiring {

  private Expiring() {}

  /** The headers of an object that is to expire. */
  static Map<String, String> after(Duration time) {
    return Map.of("X-Delete-After", String.valueOf(time.toSeconds()));
  }

  /** Waits until an object is not served, which has to be by then. */
  static void awaitGone(ObjectStoreClient store, String path, Instant latest, Poll poll) {
    poll.until(
        "GET %s not to find it, as it expires by %s".formatted(path, latest),
        () -> store.find(path),
        Optional::isEmpty,
        it -> it.orElseThrow().answered().isAfter(latest));
  }
}
