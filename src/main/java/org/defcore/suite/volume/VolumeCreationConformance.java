package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.ResourceClaims.assertShows;
import static org.defcore.suite.ResourceClaims.assertUnchanged;

import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.image.Image;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/**
 * Volumes made empty or of another volume, an image or a snapshot, with and without leave to
 * decline.
 */
final class VolumeCreationConformance {

  private static final long GIBIBYTE = 1L << 30;

  @Holds(volumes = 1, shared = ChangedVolume.class)
  @InteropTest(id = "27fb0e9f-fb64-41dd-8bdb-1ffa762f0d51")
  @Claim(
      "A new volume has the requested size, zone, name, description and metadata; it "
          + "can be updated, even to a duplicate name, and deleted")
  void emptyVolumeIsMadeChangedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted wanted =
        VolumeStates.wanted(cloud, 1).with("availability_zone", namesake(cloud).availabilityZone());

    assertMade(wanted, "false", cloud, cleanup, poll);
  }

  @Holds(volumes = 1, shared = ChangedVolume.class)
  @InteropTest(id = "54a01030-c7fc-447c-86ee-c1182beae638", start = StartHint.EARLY)
  @Claim(
      "A volume from an image is bootable and has the requested attributes; it can be "
          + "updated, even to a duplicate name, and deleted")
  void volumeOfAnImageIsMadeChangedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Image image = cloud.member().image().images().get(cloud.fact(IMAGE));

    assertMade(ofImage(image, cloud), "true", cloud, cleanup, poll);
  }

  @Holds(
      volumes = 1,
      shared = {ChangedVolume.class, SourceVolume.class})
  @InteropTest(id = "3f591b4a-7dc6-444c-bd51-77469506b3a1")
  @Claim(
      "A clone of an empty volume shows its source and the requested attributes; it can "
          + "be updated, even to a duplicate name, and deleted")
  void copyIsMadeChangedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume source = cloud.shared(SourceVolume.SHARED);

    assertMade(copyOf(source, cloud), "false", cloud, cleanup, poll);
  }

  /** Passes if it is made, changed and deleted as it should. */
  private static void assertMade(
      Wanted wanted, String bootable, Cloud cloud, Cleanup cleanup, Poll poll) {
    Wanted described = wanted.with("description", NewVolume.DESCRIPTION);
    NewVolume volume = new NewVolume(cloud, cleanup, poll, described);
    Volume namesake = namesake(cloud);
    Volume made = volume.make();

    assertBootable(bootable, made);
    Volume same = volume.change(made, wanted.name(), NewVolume.DESCRIPTION);
    Volume changed = volume.change(same, wanted.name() + "-renamed", "another text");
    volume.change(changed, namesake.name().orElse("none"), NewVolume.DESCRIPTION);
    volume.delete(made);
  }

  /** Another volume, whose name and zone no test changes. */
  private static Volume namesake(Cloud cloud) {
    return volumes(cloud).get(cloud.shared(ChangedVolume.SHARED).value());
  }

  @Holds(volumes = 1, shared = SourceVolume.class)
  @InteropTest(id = "8cc2871a-7ddb-468a-9a5f-4d453473d56d")
  @Claim(
      "A clone of a volume has the requested attributes and shows its source; or it is "
          + "rejected as documented, or ends in error and can be deleted; the source stays as "
          + "it was")
  void copyIsMadeOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume source = cloud.shared(SourceVolume.SHARED);
    NewVolume copy = new NewVolume(cloud, cleanup, poll, copyOf(source, cloud));

    assertMadeOrDeclined(copy, "volume", source.bootable());

    assertUnchanged(volumes(cloud), source);
  }

  /** Passes if it is made and changed as it should, or declined, and deleted. */
  private static void assertMadeOrDeclined(NewVolume volume, String of, String bootable) {
    Optional<Volume> ended = volume.makeUnlessDeclined(of);
    Optional<Volume> available = ended.filter(it -> it.status().equals("available"));
    available.ifPresent(it -> assertBootable(bootable, it));
    available.ifPresent(volume::rename);
    ended.ifPresent(volume::delete);
  }

  private static void assertBootable(String expected, Volume volume) {
    assertThat(volume.bootable())
        .as("bootable in GET /volumes/%s", volume.id())
        .isEqualTo(expected);
  }

  private static Wanted copyOf(Volume source, Cloud cloud) {
    return Wanted.named(cloud.uniqueName("clone"))
        .with("size", SourceVolume.SIZE)
        .with("source_volid", source.id());
  }

  @Holds(volumes = 1)
  @InteropTest(id = "ab91e5a5-125b-4e22-bdf2-da1145f2a6a1")
  @Claim(
      "A volume from an image is bootable and has the requested attributes; or it is "
          + "rejected as documented, or ends in error and can be deleted; the image stays as "
          + "it was")
  void volumeIsMadeOfAnImageOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<Image> images = cloud.member().image().images();
    Image image = images.get(cloud.fact(IMAGE));
    NewVolume volume = new NewVolume(cloud, cleanup, poll, ofImage(image, cloud));

    assertMadeOrDeclined(volume, "image", "true");

    assertShows(images, image);
  }

  private static Wanted ofImage(Image image, Cloud cloud) {
    return VolumeStates.wanted(cloud, room(image)).with("imageRef", image.id());
  }

  /** GiB that its disk has room in. */
  private static int room(Image image) {
    long bytes = Math.max(image.size().orElse(0L), image.virtualSize().orElse(0L));
    long least = Math.max(1, (bytes + GIBIBYTE - 1) / GIBIBYTE);
    return Math.toIntExact(Math.max(least, image.minDisk().orElse(0)));
  }

  @Holds(volumes = 1, snapshots = 1, moreGigabytes = 1, shared = SourceVolume.class)
  @InteropTest(id = "677863d1-3142-456d-b6ac-9924f667a7f4")
  @Claim(
      "A volume from a snapshot can be larger, has the requested attributes and shows "
          + "the snapshot; both can be deleted, the volume first")
  void largerVolumeIsMadeOfASnapshot(Cloud cloud, Cleanup cleanup, Poll poll) {
    VolumeSnapshot.Brief snapshot = SourceSnapshot.own(cloud, cleanup, poll);
    NewVolume larger = new NewVolume(cloud, cleanup, poll, largerThan(snapshot, cloud));

    larger.delete(larger.make());

    SourceSnapshot.delete(snapshot, cloud, cleanup, poll);
  }

  @Holds(volumes = 1, snapshots = 1, moreGigabytes = 1, shared = SourceVolume.class)
  @InteropTest(id = "8fdd3c09-8177-4d22-b7a8-40365439c346")
  @Claim(
      "A volume from a snapshot has the requested attributes and shows the snapshot; or "
          + "it is rejected as documented, or ends in error and can be deleted; snapshot and "
          + "source stay as they were")
  void largerVolumeIsMadeOfASnapshotOrDeclined(Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume source = cloud.shared(SourceVolume.SHARED);
    VolumeSnapshot.Brief snapshot = SourceSnapshot.own(cloud, cleanup, poll);
    NewVolume larger = new NewVolume(cloud, cleanup, poll, largerThan(snapshot, cloud));

    larger.makeUnlessDeclined("snapshot").ifPresent(larger::delete);

    VolumeSnapshot shown = cloud.member().volume().snapshots().get(snapshot.id());
    assertSame("GET /snapshots/" + shown.id(), snapshot, shown.fields(), "updated_at");
    SourceSnapshot.delete(snapshot, cloud, cleanup, poll);
    assertUnchanged(volumes(cloud), source);
  }

  private static Wanted largerThan(VolumeSnapshot.Brief snapshot, Cloud cloud) {
    return Wanted.named(cloud.uniqueName("volume"))
        .with("size", SourceVolume.SIZE + 1)
        .with("snapshot_id", snapshot.id());
  }

  private static Resource<Volume> volumes(Cloud cloud) {
    return cloud.member().volume().volumes();
  }
}
