package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.compute.Accepted;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.Reference;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.ServerSnapshot;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** Images made of running servers, with and without leave to decline. */
final class SnapshotsConformance {

  private static final Map<String, String> METADATA = Map.of("image_type", "a test");

  @InteropTest(
      id = "3731d080-d4c5-4872-b41a-64d0d0021314",
      claim =
          "A running server can be made into an image with the name and metadata asked for and the"
              + " size minima of its own image, and that can be deleted",
      start = StartHint.EARLY)
  void imageIsMadeAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot");

    ServerSnapshot made = made(id, name, Map.of("image_type", "test"), cloud, cleanup, poll);
    Server server = new ServerStates(servers, poll).await(id, "ACTIVE");

    String call = "GET /images/" + made.id();
    assertThat(made.name()).as("name in %s", call).contains(name);
    assertThat(made.metadata()).as("metadata in %s", call).containsEntry("image_type", "test");
    ServerSnapshot source =
        cloud.as(MEMBER).compute().snapshots().get(server.imageId().orElseThrow());
    Flavor flavor = cloud.as(MEMBER).compute().getFlavor(server.flavor().id());
    assertThat(made.minRam()).as("minRam in %s", call).isEqualTo(source.minRam());
    assertThat(made.minDisk()).as("minDisk in %s", call).isIn(source.minDisk(), flavor.disk());
    delete(made.id(), cloud, cleanup, poll);
  }

  @InteropTest(
      id = "3b7c6fe4-dfe7-477c-9243-b06359db51e6",
      claim = "An image of a server may bear a name with a character of three bytes in UTF-8",
      start = StartHint.EARLY)
  void nameMayHaveWideCharacters(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot-\u20a1");

    ServerSnapshot made = made(id, name, Map.of(), cloud, cleanup, poll);

    new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(made.name()).as("name in GET /images/%s", made.id()).contains(name);
  }

  private static ServerSnapshot made(
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
            () -> cloud.as(MEMBER).compute().snapshots().get(image),
            it -> it.status().equals("ACTIVE"),
            it -> it.status().equals("ERROR"));
  }

  @InteropTest(
      id = "a4cb2ba4-1a66-46c9-a883-8281b9422a22",
      claim =
          "An image of a running server becomes active with the name and metadata asked for and can"
              + " be deleted, or it is refused as documented, or fails as the action log says, and"
              + " either way the server runs on unchanged",
      start = StartHint.EARLY)
  void imageIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));
    String name = cloud.uniqueName("snapshot");

    Optional<ServerSnapshot> made =
        asked(id, name, METADATA, cloud, cleanup).flatMap(it -> ended(it, id, cloud, poll));

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after)).as("GET /servers/%s", id).isEqualTo(before);
    made.ifPresent(it -> assertThatItIsOf(id, name, it));
    made.ifPresent(
        it ->
            assertThat(it.metadata())
                .as("metadata in GET /images/%s", it.id())
                .containsAllEntriesOf(METADATA));
    made.filter(it -> it.status().equals("ACTIVE"))
        .ifPresent(it -> delete(it.id(), cloud, cleanup, poll));
  }

  @InteropTest(
      id = "c75387e2-b744-4ab6-bb77-d0f8ebdf0350",
      claim =
          "A name with a character of three bytes in UTF-8 is kept by an image of a server, refused"
              + " only where a plain one is, and lost only with the image, as the action log says",
      start = StartHint.EARLY)
  void wideNameIsAsGoodAsAPlainOne(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot-\u20a1");

    Optional<Accepted<String>> accepted = asked(id, name, Map.of(), cloud, cleanup);
    Optional<Accepted<String>> acceptedOnlyIfPlain =
        accepted.isPresent()
            ? Optional.empty()
            : asked(id, cloud.uniqueName("snapshot"), Map.of(), cloud, cleanup);

    assertThat(acceptedOnlyIfPlain)
        .as("whether POST /servers/%s/action accepts a plain name and no wide one", id)
        .isEmpty();
    accepted
        .flatMap(it -> ended(it, id, cloud, poll))
        .ifPresent(it -> assertThatItIsOf(id, name, it));
    new ServerStates(servers, poll).await(id, "ACTIVE");
  }

  private static Optional<Accepted<String>> asked(
      String server, String name, Map<String, String> metadata, Cloud cloud, Cleanup cleanup) {
    return cleanup.createUnlessRefused(
        IMAGE,
        name,
        () -> cloud.as(MEMBER).compute().servers().createImageUnlessRefused(server, name, metadata),
        Accepted::promised);
  }

  /** The image when it is known what came of the request; nothing if it is not there any more. */
  private static Optional<ServerSnapshot> ended(
      Accepted<String> accepted, String server, Cloud cloud, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    return poll.like("snapshot active")
        .until(
            "GET /images/%s to show ACTIVE, or that it failed, with a word in the action log"
                .formatted(accepted.promised()),
            () -> cloud.as(MEMBER).compute().snapshots().find(accepted.promised()),
            it ->
                has("ACTIVE", it)
                    || ((it.isEmpty() || has("ERROR", it) || has("DELETED", it))
                        && states.logsFailure(server, accepted.request())))
        // For a moment before it is gone an image may be shown as deleted, without its metadata.
        .filter(it -> !it.status().equals("DELETED"));
  }

  private static boolean has(String status, Optional<ServerSnapshot> image) {
    return image.filter(it -> it.status().equals(status)).isPresent();
  }

  private static void assertThatItIsOf(String server, String name, ServerSnapshot image) {
    String call = "GET /images/" + image.id();
    assertThat(image.name()).as("name in %s", call).contains(name);
    // Not every image names its server, but none may name another.
    assertThat(image.server().map(Reference::id).orElse(server))
        .as("server in %s", call)
        .isEqualTo(server);
  }

  /** Deletes an image of a server, and waits until it is gone. */
  private static void delete(String image, Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<ServerSnapshot> snapshots = cloud.as(MEMBER).compute().snapshots();
    snapshots.delete(image);
    poll.until(
        "GET /images/" + image + " to show that it is gone",
        () -> snapshots.find(image),
        it -> it.isEmpty() || has("DELETED", it));
    cleanup.removed(IMAGE, image);
  }
}
