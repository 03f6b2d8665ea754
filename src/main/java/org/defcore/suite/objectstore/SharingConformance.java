package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.OTHER_MEMBER;
import static org.defcore.suite.objectstore.OwnContainer.assertServes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.TemporaryUrl;
import org.defcore.clouds.Session;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;

/** Objects that others read and write, by the lists of a container or by signed links. */
final class SharingConformance {

  private static final Duration LIFE = Duration.ofSeconds(1000);
  private static final List<Integer> REFUSED = List.of(401, 403);

  @InteropTest(id = "a3270f3f-7640-4944-8448-c7ea783ea5b6")
  @Claim("A user of another project can read an object only if the container allows it")
  void otherUserReadsAnObject(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String path = container.upload("thing", data);
    ObjectStoreClient other = cloud.as(OTHER_MEMBER).objectStore().in(container.store());
    assertRefused(403, () -> other.get(path));

    container.store().update(container.path(), Map.of("X-Container-Read", otherUser(cloud)));

    assertServes(other, path, data);
  }

  @InteropTest(id = "aa58bfa5-40d9-4bc3-82b4-d07f4a9e392a")
  @Claim("A user of another project can upload an object only if the container allows it")
  void otherUserWritesAnObject(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String path = container.path() + "/thing";
    ObjectStoreClient other = cloud.as(OTHER_MEMBER).objectStore().in(container.store());
    assertRefused(403, () -> other.upload(path, data, Map.of()));
    container.assertLists(List.of());

    container.store().update(container.path(), Map.of("X-Container-Write", otherUser(cloud)));

    other.upload(path, data, Map.of());
    assertServes(container.store(), path, data);
  }

  private static String otherUser(Cloud cloud) {
    Session session = cloud.as(OTHER_MEMBER).session();
    return session.projectId() + ":" + session.userId();
  }

  @InteropTest(id = "f91c96d4-1230-4bba-8eb9-84476d18d991")
  @Claim("An object can be read by a temporary URL, only with a valid signature")
  void signedLinkReadsAnObject(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    TemporaryUrl url = link("GET", container.upload("thing", data), container.store(), cloud);

    awaitAccepted(url, container.store(), poll);
    assertBody(data, url, container.store());
    container.store().showBy(url);
    assertRefused(REFUSED, () -> container.store().getBy(url.with("another key")));
  }

  @InteropTest(id = "9b08dade-3571-4152-8a4f-a4f2a873a735")
  @Claim("An object can be replaced by a temporary URL, only with a valid signature")
  void signedLinkReplacesAnObject(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String path = container.upload("thing", OwnContainer.data(cloud));
    TemporaryUrl url = link("PUT", path, container.store(), cloud);

    awaitAccepted(url, container.store(), poll);
    container.store().uploadBy(url, data);

    container.store().showBy(url);
    byte[] others = OwnContainer.data(cloud);
    assertRefused(REFUSED, () -> container.store().uploadBy(url.with("another key"), others));
    assertBody(data, link("GET", path, container.store(), cloud), container.store());
  }

  /** Proxies of Swift remember an account for a minute, and so that it has no key yet. */
  private static void awaitAccepted(TemporaryUrl url, ObjectStoreClient store, Poll poll) {
    poll.until(
        "status 200 of HEAD %s by a signed link".formatted(url.path()),
        () -> store.statusBy(url),
        it -> it == 200);
  }

  private static void assertBody(byte[] data, TemporaryUrl url, ObjectStoreClient store) {
    assertThat(store.getBy(url).data())
        .as("body of GET %s by a signed link", url.path())
        .isEqualTo(data);
  }

  /** A link for one of the digests that the store takes, SHA-256 if it does. */
  private static TemporaryUrl link(
      String method, String path, ObjectStoreClient store, Cloud cloud) {
    String key = cloud.shared(SigningKey.SHARED);
    Instant expires = store.show(path).answered().plus(LIFE);
    boolean modern =
        store.getInfo().at("/tempurl/allowed_digests").toString().contains("\"sha256\"");
    return new TemporaryUrl(method, path, expires, modern ? "HmacSHA256" : "HmacSHA1", key);
  }
}
