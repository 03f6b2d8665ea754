package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoredObject;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** Objects that expire, by the clock of the cloud and no other. */
final class CorrectedExpiryConformance {

  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(2);

  /** Dates are full seconds, and not every node of a cloud has the same time. */
  private static final Duration CLOCKS = Duration.ofSeconds(3);

  @InteropTest(id = "346b80d1-42c2-4f88-9f1d-7608f3fa85ec", start = StartHint.EARLY)
  @Claim("An object with an expiry time shows it and is served until then, by the cloud's clock")
  void objectShowsWhenItExpiresAndIsNotServedAfterwards(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnContainer box = OwnContainer.make(cloud, cleanup);
    ObjectStoreClient store = box.store();
    byte[] data = OwnContainer.data(cloud);
    String path = box.path() + "/thing";
    Instant before = store.upload(path, data, Map.of()).answered();

    Instant after = store.update(path, Expiring.after(LATER)).answered();

    Optional<Instant> shown = store.show(path).deleteAt();
    assertThat(shown).as("X-Delete-At in HEAD %s", path).isPresent();
    assertThat(shown.get())
        .as("X-Delete-At in HEAD %s, by the dates of the answers before and to the POST", path)
        .isBetween(before.plus(LATER).minus(CLOCKS), after.plus(LATER).plus(CLOCKS));
    StoredObject served = store.get(path);
    assertThat(served.headers().deleteAt()).as("X-Delete-At in GET %s", path).isEqualTo(shown);
    assertThat(served.data()).as("body of GET %s", path).isEqualTo(data);

    Instant due = store.update(path, Expiring.after(SOON)).answered().plus(SOON);
    poll.pass("object to expire", SOON.plusSeconds(1));
    Expiring.awaitGone(store, path, due.plus(CLOCKS), poll);
    assertRefused(404, () -> store.show(path));
  }
}
