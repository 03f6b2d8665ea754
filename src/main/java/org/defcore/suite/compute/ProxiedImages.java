package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.stream.Stream;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ServerSnapshot;
import org.defcore.client.image.ImageClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** Two private images with data, active for the compute service, too; no test changes them. */
enum ProxiedImages implements SharedFixture<ProxiedImages.Pair> {
  SHARED;

  /** The two as the compute service shows them. */
  record Pair(ServerSnapshot first, ServerSnapshot second) {

    String[] ids() {
      return Stream.of(first, second).map(ServerSnapshot::id).toArray(String[]::new);
    }
  }

  @Override
  public String title() {
    return "two images seen through compute";
  }

  @Override
  public Pair make(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<ServerSnapshot> seen = cloud.member().compute().snapshots();
    String first = upload(cloud, cleanup);
    String second = upload(cloud, cleanup);
    return new Pair(
        awaitStatus(poll, seen, first, "ACTIVE", ServerSnapshot::status),
        awaitStatus(poll, seen, second, "ACTIVE", ServerSnapshot::status));
  }

  private static String upload(Cloud cloud, Cleanup cleanup) {
    ImageClient images = cloud.member().image();
    Wanted image =
        Wanted.named(cloud.uniqueName("image"))
            .with("container_format", "bare")
            .with("disk_format", "raw")
            .with("visibility", "private");
    String id = cleanup.create(IMAGE, image, images.images()::create).id();
    images.uploadFile(id, new byte[1024]);
    return id;
  }
}
