package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.objectstore.OwnContainer.METADATA;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Quotas of containers and of the account. */
final class QuotasConformance {

  private static final int BYTES = 10;
  private static final int OBJECTS = 3;
  private static final long FOUR = 4;
  private static final String ACCOUNT = "X-Account-Meta-Quota-Bytes";

  @InteropTest(id = "9a0fb034-86af-4df0-86fa-f8bd7db21ae0")
  @Claim("An upload up to the quota of a container is accepted and counted")
  void uploadFillsTheQuota(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = limited(cloud, cleanup);

    container.upload("thing", new byte[BYTES]);

    container.assertHolds(1, BYTES);
  }

  @InteropTest(id = "22eeeb2b-3668-4160-baef-44790f65a5a0")
  @Claim("An upload above the quota of a container is rejected")
  void uploadOverTheQuotaIsRefused(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = limited(cloud, cleanup);

    assertRefused(413, () -> container.upload("thing", new byte[BYTES + 1]));

    container.assertHolds(0, 0);
  }

  @InteropTest(id = "3a387039-697a-44fc-a9c0-935de31f426b")
  @Claim("An upload above the object quota of a container is rejected")
  void oneObjectTooManyIsRefused(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = limited(cloud, cleanup);
    List.of("first", "second", "third").forEach(it -> container.upload(it, new byte[0]));
    container.assertHolds(OBJECTS, 0);

    assertRefused(413, () -> container.upload("fourth", new byte[0]));

    container.assertHolds(OBJECTS, 0);
  }

  private static OwnContainer limited(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    Map<String, String> quotas =
        Map.of(METADATA + "Quota-Bytes", "" + BYTES, METADATA + "Quota-Count", "" + OBJECTS);
    container.store().update(container.path(), quotas);
    return container;
  }

  @InteropTest(id = "a22ef352-a342-4587-8f47-3bbdb5b039c4")
  @Claim("An upload within the quota of the account is accepted")
  void uploadFitsIntoTheAccount(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    StoreHeaders account = container.store().show("");
    long used = account.count("X-Account-Bytes-Used");
    long room = account.find(ACCOUNT).map(it -> Long.parseLong(it) - used).orElse(FOUR);
    byte[] data = new byte[(int) Math.max(0, Math.min(FOUR, room))];

    String path = container.upload("thing", data);

    OwnContainer.assertServes(container.store(), path, data);
  }

  @InteropTest(id = "d1dc5076-555e-4e6d-9697-28f1fe976324")
  @Claim("A user can neither remove nor change the quota of the account")
  void quotaOfTheAccountIsRefused(Cloud cloud, Cleanup cleanup) {
    ObjectStoreClient store = cloud.member().objectStore();
    Optional<String> before = store.list("").headers().find(ACCOUNT);
    // So large that nobody else is limited by it, should the cloud take it.
    for (String quota : List.of("", String.valueOf(Long.MAX_VALUE))) {
      assertRefused(403, () -> changed(quota, before, store, cleanup));
      assertThat(store.show("").find(ACCOUNT)).as("%s in HEAD /", ACCOUNT).isEqualTo(before);
    }
  }

  /** Changes the quota and, as the cloud takes it, arranges that it is put back. */
  private static void changed(
      String quota, Optional<String> before, ObjectStoreClient store, Cleanup cleanup) {
    store.update("", Map.of(ACCOUNT, quota));
    cleanup.afterwards(ending -> store.update("", Map.of(ACCOUNT, before.orElse(""))));
  }
}
