package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ListClaims.assertFilters;
import static org.defcore.suite.ListClaims.assertHasOnly;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ResourceClaims.assertSame;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.room.Holds;

/** Snapshots of volumes, their lists and filters, and snapshots that may not be created. */
final class VolumeSnapshotsConformance {

  @Holds(snapshots = 1, shared = SourceVolume.class)
  @InteropTest(id = "2a8abbe4-d871-46db-b049-c41f5af8216e")
  @Claim(
      "A snapshot has its volume's size and the requested attributes, and can be "
          + "updated and deleted")
  void snapshotIsMadeListedChangedAndDeleted(Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<VolumeSnapshot.Brief> snapshots = cloud.member().volume().briefSnapshots();
    VolumeSnapshot.Brief made = SourceSnapshot.own(cloud, cleanup, poll);

    assertThat(made.metadata())
        .as("metadata in GET /snapshots/%s", made.id())
        .containsAllEntriesOf(SourceSnapshot.METADATA);
    assertThat(snapshots.list()).as(call(snapshots)).contains(made);
    assertChanges(made, cloud);
    SourceSnapshot.delete(made, cloud, cleanup, poll);
  }

  private static void assertChanges(VolumeSnapshot.Brief made, Cloud cloud) {
    Resource<VolumeSnapshot> whole = cloud.member().volume().snapshots();
    Resource<VolumeSnapshot.Brief> snapshots = whole.as(VolumeSnapshot.Brief.class);
    // Clean-up knows it by the name in the ledger.
    Wanted changes =
        Wanted.named(made.name().orElse("none") + "-renamed")
            .with("description", NewVolume.DESCRIPTION);
    VolumeSnapshot.Brief changed = snapshots.having(changes, made);
    String path = snapshots.path(made.id());

    assertSame("PUT " + path, changed, snapshots.update(made.id(), changes), "updated_at");
    assertSame("GET " + path, changed, whole.get(made.id()).fields(), "updated_at");
  }

  @Holds(shared = SourceSnapshot.class)
  @InteropTest(id = "59f41f43-aebf-48a9-ab5d-d76340fab32b")
  @Claim(
      "The brief snapshot list filtered by name, status or both shows only snapshots "
          + "that match")
  void nameAndStatusFilter(Cloud cloud) {
    assertFound(cloud, cloud.member().volume().briefSnapshots(), it -> it);
  }

  @Holds(shared = SourceSnapshot.class)
  @InteropTest(id = "220a1022-1fcd-4a74-a7bd-6b859156cda2")
  @Claim(
      "The detailed snapshot list filtered by name, status or both shows only snapshots "
          + "that match")
  void nameAndStatusFilterDetails(Cloud cloud) {
    assertFound(cloud, cloud.member().volume().detailedSnapshots(), VolumeSnapshot::fields);
  }

  private static <T extends Identified> void assertFound(
      Cloud cloud, Resource<T> list, Function<T, VolumeSnapshot.Brief> fields) {
    VolumeSnapshot.Brief snapshot = SourceSnapshot.of(cloud).value();
    String name = snapshot.name().orElse("none");
    Query named = Query.by("name", name);
    Query available = Query.by("status", "available");

    assertFilters(list, "name", name, it -> fields.apply(it).name());
    Function<T, Optional<String>> status = it -> Optional.of(fields.apply(it).status());
    assertFilters(list, "status", "available", status, snapshot.id());
    assertHasOnly(list, snapshot.id(), named, available);
    assertEmpty(list, named, Query.by("status", "error"));
    assertEmpty(list, Query.by("name", name + "-other"), available);
  }

  @InteropTest(id = "e3e466af-70ab-4f4b-a967-ab04e3532ea7")
  @Claim("A snapshot of an unknown volume is rejected with 404")
  void volumeHasToExist(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(UUID.randomUUID(), cloud, cleanup);
  }

  @InteropTest(id = "bb9da53e-d335-4309-9c15-7e76fd5e4d6d")
  @Claim("A snapshot of a null volume is rejected with 404")
  void volumeMayNotBeNull(Cloud cloud, Cleanup cleanup) {
    assertNotCreated(Optional.empty(), cloud, cleanup);
  }

  /** Should the creation wrongly succeed, the snapshot goes with the test. */
  private static void assertNotCreated(Object volume, Cloud cloud, Cleanup cleanup) {
    Wanted wanted = Wanted.named(cloud.uniqueName("snapshot")).with("volume_id", volume);
    Resource<VolumeSnapshot.Brief> snapshots = cloud.member().volume().briefSnapshots();

    assertRefused(404, () -> cleanup.create(VOLUME_SNAPSHOT, wanted, snapshots::create));
  }
}
