package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.CONTAINER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;

/** A container that belongs to one test or one fixture. */
record OwnContainer(ObjectStoreClient store, String path) {

  /** The beginning of the headers that show metadata of containers. */
  static final String METADATA = "X-Container-Meta-";

  static OwnContainer make(Cloud cloud, Cleanup cleanup) {
    return make(cloud, cleanup, Map.of());
  }

  static OwnContainer make(Cloud cloud, Cleanup cleanup, Map<String, String> headers) {
    return named(cloud.uniqueName("container"), cloud, cleanup, headers);
  }

  static OwnContainer named(
      String name, Cloud cloud, Cleanup cleanup, Map<String, String> headers) {
    ObjectStoreClient store = cloud.member().objectStore();
    cleanup.create(CONTAINER, name, () -> store.create("/" + name, headers), it -> name);
    return new OwnContainer(store, "/" + name);
  }

  /** Bytes that no other test uploads. */
  static byte[] data(Cloud cloud) {
    return cloud.uniqueName("data").getBytes(StandardCharsets.UTF_8);
  }

  String name() {
    return path.substring(1);
  }

  /** Uploads an object, and gives its path. */
  String upload(String name, byte[] data) {
    return upload(name, data, Map.of());
  }

  String upload(String name, byte[] data, Map<String, String> headers) {
    store.upload(path + "/" + name, data, headers);
    return path + "/" + name;
  }

  /** Passes if the container lists exactly these objects. */
  void assertLists(List<String> objects, Query... by) {
    assertLists(store, path, objects, by);
  }

  /** Passes if an account or a container lists exactly these names. */
  static void assertLists(ObjectStoreClient store, String path, List<String> names, Query... by) {
    assertThat(store.list(path, by).names())
        .as("names in GET %s, %s", path.isEmpty() ? "/" : path, Stream.of(by).toList())
        .isEqualTo(names);
  }

  void assertHolds(int objects, int bytes) {
    StoreHeaders headers = store.show(path);
    assertThat(
            List.of(
                headers.count("X-Container-Object-Count"), headers.count("X-Container-Bytes-Used")))
        .as("number of objects and bytes in HEAD %s", path)
        .containsExactly((long) objects, (long) bytes);
  }

  /** Passes if the headers of the container show a value. */
  void assertShows(String header, String value) {
    assertShows(header, Optional.of(value));
  }

  /** Passes if the headers of the container show nothing of that name. */
  void assertHides(String header) {
    assertShows(header, Optional.empty());
  }

  private void assertShows(String header, Optional<String> value) {
    assertThat(store.show(path).find(header)).as("%s in HEAD %s", header, path).isEqualTo(value);
  }

  /** Passes if an object is served with these bytes. */
  static void assertServes(ObjectStoreClient store, String path, byte[] data) {
    assertThat(store.get(path).data()).as("body of GET %s", path).isEqualTo(data);
  }
}
