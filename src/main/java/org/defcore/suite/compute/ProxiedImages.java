package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ServerSnapshot.Seen;
import org.defcore.client.image.ImageClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** Two private images with data, active for the compute service, too; no test changes them. */
enum ProxiedImages implements SharedFixture<ProxiedImages.Pair> {
  SHARED;

  /** The two as the compute service shows them. */
  record Pair(Seen first, Seen second) {

    List<String> ids() {
      return List.of(first.id(), second.id());
    }
  }

  @Override
  public String title() {
    return "two images seen through compute";
  }

  @Override
  public Pair make(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Seen> seen = cloud.member().compute().snapshots().as(Seen.class);
    int ram = ThreadLocalRandom.current().nextInt(1 << 20, 1 << 30);
    String first = upload(ram, cloud, cleanup);
    String second = upload(ram, cloud, cleanup);
    return new Pair(
        awaitStatus(poll, seen, first, "ACTIVE", Seen::status),
        awaitStatus(poll, seen, second, "ACTIVE", Seen::status));
  }

  /**
   * @param ram MiB, which no image of others asks for
   */
  private static String upload(int ram, Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.member().image();
    Wanted image =
        Wanted.named(cloud.uniqueName("image"))
            .with("container_format", "bare")
            .with("disk_format", "raw")
            .with("min_ram", ram)
            .with("visibility", "private");
    String id = cleanup.create(IMAGE, image, images.images()::create).id();
    images.uploadFile(id, new byte[1024]);
    return id;
  }
}
