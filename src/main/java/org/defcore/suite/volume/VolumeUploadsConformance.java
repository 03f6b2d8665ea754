package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.IMAGE;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.defcore.client.Accepted;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/** Images made of volumes, with and without leave to decline. */
final class VolumeUploadsConformance {

  private static final String FORMAT = "raw";
  private static final Set<String> ENDS = Set.of("active", "killed");

  @Holds(volumes = 1)
  @InteropTest(id = "d8f1ca95-3d5b-44a3-b8ca-909691c9532d", start = StartHint.EARLY)
  @Claim("A volume can be uploaded as an image with a name and format, and stays as it was")
  void imageIsMadeAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    VolumeClient volumes = cloud.member().volume();
    Volume before = SourceVolume.own(cloud, cleanup, poll);
    String name = cloud.uniqueName("image");

    String id =
        cleanup.create(IMAGE, name, () -> volumes.uploadImage(before.id(), name, FORMAT), it -> it);
    Optional<Image> made = ended(id, "", () -> false, cloud, poll);

    assertThat(made.flatMap(Image::status))
        .as("status in GET /v2/images/%s", id)
        .contains("active");
    assertEnded(made, name, before, cloud, cleanup, poll);
  }

  @Holds(volumes = 1)
  @InteropTest(id = "b90895f0-9d1f-4753-a706-231729810251", start = StartHint.EARLY)
  @Claim(
      "An image of a volume becomes active with the requested name and format; or it is "
          + "rejected as documented, ends as killed, or is removed as a message explains; the "
          + "volume stays as it was")
  void imageIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    VolumeClient volumes = cloud.member().volume();
    Volume before = SourceVolume.own(cloud, cleanup, poll);
    String name = cloud.uniqueName("image");

    Optional<Accepted<String>> accepted =
        cleanup.createUnlessRefused(
            IMAGE,
            name,
            () -> volumes.uploadImageUnlessRefused(before.id(), name, FORMAT),
            Accepted::promised);
    Optional<Image> made =
        accepted.flatMap(
            it ->
                ended(
                    it.promised(),
                    ", or to be gone with a word in GET /messages",
                    () -> saysWhy(it.request(), cloud),
                    cloud,
                    poll));

    assertEnded(made, name, before, cloud, cleanup, poll);
  }

  /**
   * The image when it is known what came of the request; nothing if it is not there any more.
   *
   * @param otherwise the other end that it may have, in words and as a condition
   */
  private static Optional<Image> ended(
      String id, String otherwise, BooleanSupplier explained, Cloud cloud, Poll poll) {
    Resource<Image> images = cloud.member().image().images();
    return poll.like("image from volume")
        .until(
            "GET /v2/images/%s to show active or killed%s".formatted(id, otherwise),
            () -> images.find(id),
            it ->
                it.flatMap(Image::status).filter(ENDS::contains).isPresent()
                    || (it.isEmpty() && explained.getAsBoolean()));
  }

  private static boolean saysWhy(String request, Cloud cloud) {
    return cloud.member().volume().messages().list().stream()
        .anyMatch(it -> it.request().equals(request) && !it.text().isBlank());
  }

  /**
   * Passes if the volume becomes available again and is as it was, and the image, if there is one,
   * is as it was asked for and can be deleted.
   */
  private static void assertEnded(
      Optional<Image> made, String name, Volume before, Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume after = VolumeStates.of(cloud, poll).await(before.id(), "available");
    assertSame("GET /volumes/" + before.id(), before, after, "updated_at");
    if (made.isPresent()) {
      Resource<Image> images = cloud.member().image().images();
      Wanted wanted = Wanted.named(name).with("disk_format", FORMAT);
      String id = made.get().id();
      assertFields("GET /v2/images/" + id, images, wanted, made.get());
      assertDeletesInTime(images, images, IMAGE, id, cleanup, poll);
    }
  }
}
