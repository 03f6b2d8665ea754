package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.Map;
import java.util.Optional;
import org.defcore.client.Accepted;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.Reference;
import org.defcore.client.compute.ServerCore;
import org.defcore.client.compute.ServerSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.result.ChosenFact;

/** Images made of running servers, with and without leave to decline. */
final class SnapshotsConformance {

  private static final Map<String, String> METADATA = Map.of("image_type", "a test");

  @InteropTest(id = "3731d080-d4c5-4872-b41a-64d0d0021314", start = StartHint.EARLY)
  @Claim(
      "An image of a server has the requested name and metadata and its source's "
          + "minima, and can be deleted")
  void imageIsMadeAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    ComputeClient compute = cloud.member().compute();
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted wanted =
        Wanted.named(cloud.uniqueName("snapshot")).with("metadata", Map.of("image_type", "test"));

    ServerSnapshot made = made(wanted, server, cleanup);
    ServerCore source = server.await("ACTIVE").core();

    String call = "GET /images/" + made.id();
    assertThat(made.name()).as("name in %s", call).contains(wanted.name());
    assertThat(made.texts()).as("metadata in %s", call).containsEntry("image_type", "test");
    ServerSnapshot image =
        compute.snapshots().get(source.imageId().orElse(cloud.fact(ChosenFact.IMAGE)));
    Flavor flavor = compute.flavors().get(source.flavor().id());
    assertThat(made.minRam()).as("minRam in %s", call).isEqualTo(image.minRam());
    assertThat(made.minDisk()).as("minDisk in %s", call).isIn(image.minDisk(), flavor.disk());
    delete(made.id(), server, cleanup);
  }

  @InteropTest(id = "3b7c6fe4-dfe7-477c-9243-b06359db51e6", start = StartHint.EARLY)
  @Claim("The name of a server image can contain a three-byte UTF-8 character")
  void nameMayHaveWideCharacters(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted wanted = Wanted.named(cloud.uniqueName("snapshot-\u20a1"));

    ServerSnapshot made = made(wanted, server, cleanup);
    server.await("ACTIVE");

    assertThat(made.name()).as("name in GET /images/%s", made.id()).contains(wanted.name());
  }

  private static ServerSnapshot made(Wanted image, HeldServer server, Cleanup cleanup) {
    expectCopy(image, server, cleanup);
    String id =
        cleanup.create(IMAGE, image.name(), () -> server.calls().createImage(image), it -> it);
    Poll poll = server.poll().like("snapshot active");
    ServerSnapshot made =
        awaitStatus(poll, snapshots(server), id, "ACTIVE", ServerSnapshot::status);
    assertThat(made.id()).as("id in GET /images/%s", id).isEqualTo(id);
    return made;
  }

  @InteropTest(id = "a4cb2ba4-1a66-46c9-a883-8281b9422a22", start = StartHint.EARLY)
  @Claim(
      "An image of an active server has the requested name and metadata and can be "
          + "deleted; or it is rejected as documented, or fails according to the action log; "
          + "the server stays active")
  void imageIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted before = server.traits();
    Wanted wanted = Wanted.named(cloud.uniqueName("snapshot")).with("metadata", METADATA);

    Optional<ServerSnapshot> made = asked(wanted, server, cleanup).flatMap(it -> ended(it, server));

    server.assertRunsAs(before);
    made.ifPresent(it -> assertThatItIsOf(server, wanted, it));
    made.ifPresent(
        it ->
            assertThat(it.texts())
                .as("metadata in GET /images/%s", it.id())
                .containsAllEntriesOf(METADATA));
    made.filter(it -> it.status().equals("ACTIVE"))
        .ifPresent(it -> delete(it.id(), server, cleanup));
  }

  @InteropTest(id = "c75387e2-b744-4ab6-bb77-d0f8ebdf0350", start = StartHint.EARLY)
  @Claim(
      "A server image keeps a name with a three-byte UTF-8 character; such a name is "
          + "rejected only where a plain name is, and lost only if the action log shows that "
          + "the image failed")
  void wideNameIsAsGoodAsAPlainOne(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted wide = Wanted.named(cloud.uniqueName("snapshot-\u20a1"));

    Optional<Accepted<String>> accepted = asked(wide, server, cleanup);
    Optional<Accepted<String>> acceptedOnlyIfPlain =
        accepted.isPresent()
            ? Optional.empty()
            : asked(Wanted.named(cloud.uniqueName("snapshot")), server, cleanup);

    assertThat(acceptedOnlyIfPlain)
        .as("whether POST /servers/%s/action accepts a plain name and no wide one", server.id())
        .isEmpty();
    accepted.flatMap(it -> ended(it, server)).ifPresent(it -> assertThatItIsOf(server, wide, it));
    server.await("ACTIVE");
  }

  private static Optional<Accepted<String>> asked(
      Wanted image, HeldServer server, Cleanup cleanup) {
    expectCopy(image, server, cleanup);
    return cleanup.createUnlessRefused(
        IMAGE,
        image.name(),
        () -> server.calls().createImageUnlessRefused(image),
        Accepted::promised);
  }

  /**
   * Arranges the removal of what an image of a server on a volume is made of: the compute service
   * never removes that.
   */
  private static void expectCopy(Wanted image, HeldServer server, Cleanup cleanup) {
    if (ServerRequests.areOnVolumes(server.cloud())) {
      cleanup.expect(VOLUME_SNAPSHOT, Cleanup.SNAPSHOT_OF + image.name());
    }
  }

  /** The image when it is known what came of the request; nothing if it is not there any more. */
  private static Optional<ServerSnapshot> ended(Accepted<String> accepted, HeldServer server) {
    return server
        .poll()
        .like("snapshot active")
        .until(
            "GET /images/%s to show ACTIVE, or that it failed, with a word in the action log"
                .formatted(accepted.promised()),
            () -> snapshots(server).find(accepted.promised()),
            it ->
                has("ACTIVE", it)
                    || ((it.isEmpty() || has("ERROR", it) || has("DELETED", it))
                        && server.logsFailure(accepted.request())))
        // For a moment before it is gone an image may be shown as deleted, without its metadata.
        .filter(it -> !it.status().equals("DELETED"));
  }

  private static boolean has(String status, Optional<ServerSnapshot> image) {
    return image.filter(it -> it.status().equals(status)).isPresent();
  }

  private static void assertThatItIsOf(HeldServer server, Wanted wanted, ServerSnapshot image) {
    String call = "GET /images/" + image.id();
    assertThat(image.name()).as("name in %s", call).contains(wanted.name());
    // Not every image names its server, but none may name another.
    assertThat(image.server().map(Reference::id).orElse(server.id()))
        .as("server in %s", call)
        .isEqualTo(server.id());
  }

  /** Deletes an image of a server, and waits until it is gone. */
  private static void delete(String image, HeldServer server, Cleanup cleanup) {
    snapshots(server).delete(image);
    String call = "GET /images/" + image;
    server
        .poll()
        .untilGone(call, () -> snapshots(server).get(image), it -> it.status().equals("DELETED"));
    cleanup.removed(IMAGE, image);
  }

  private static Resource<ServerSnapshot> snapshots(HeldServer server) {
    return server.cloud().member().compute().snapshots();
  }
}
