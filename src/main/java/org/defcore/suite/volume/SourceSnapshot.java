package org.defcore.suite.volume;

import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.Map;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;

/** A snapshot whose metadata tests change, one after the other; the rest of it stays. */
@Holds(snapshots = 1, shared = SourceVolume.class)
enum SourceSnapshot implements SharedFixture<Turns<VolumeSnapshot.Brief>> {
  SHARED;

  static final Map<String, String> METADATA =
      Map.of("key1", "value1", "key2", "value2", "key3", "value3");

  @Override
  public String title() {
    return "a snapshot of a volume";
  }

  @Override
  public Turns<VolumeSnapshot.Brief> make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return Turns.of(own(cloud, cleanup, poll));
  }

  /** The shared one. Its volume is made before it, and so removed after it. */
  static Turns<VolumeSnapshot.Brief> of(Cloud cloud) {
    cloud.shared(SourceVolume.SHARED);
    return cloud.shared(SHARED);
  }

  /** One of the shared volume that is available and belongs to one test alone. */
  static VolumeSnapshot.Brief own(Cloud cloud, Cleanup cleanup, Poll poll) {
    Volume source = cloud.shared(SourceVolume.SHARED);
    Resource<VolumeSnapshot> snapshots = cloud.member().volume().snapshots();
    Resource<VolumeSnapshot.Brief> brief = snapshots.as(VolumeSnapshot.Brief.class);
    Wanted wanted = Wanted.named(cloud.uniqueName("snapshot")).with("volume_id", source.id());
    String id =
        cleanup.create(VOLUME_SNAPSHOT, wanted.with("metadata", METADATA), brief::create).id();
    Poll like = poll.like("snapshot of a volume");
    VolumeSnapshot.Brief snapshot =
        awaitStatus(like, snapshots, id, "available", it -> it.fields().status()).fields();
    Wanted available = wanted.with("size", source.size()).with("status", "available");
    assertFields("GET /snapshots/" + id, brief, available, snapshot);
    return snapshot;
  }

  /** Deletes one of a test and sees it gone. */
  static void delete(VolumeSnapshot.Brief snapshot, Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<VolumeSnapshot> all = cloud.member().volume().snapshots();
    assertDeletesInTime(
        all, all.as(VolumeSnapshot.Brief.class), VOLUME_SNAPSHOT, snapshot.id(), cleanup, poll);
  }
}
