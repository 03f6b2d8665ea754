package org.defcore.suite.volume;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertEmpty;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;

import java.util.Comparator;
import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.room.Holds;

/** Pages and orders of the brief snapshot list. */
@Holds(shared = SnapshotList.Three.class)
final class SnapshotListConformance {

  private static final Comparator<VolumeSnapshot.Brief> BY_ID = comparing(it -> it.id());
  private static final Comparator<VolumeSnapshot.Brief> BY_TIME =
      comparing(it -> it.createdAt().instant());
  private static final Comparator<VolumeSnapshot.Brief> BY_NAME =
      comparing(it -> it.name().orElse(""));

  @InteropTest(id = "db4d8e0a-7a2e-41cc-a712-961f6844e896")
  @Claim("The snapshot list with a limit of one shows one snapshot")
  void limitIsKept(Cloud cloud) {
    Resource<VolumeSnapshot.Brief> list = SnapshotList.of(cloud).resource();
    Query one = Query.by("limit", 1);

    assertThat(ids(list, one)).as("ids in %s", call(list, one)).hasSize(1);
  }

  @InteropTest(id = "a1427f61-420e-48a5-b6e3-0b394fa95400")
  @Claim("The snapshot list with a limit above the number of snapshots shows all of them")
  void highLimitLeavesNothingOut(Cloud cloud) {
    SnapshotList list = SnapshotList.of(cloud);

    list.assertHas(list.known(), Query.by("limit", 100_000));
  }

  @InteropTest(id = "e3b44b7f-ae87-45b5-8a8c-66110eb24d0a")
  @Claim("The snapshot list with a limit of zero is empty")
  void zeroLimitLeavesAllOut(Cloud cloud) {
    assertEmpty(SnapshotList.of(cloud).resource(), Query.by("limit", 0));
  }

  @InteropTest(id = "05489dde-44bc-4961-a1f5-3ce7ee7824f7")
  @Claim("The snapshot list with a marker shows only the snapshots after it")
  void markerBeginsThePage(Cloud cloud) {
    SnapshotList list = SnapshotList.of(cloud);
    List<String> known = list.known();

    list.assertHas(known.subList(2, 3), Query.by("marker", known.get(1)));
  }

  @InteropTest(id = "ca96d551-17c6-4e11-b0e8-52d3bb8a63c7")
  @Claim("The snapshot list with an offset skips that many snapshots")
  void offsetBeginsThePage(Cloud cloud, Poll poll) {
    SnapshotList.of(cloud).assertSkips(2, 3, poll);
  }

  @InteropTest(id = "c5513ada-64c1-4d28-83b9-af3307ec1388")
  @Claim("The snapshot list can be sorted by id in ascending order")
  void sortsUpwardsById(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("id", "asc", BY_ID);
  }

  @InteropTest(id = "8a7fe058-0b41-402a-8afd-2dbc5a4a718b")
  @Claim("The snapshot list can be sorted by id in descending order")
  void sortsDownwardsById(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("id", "desc", BY_ID.reversed());
  }

  @InteropTest(id = "4052c3a0-2415-440a-a8cc-305a875331b0")
  @Claim("The snapshot list can be sorted by creation time in ascending order")
  void sortsUpwardsByTime(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("created_at", "asc", BY_TIME);
  }

  @InteropTest(id = "dcbbe24a-f3c0-4ec8-9274-55d48db8d1cf")
  @Claim("The snapshot list can be sorted by creation time in descending order")
  void sortsDownwardsByTime(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("created_at", "desc", BY_TIME.reversed());
  }

  @InteropTest(id = "d58b5fed-0c37-42d3-8c5d-39014ac13c00")
  @Claim("The snapshot list can be sorted by name in ascending order")
  void sortsUpwardsByName(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("display_name", "asc", BY_NAME);
  }

  @InteropTest(id = "96ba6f4d-1f18-47e1-b4bc-76edc6c21250")
  @Claim("The snapshot list can be sorted by name in descending order")
  void sortsDownwardsByName(Cloud cloud) {
    SnapshotList.of(cloud).assertSorted("display_name", "desc", BY_NAME.reversed());
  }
}
