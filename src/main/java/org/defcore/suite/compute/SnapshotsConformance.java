package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.util.Map;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.Snapshot;
import org.defcore.http.UnexpectedAnswer;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** Images made of running servers. */
final class SnapshotsConformance {

  @InteropTest(
      id = "3731d080-d4c5-4872-b41a-64d0d0021314",
      claim =
          "A running server can be made into an image with the name and metadata asked for and the"
              + " size minima of its own image, and that can be deleted",
      start = StartHint.EARLY)
  void imageIsMadeAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot");

    Snapshot made = made(id, name, Map.of("image_type", "test"), cloud, cleanup, poll);
    Server server = new ServerStates(servers, poll).await(id, "ACTIVE");

    String call = "GET /images/" + made.id();
    assertThat(made.name()).as("name in %s", call).contains(name);
    assertThat(made.metadata()).as("metadata in %s", call).containsEntry("image_type", "test");
    Snapshot source = servers.getSnapshot(server.imageId().orElseThrow());
    Flavor flavor = cloud.as(MEMBER).compute().getFlavor(server.flavor().id());
    assertThat(made.minRam()).as("minRam in %s", call).isEqualTo(source.minRam());
    assertThat(made.minDisk()).as("minDisk in %s", call).isIn(source.minDisk(), flavor.disk());
    servers.deleteSnapshot(made.id());
    poll.until(
        "GET /images/" + made.id() + " to show that it is gone",
        () -> statusOf(made.id(), servers),
        it -> it.equals("404") || it.equals("DELETED"));
    cleanup.removed(IMAGE, made.id());
  }

  @InteropTest(
      id = "3b7c6fe4-dfe7-477c-9243-b06359db51e6",
      claim = "An image of a server may bear a name with a character of three bytes in UTF-8",
      start = StartHint.EARLY)
  void nameMayHaveWideCharacters(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot-\u20a1");

    Snapshot made = made(id, name, Map.of(), cloud, cleanup, poll);

    new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(made.name()).as("name in GET /images/%s", made.id()).contains(name);
  }

  private static Snapshot made(
      String server,
      String name,
      Map<String, String> metadata,
      Cloud cloud,
      Cleanup cleanup,
      Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String image =
        cleanup.create(IMAGE, name, () -> servers.createImage(server, name, metadata), it -> it);
    return poll.like("snapshot active")
        .until(
            "GET /images/" + image + " to show ACTIVE",
            () -> servers.getSnapshot(image),
            it -> it.status().equals("ACTIVE"),
            it -> it.status().equals("ERROR"));
  }

  private static String statusOf(String image, ServerClient servers) {
    try {
      return servers.getSnapshot(image).status();
    } catch (UnexpectedAnswer e) {
      if (e.status() != 404) {
        throw e;
      }
      return "404";
    }
  }
}
