package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.client.volume.CreatedSnapshot;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.suite.VolumeStates;

/** Volumes to be made of another volume, an image or a snapshot, where a cloud may decline to. */
final class CorrectedVolumesConformance {

  private static final long GIBIBYTE = 1L << 30;

  @InteropTest(id = "8cc2871a-7ddb-468a-9a5f-4d453473d56d")
  @Claim(
      "A copy of a volume is of the size, name and metadata asked for, names its source, and can be"
          + " renamed and deleted, or it is refused as documented, or ends in error and can be"
          + " deleted, and either way the source is as it was")
  void copyIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume source = cloud.shared(SourceVolume.SHARED);
    Wanted wanted =
        Wanted.named(cloud.uniqueName("clone"))
            .with("size", SourceVolume.SIZE)
            .with("source_volid", source.id());
    FilledVolume copy = new FilledVolume(cloud, cleanup, poll, wanted);

    Optional<Volume> ended = copy.make("volume");

    Optional<Volume> available = ended.filter(CorrectedVolumesConformance::isAvailable);
    available.ifPresent(
        it ->
            assertThat(it.bootable())
                .as("bootable in GET /volumes/%s", it.id())
                .isEqualTo(source.bootable()));
    available.ifPresent(copy::rename);
    ended.ifPresent(copy::delete);
    assertThatItIsAsItWas(source, cloud);
  }

  @InteropTest(id = "ab91e5a5-125b-4e22-bdf2-da1145f2a6a1")
  @Claim(
      "A volume of an image is of the size, name and metadata asked for, is bootable, and can be"
          + " renamed and deleted, or it is refused as documented, or ends in error and can be"
          + " deleted, and either way the image is as it was")
  void volumeIsMadeOfAnImageOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Image> images = cloud.member().image().images();
    Image image = images.get(cloud.fact(IMAGE));
    Wanted wanted = VolumeStates.wanted(cloud, room(image)).with("imageRef", image.id());
    FilledVolume volume = new FilledVolume(cloud, cleanup, poll, wanted);

    Optional<Volume> ended = volume.make("image");

    Optional<Volume> available = ended.filter(CorrectedVolumesConformance::isAvailable);
    available.ifPresent(
        it ->
            assertThat(it.bootable()).as("bootable in GET /volumes/%s", it.id()).isEqualTo("true"));
    available.ifPresent(volume::rename);
    ended.ifPresent(volume::delete);
    assertShows(images, image);
  }

  /** GiB that its disk has room in. */
  private static int room(Image image) {
    long bytes = Math.max(image.size().orElse(0L), image.virtualSize().orElse(0L));
    long least = Math.max(1, (bytes + GIBIBYTE - 1) / GIBIBYTE);
    return Math.toIntExact(Math.max(least, image.minDisk().orElse(0)));
  }

  @InteropTest(id = "8fdd3c09-8177-4d22-b7a8-40365439c346")
  @Claim(
      "A volume of a snapshot is of the size, name and metadata asked for, larger than that, names"
          + " it and can be deleted, or it is refused as documented, or ends in error and can be"
          + " deleted, and either way the snapshot is as it was and can be deleted then, and its"
          + " volume is as it was")
  void largerVolumeIsMadeOfASnapshotOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<VolumeSnapshot> snapshots = cloud.member().volume().snapshots();
    Volume source = cloud.shared(SourceVolume.SHARED);
    CreatedSnapshot snapshot = SourceSnapshot.own(source, cloud, cleanup, poll);
    Wanted wanted =
        Wanted.named(cloud.uniqueName("volume"))
            .with("size", SourceVolume.SIZE + 1)
            .with("snapshot_id", snapshot.id());
    FilledVolume larger = new FilledVolume(cloud, cleanup, poll, wanted);

    larger.make("snapshot").ifPresent(larger::delete);

    VolumeSnapshot shown = snapshots.get(snapshot.id());
    assertSame("GET /snapshots/" + shown.id(), snapshot, shown.fields(), "updated_at");
    snapshots.delete(snapshot.id());
    poll.untilGone("GET /snapshots/" + snapshot.id(), () -> snapshots.get(snapshot.id()));
    assertLacks(cloud.member().volume().briefSnapshots(), snapshot.id());
    cleanup.removed(VOLUME_SNAPSHOT, snapshot.id());
    assertThatItIsAsItWas(source, cloud);
  }

  private static boolean isAvailable(Volume volume) {
    return volume.status().equals("available");
  }

  private static void assertThatItIsAsItWas(Volume source, Cloud cloud) {
    Volume shown = cloud.member().volume().volumes().get(source.id());
    assertSame("GET /volumes/" + source.id(), source, shown, "updated_at");
  }
}
