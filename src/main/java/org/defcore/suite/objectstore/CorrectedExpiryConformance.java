package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.CONTAINER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
  @Claim(
      "An object that is to expire shows when, by the cloud's own clock, and is served meanwhile;"
          + " once the time has come it is not")
  void objectShowsWhenItExpiresAndIsNotServedAfterwards(Cloud cloud, Cleanup cleanup, Poll poll) {
    ObjectStoreClient store = cloud.member().objectStore();
    byte[] data = cloud.uniqueName("data").getBytes(StandardCharsets.UTF_8);
    String box = cloud.uniqueName("container");
    cleanup.create(CONTAINER, box, () -> store.createContainer(box), it -> box);
    String call = "/" + box + "/thing";
    Instant before = store.createObject(box, "thing", data);

    Instant after = store.expireObject(box, "thing", LATER);

    Optional<Instant> shown = store.showObject(box, "thing").deleteAt();
    assertThat(shown).as("X-Delete-At in HEAD %s", call).isPresent();
    assertThat(shown.get())
        .as("X-Delete-At in HEAD %s, by the dates of the answers before and to the POST", call)
        .isBetween(before.plus(LATER).minus(CLOCKS), after.plus(LATER).plus(CLOCKS));
    StoredObject served = store.getObject(box, "thing");
    assertThat(served.headers().deleteAt()).as("X-Delete-At in GET %s", call).isEqualTo(shown);
    assertThat(served.data()).as("body of GET %s", call).isEqualTo(data);

    Instant due = store.expireObject(box, "thing", SOON).plus(SOON);
    poll.pass("object to expire", SOON.plusSeconds(1));
    poll.until(
        "GET %s not to find it, as it expired at %s".formatted(call, due),
        () -> store.findObject(box, "thing"),
        Optional::isEmpty,
        it -> it.orElseThrow().isAfter(due.plus(CLOCKS)));
    assertRefused(404, () -> store.showObject(box, "thing"));
  }
}
