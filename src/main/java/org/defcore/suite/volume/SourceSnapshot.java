package org.defcore.suite.volume;

import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.awaitStatus;

import java.util.Map;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
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
    Wanted wanted = wanted("snapshot", cloud);
    String id = begin(wanted, cloud, cleanup);
    VolumeSnapshot.Brief snapshot = await(id, cloud, poll);
    Wanted available =
        wanted.with("size", cloud.shared(SourceVolume.SHARED).size()).with("status", "available");
    assertFields(
        "GET /snapshots/" + id, cloud.member().volume().briefSnapshots(), available, snapshot);
    return snapshot;
  }

  /** A request for one of the shared volume, with a name of that kind. */
  static Wanted wanted(String kind, Cloud cloud) {
    return Wanted.named(cloud.uniqueName(kind))
        .with("volume_id", cloud.shared(SourceVolume.SHARED).id());
  }

  /** Asks for one; gives its id. */
  static String begin(Wanted wanted, Cloud cloud, Cleanup cleanup) {
    Resource<VolumeSnapshot.Brief> snapshots = cloud.member().volume().briefSnapshots();
    Wanted whole = wanted.with("metadata", METADATA);
    return cleanup.create(VOLUME_SNAPSHOT, whole, snapshots::create).id();
  }

  /** Waits until one is available. */
  static VolumeSnapshot.Brief await(String id, Cloud cloud, Poll poll) {
    Resource<VolumeSnapshot> snapshots = cloud.member().volume().snapshots();
    Poll like = poll.like("snapshot of a volume");
    return awaitStatus(like, snapshots, id, "available", it -> it.fields().status()).fields();
  }

  /** Deletes one of a test and sees it gone. */
  static void delete(VolumeSnapshot.Brief snapshot, Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<VolumeSnapshot> all = cloud.member().volume().snapshots();
    assertDeletesInTime(
        all, all.as(VolumeSnapshot.Brief.class), VOLUME_SNAPSHOT, snapshot.id(), cleanup, poll);
  }
}
