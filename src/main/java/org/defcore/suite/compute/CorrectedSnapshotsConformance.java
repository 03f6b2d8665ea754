package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.IMAGE;

import java.util.Map;
import java.util.Optional;
import org.defcore.client.compute.AcceptedImage;
import org.defcore.client.compute.Reference;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.client.compute.Snapshot;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** Images to be made of running servers, where a cloud may decline to. */
final class CorrectedSnapshotsConformance {

  private static final Map<String, String> METADATA = Map.of("image_type", "a test");

  @InteropTest(
      id = "a4cb2ba4-1a66-46c9-a883-8281b9422a22",
      claim =
          "An image of a running server becomes active with the name and metadata asked for and can"
              + " be deleted, or it is refused as documented, or fails as the action log says, and"
              + " either way the server runs on unchanged",
      start = StartHint.EARLY)
  void imageIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));
    String name = cloud.uniqueName("snapshot");

    Optional<Snapshot> made =
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
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    String name = cloud.uniqueName("snapshot-\u20a1");

    Optional<AcceptedImage> accepted = asked(id, name, Map.of(), cloud, cleanup);
    Optional<AcceptedImage> acceptedOnlyIfPlain =
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

  private static Optional<AcceptedImage> asked(
      String server, String name, Map<String, String> metadata, Cloud cloud, Cleanup cleanup) {
    return cleanup.createUnlessRefused(
        IMAGE,
        name,
        () -> cloud.as(MEMBER).compute().optionalActions().createImage(server, name, metadata),
        AcceptedImage::id);
  }

  /** The image when it is known what came of the request; nothing if it is not there any more. */
  private static Optional<Snapshot> ended(
      AcceptedImage accepted, String server, Cloud cloud, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ActionLog log = new ActionLog(servers);
    return poll.like("snapshot active")
        .until(
            "GET /images/%s to show ACTIVE, or that it failed, with a word in the action log"
                .formatted(accepted.id()),
            () -> servers.findSnapshot(accepted.id()),
            it ->
                has("ACTIVE", it)
                    || ((it.isEmpty() || has("ERROR", it) || has("DELETED", it))
                        && log.saysFailed(server, accepted.request())));
  }

  private static boolean has(String status, Optional<Snapshot> image) {
    return image.filter(it -> it.status().equals(status)).isPresent();
  }

  private static void assertThatItIsOf(String server, String name, Snapshot image) {
    String call = "GET /images/" + image.id();
    assertThat(image.name()).as("name in %s", call).contains(name);
    // Not every image names its server, but none may name another.
    assertThat(image.server().map(Reference::id).orElse(server))
        .as("server in %s", call)
        .isEqualTo(server);
  }

  private static void delete(String image, Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    servers.deleteSnapshot(image);
    poll.until(
        "GET /images/" + image + " to show that it is gone",
        () -> servers.findSnapshot(image),
        it -> it.isEmpty() || has("DELETED", it));
    cleanup.removed(IMAGE, image);
  }
}
