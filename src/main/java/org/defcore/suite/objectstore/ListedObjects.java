package org.defcore.suite.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** The path of a container with objects for each parameter of lists to find and to leave out. */
enum ListedObjects implements SharedFixture<String> {
  SHARED;

  static final String TYPE = "text/plain";

  /** In the order of lists, which is not that of their upload. */
  static final List<String> NAMES =
      List.of("apple", "fruit/fig", "fruit/kiwi", "fruitcake", "pear");

  private static final List<Integer> UPLOADED = List.of(4, 1, 3, 0, 2);

  @Override
  public String title() {
    return "a container with five objects";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    for (int i : UPLOADED) {
      container.upload(NAMES.get(i), data(NAMES.get(i)), Map.of("Content-Type", TYPE));
    }
    return container.path();
  }

  /** The container, with calls that are recorded as those of the test. */
  static OwnContainer of(Cloud cloud) {
    return new OwnContainer(cloud.member().objectStore(), cloud.shared(SHARED));
  }

  /** The bytes of an object. */
  static byte[] data(String name) {
    return ("bytes of " + name).getBytes(StandardCharsets.UTF_8);
  }
}
