package org.defcore.suite.image;

import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.client.image.ImageClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/**
 * Two private images with data, of different disk format and size and the same tag: each filter of
 * the image list has something to find and something to leave out.
 */
enum ListedImages implements SharedFixture<ListedImages.Pair> {
  SHARED;

  /** The answers to the registrations. */
  record Pair(Image qcow2, Image raw, String tag) {}

  private static final int QCOW2_CLUSTER = 512;

  /** Further from the size of the other than the range that is searched is wide. */
  private static final int RAW_SIZE = 3584;

  @Override
  public String title() {
    return "two images with data";
  }

  @Override
  public Pair make(Cloud cloud, Cleanup cleanup, Poll poll) {
    byte[] raw = new byte[RAW_SIZE];
    ThreadLocalRandom.current().nextBytes(raw);
    String tag = cloud.uniqueName("tag");
    return new Pair(
        upload(OwnImage.bare(cloud, "qcow2"), tag, emptyQcow2(), cloud.member().image(), cleanup),
        upload(OwnImage.bare(cloud, "raw"), tag, raw, cloud.member().image(), cleanup),
        tag);
  }

  private static Image upload(
      Wanted bare, String tag, byte[] data, ImageClient images, Cleanup cleanup) {
    Wanted image = bare.with("visibility", "private").with("tags", List.of(tag));
    Image created = cleanup.create(IMAGE, image, images.images()::create);
    images.uploadFile(created.id(), data);
    return created;
  }

  /**
   * A whole qcow2 file, version 2, of an empty disk of 1 MiB: header, refcount table, refcount
   * block and L1 table, a cluster each. Clouds look into what they are given.
   */
  private static byte[] emptyQcow2() {
    ByteBuffer file = ByteBuffer.allocate(4 * QCOW2_CLUSTER);
    file.put(new byte[] {'Q', 'F', 'I', (byte) 0xfb}).putInt(2);
    file.putLong(0).putInt(0); // no backing file
    file.putInt(Integer.numberOfTrailingZeros(QCOW2_CLUSTER)).putLong(1 << 20).putInt(0);
    file.putInt(32).putLong(3 * QCOW2_CLUSTER); // L1 entries, each for 64 clusters
    file.putLong(QCOW2_CLUSTER).putInt(1); // refcount table
    file.putInt(0).putLong(0); // no snapshots
    file.putLong(QCOW2_CLUSTER, 2 * QCOW2_CLUSTER);
    for (int cluster = 0; cluster < 4; cluster++) {
      file.putShort(2 * QCOW2_CLUSTER + 2 * cluster, (short) 1);
    }
    return file.array();
  }
}
