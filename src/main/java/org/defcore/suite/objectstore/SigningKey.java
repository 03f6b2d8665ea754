package org.defcore.suite.objectstore;

import static org.defcore.kit.resource.ResourceKind.SIGNING_KEY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/**
 * The key of the account for signed links. It takes a place that is free for the time of the run;
 * where both are taken the key in the first serves.
 */
enum SigningKey implements SharedFixture<String> {
  SHARED;

  private static final List<String> PLACES =
      List.of("X-Account-Meta-Temp-URL-Key", "X-Account-Meta-Temp-URL-Key-2");

  @Override
  public String title() {
    return "a key for signed links";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    ObjectStoreClient store = cloud.member().objectStore();
    StoreHeaders account = store.list("").headers();
    Optional<String> free = PLACES.stream().filter(it -> account.find(it).isEmpty()).findFirst();
    if (free.isEmpty()) {
      return account.find(PLACES.get(0)).orElseThrow();
    }
    String name = cloud.uniqueName("key");
    String key = name + "." + UUID.randomUUID();
    cleanup.create(SIGNING_KEY, name, () -> store.update("", Map.of(free.get(), key)), it -> name);
    return key;
  }
}
