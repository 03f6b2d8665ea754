package org.defcore.suite.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.CONTAINER;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.objectstore.BulkReport;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Requests about many things at once, which say in a report what came of each. */
final class BulkConformance {

  private static final int BLOCK = 512;

  @InteropTest(id = "a407de51-1983-47cc-9f14-47c2b059413c")
  @Claim("A tar archive is extracted to a container with its file, and both are listed")
  void archiveIsExtracted(Cloud cloud, Cleanup cleanup) {
    ObjectStoreClient store = cloud.member().objectStore();
    String name = cloud.uniqueName("container");
    byte[] data = OwnContainer.data(cloud);
    byte[] archive = archive(name + "/thing", data);

    BulkReport report = cleanup.create(CONTAINER, name, () -> store.extract(archive), it -> name);

    assertThat(report)
        .as("PUT /?extract-archive")
        .isEqualTo(new BulkReport("201 Created", 1, List.of()));
    OwnContainer.assertLists(store, "", List.of(name), Query.by("prefix", name));
    OwnContainer.assertLists(store, "/" + name, List.of("thing"));
    OwnContainer.assertServes(store, "/" + name + "/thing", data);
  }

  @InteropTest(id = "c075e682-0d2a-43b2-808d-4116200d736d")
  @Claim("One request deletes an object and its container")
  void objectAndContainerAreDeleted(Cloud cloud, Cleanup cleanup) {
    OwnContainer container = OwnContainer.make(cloud, cleanup);
    String thing = container.upload("thing", OwnContainer.data(cloud));

    BulkReport report = container.store().deleteAll(List.of(thing, container.path()));

    assertThat(report).as("DELETE /?bulk-delete").isEqualTo(new BulkReport("200 OK", 2, List.of()));
    OwnContainer.assertLists(
        container.store(), "", List.of(), Query.by("prefix", container.name()));
    assertRefused(404, () -> container.store().show(container.path()));
  }

  /** An archive of one file as POSIX has it ("ustar"). */
  private static byte[] archive(String path, byte[] data) {
    String start =
        path
            + "\0".repeat(100 - path.length())
            + "0000644\0"
            + "0000000\0".repeat(2)
            + "%011o\0%011o\0".formatted(data.length, 0);
    String end = "0" + "\0".repeat(100) + "ustar\00000";
    String sum = "%06o\0 ".formatted((start + " ".repeat(8) + end).chars().sum());
    byte[] header = (start + sum + end).getBytes(StandardCharsets.US_ASCII);
    int blocks = 1 + (data.length + BLOCK - 1) / BLOCK + 2;
    return ByteBuffer.allocate(blocks * BLOCK).put(0, header).put(BLOCK, data).array();
  }
}
