package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.objectstore.OwnContainer.assertServes;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.client.objectstore.StoredObject;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** Objects that are uploaded, read, copied and deleted. */
final class ObjectsConformance {

  private static final String COLOUR = "X-Object-Meta-Colour";
  private static final String TYPE = "text/plain; charset=UTF-8";
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @InteropTest(id = "5b4ce26f-3545-46c9-a2ba-5754358a4c62")
  @Claim("Objects can be uploaded with the MD5 of their bytes as ETag, and each keeps its bytes")
  void objectsKeepTheirBytes(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] first = OwnContainer.data(cloud);
    byte[] second = OwnContainer.data(cloud);
    String path = container.upload("first", first);

    StoreHeaders uploaded =
        container.store().upload(container.path() + "/second", second, Map.of());

    assertThat(uploaded.find("ETag"))
        .as("ETag in PUT %s/second", container.path())
        .contains(Checksum.md5(second));
    assertServes(container.store(), path, first);
    assertServes(container.store(), container.path() + "/second", second);
  }

  @InteropTest(id = "17738d45-03bd-4d45-9e0b-7b2f58f98687")
  @Claim("An object can be deleted")
  void objectIsDeleted(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    String path = container.upload("thing", OwnContainer.data(cloud));

    container.store().delete(path);

    assertRefused(404, () -> container.store().get(path));
  }

  @InteropTest(id = "02610ba7-86b7-4272-9ed8-aa8d417cb3cd")
  @Claim("An object is read with the bytes and the content type of its upload")
  void objectIsRead(Cloud cloud) {
    OwnContainer container = ListedObjects.of(cloud);
    String name = ListedObjects.NAMES.get(1);
    String path = container.path() + "/" + name;

    StoredObject read = container.store().get(path);

    assertThat(read.data()).as("body of GET %s", path).isEqualTo(ListedObjects.data(name));
    assertThat(read.headers().find("Content-Type"))
        .as("Content-Type in GET %s", path)
        .hasValueSatisfying(it -> assertThat(it).startsWith(ListedObjects.TYPE));
  }

  @InteropTest(id = "50d01f12-526f-4360-9ac2-75dd508d7b68")
  @Claim("A conditional GET returns an object only if its ETag differs")
  void objectIsReadIfItDiffers(Cloud cloud) {
    OwnContainer container = ListedObjects.of(cloud);
    byte[] data = ListedObjects.data("pear");
    String path = container.path() + "/pear";

    assertThat(container.store().getUnless(path, Checksum.md5(data)))
        .as("object in GET %s with If-None-Match of its MD5", path)
        .isEmpty();
    assertThat(container.store().getUnless(path, Checksum.md5(new byte[1])).map(StoredObject::data))
        .as("body of GET %s with If-None-Match of another MD5", path)
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(data));
  }

  @InteropTest(id = "1a9ab572-1b66-4981-8c21-416e2a5e6011")
  @Claim("PUT with X-Copy-From replaces an object by a copy of another in its container")
  void objectIsCopiedInItsContainer(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String source = container.upload("source", data);
    String target = container.upload("target", OwnContainer.data(cloud));

    container.store().copyFrom(source, target, Map.of());

    assertServes(container.store(), target, data);
    assertServes(container.store(), source, data);
  }

  @InteropTest(id = "2248abba-415d-410b-9c30-22dff9cd6e67")
  @Claim("An object that is copied to itself takes the content type of the request")
  void objectIsCopiedToItself(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String path = container.upload("thing", data);
    assertType(container.store(), path, "application/octet-stream");

    container.store().copyFrom(path, path, Map.of("Content-Type", TYPE));

    assertType(container.store(), path, TYPE);
    assertServes(container.store(), path, data);
  }

  private static void assertType(ObjectStoreClient store, String path, String type) {
    assertThat(store.show(path).find("Content-Type"))
        .as("Content-Type in HEAD %s", path)
        .contains(type);
  }

  @InteropTest(id = "06f90388-2d0e-40aa-934c-e9a8833e958a")
  @Claim("COPY replaces an object by a copy of another, names that as its source and keeps it")
  void objectIsCopiedByItsOwnMethod(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String source = container.upload("source", data);
    String target = container.upload("target", OwnContainer.data(cloud));

    StoreHeaders copied = container.store().copy(source, target);

    assertThat(copied.find("X-Copied-From"))
        .as("X-Copied-From in COPY %s", source)
        .contains(container.name() + "/source");
    assertServes(container.store(), target, data);
    assertServes(container.store(), source, data);
  }

  @InteropTest(id = "aa467252-44f3-472a-b5ae-5b57c3c9c147")
  @Claim("A copy in another container has the bytes and the metadata of its source")
  void objectIsCopiedAcrossContainers(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] data = OwnContainer.data(cloud);
    String source = container.upload("thing", data);
    container.store().update(source, Map.of(COLOUR, "red"));
    String target = OwnContainer.make(cloud, cleanup).path() + "/thing";

    container.store().copyFrom(source, target, Map.of());

    StoredObject copy = container.store().get(target);
    assertThat(copy.data()).as("body of GET %s", target).isEqualTo(data);
    assertThat(copy.headers().find(COLOUR)).as("%s in GET %s", COLOUR, target).contains("red");
  }

  @InteropTest(id = "fb024a42-37f3-4ba5-9684-4f40a7910b41", start = StartHint.EARLY)
  @Claim("An object with X-Delete-After shows its expiry time and is gone after it")
  void objectExpires(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    String path = container.upload("thing", OwnContainer.data(cloud));

    container.store().update(path, Expiring.after(SOON));

    Optional<Instant> due = container.store().show(path).deleteAt();
    assertThat(due).as("X-Delete-At in HEAD %s", path).isPresent();
    poll.pass("object to expire", SOON);
    Expiring.awaitGone(container.store(), path, due.orElseThrow().plus(MINUTE), poll);
    assertRefused(404, () -> container.store().get(path));
  }
}
