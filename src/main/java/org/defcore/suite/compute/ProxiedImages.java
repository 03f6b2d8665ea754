package org.defcore.suite.compute;

import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.util.stream.Stream;
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
    String first = upload(cloud, cleanup);
    String second = upload(cloud, cleanup);
    return new Pair(active(first, cloud, poll), active(second, cloud, poll));
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

  private static ServerSnapshot active(String id, Cloud cloud, Poll poll) {
    return poll.until(
        "GET /images/" + id + " to show ACTIVE",
        () -> cloud.member().compute().snapshots().get(id),
        it -> it.status().equals("ACTIVE"),
        it -> it.status().equals("ERROR"));
  }
}
