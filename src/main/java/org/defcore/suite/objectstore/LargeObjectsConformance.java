package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.suite.objectstore.OwnContainer.assertServes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.defcore.client.Query;
import org.defcore.client.objectstore.Segment;
import org.defcore.client.objectstore.StoreHeaders;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Objects that are made of segments: dynamic ones by a prefix, static ones by a manifest. */
final class LargeObjectsConformance {

  private static final String PREFIX = "X-Object-Manifest";
  private static final String STATIC = "X-Static-Large-Object";

  /** The size that older stores ask of every segment but the last. */
  private static final int LEAST = 1 << 20;

  /** The path of an object, and what it is to be made of. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Plan(OwnContainer container, byte[] data, List<Segment> segments) {

    String path() {
      return container.path() + "/whole";
    }

    /** The segments as the value of a header. */
    String prefix() {
      return container.name() + "/part/";
    }

    void join() {
      container.store().join(path(), segments);
    }
  }

  @InteropTest(id = "23a3674c-d6de-46c3-86af-ff92bfc8a3da")
  @Claim("A dynamic large object shows its prefix, and that it can be read by ranges")
  void dynamicObjectShowsItsPrefix(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, 8);
    plan.container().upload("whole", new byte[0], Map.of(PREFIX, plan.prefix()));

    StoreHeaders shown = plan.container().store().show(plan.path());

    assertThat(shown.find(PREFIX)).as("%s in HEAD %s", PREFIX, plan.path()).contains(plan.prefix());
    assertThat(shown.find("Accept-Ranges")).as("Accept-Ranges in HEAD %s", plan.path()).isPresent();
  }

  @InteropTest(id = "e3e6a64a-9f50-4955-b987-6ce6767c97fb")
  @Claim("An object can be given a prefix, and is then read as the segments in their order")
  void objectBecomesDynamic(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, 8);
    plan.container().upload("whole", new byte[0]);

    plan.container().store().update(plan.path(), Map.of(PREFIX, plan.prefix()));

    assertThat(plan.container().store().show(plan.path()).find(PREFIX))
        .as("%s in HEAD %s", PREFIX, plan.path())
        .contains(plan.prefix());
    assertServes(plan.container().store(), plan.path(), plan.data());
  }

  @InteropTest(id = "2c3f24a6-36e8-4711-9aa2-800ee1fc7b5b")
  @Claim("A static large object can be created from segments, and its size is their sum")
  void staticObjectIsCreated(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, LEAST);

    plan.join();

    // Some gateways answer HEAD with another length.
    assertThat(plan.container().store().get(plan.path()).data())
        .as("GET %s", plan.path())
        .hasSameSizeAs(plan.data());
  }

  @InteropTest(id = "e69ad766-e1aa-44a2-bdd2-bf62c09c1456")
  @Claim("A static large object shows that it is one")
  void staticObjectShowsThatItIsOne(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, LEAST);
    plan.join();

    assertThat(plan.container().store().show(plan.path()).find(STATIC))
        .as("%s in HEAD %s", STATIC, plan.path())
        .contains("True");
  }

  @InteropTest(id = "49bc49bc-dd1b-4c0f-904e-d9f10b830ee8")
  @Claim("A static large object is read as its segments in the order of the manifest")
  void staticObjectIsRead(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, LEAST);
    plan.join();

    assertThat(plan.container().store().get(plan.path()).headers().find(STATIC))
        .as("%s in GET %s", STATIC, plan.path())
        .contains("True");
    assertServes(plan.container().store(), plan.path(), plan.data());
  }

  @InteropTest(id = "87b6dfa1-abe9-404d-8bf0-6c3751e6aa77")
  @Claim("A static large object can be deleted together with its segments")
  void staticObjectIsDeletedWithItsSegments(Cloud cloud, Cleanup cleanup) {
    Plan plan = segments(cloud, cleanup, LEAST);
    plan.join();

    plan.container().store().delete(plan.path(), Query.by("multipart-manifest", "delete"));

    assertRefused(404, () -> plan.container().store().show(plan.path()));
    assertThat(
            plan.container()
                .store()
                .list(plan.container().path())
                .headers()
                .count("X-Container-Object-Count"))
        .as("X-Container-Object-Count in GET %s", plan.container().path())
        .isZero();
  }

  /**
   * Uploads two segments, the second one first.
   *
   * @param size of the first
   */
  private static Plan segments(Cloud cloud, Cleanup cleanup, int size) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    byte[] last = OwnContainer.data(cloud);
    byte[] data = Arrays.copyOf(new byte[0], size + last.length);
    System.arraycopy(last, 0, data, size, last.length);
    String second = container.upload("part/2", last);
    byte[] start = Arrays.copyOf(data, size);
    String first = container.upload("part/1", start);
    return new Plan(
        container,
        data,
        List.of(
            new Segment(first, Checksum.md5(start), size),
            new Segment(second, Checksum.md5(last), last.length)));
  }
}
