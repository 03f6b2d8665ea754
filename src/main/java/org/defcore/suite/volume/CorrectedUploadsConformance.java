package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.List;
import java.util.Optional;
import org.defcore.client.Accepted;
import org.defcore.client.Resource;
import org.defcore.client.image.Image;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.suite.VolumeStates;

/** Images to be made of volumes, where a cloud may decline to. */
final class CorrectedUploadsConformance {

  private static final String FORMAT = "raw";

  @InteropTest(id = "b90895f0-9d1f-4753-a706-231729810251", start = StartHint.EARLY)
  @Claim(
      "An image of a volume becomes active with the name and disk format asked for and can be"
          + " deleted, or it is refused as documented, or ends as killed, or goes as a message"
          + " says, and either way the volume is available again as it was")
  void imageIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    VolumeClient volumes = cloud.member().volume();
    Volume before = SourceVolume.own(cloud, cleanup, poll);
    String name = cloud.uniqueName("image");

    Optional<Accepted<String>> accepted =
        cleanup.createUnlessRefused(
            IMAGE, name, () -> volumes.uploadImage(before.id(), name, FORMAT), Accepted::promised);
    Optional<Image> made = accepted.flatMap(it -> ended(it, cloud, poll));

    Volume after = VolumeStates.of(cloud, poll).await(before.id(), "available");
    assertSame("GET /volumes/" + before.id(), before, after, "updated_at");
    made.ifPresent(
        it ->
            assertThat(List.of(it.name().orElse("none"), it.diskFormat().orElse("none")))
                .as("name and disk_format in GET /v2/images/%s", it.id())
                .containsExactly(name, FORMAT));
    made.ifPresent(it -> delete(it.id(), cloud, cleanup, poll));
  }

  /** The image when it is known what came of the request; nothing if it is not there any more. */
  private static Optional<Image> ended(Accepted<String> accepted, Cloud cloud, Poll poll) {
    Resource<Image> images = cloud.member().image().images();
    return poll.like("image from volume")
        .until(
            "GET /v2/images/%s to show active or killed, or to be gone with a word in GET /messages"
                .formatted(accepted.promised()),
            () -> images.find(accepted.promised()),
            it ->
                has("active", it)
                    || has("killed", it)
                    || (it.isEmpty() && saysWhy(accepted.request(), cloud)));
  }

  private static boolean has(String status, Optional<Image> image) {
    return image.flatMap(Image::status).filter(status::equals).isPresent();
  }

  private static boolean saysWhy(String request, Cloud cloud) {
    return cloud.member().volume().messages().list().stream()
        .anyMatch(it -> it.request().equals(request) && !it.text().isBlank());
  }

  private static void delete(String image, Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Image> images = cloud.member().image().images();
    images.delete(image);
    poll.until(
        "GET /v2/images/" + image + " to show that it is gone",
        () -> images.find(image),
        Optional::isEmpty);
    cleanup.removed(IMAGE, image);
  }
}
