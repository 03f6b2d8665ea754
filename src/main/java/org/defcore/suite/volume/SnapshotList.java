package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;

/** The brief list of snapshots, and three that are in it; others come and go meanwhile. */
record SnapshotList(Resource<VolumeSnapshot.Brief> resource, List<String> three) {

  /**
   * Available snapshots that no test changes. They are made one after the other, for times may have
   * no more than seconds, and not in the order of their names.
   */
  @Holds(snapshots = 3, shared = SourceVolume.class)
  enum Three implements SharedFixture<List<String>> {
    SHARED;

    @Override
    public String title() {
      return "three snapshots of a volume";
    }

    @Override
    public List<String> make(Cloud cloud, Cleanup cleanup, Poll poll) {
      return Stream.of("b", "a", "c")
          .map(it -> SourceSnapshot.wanted("snapshot-" + it, cloud))
          .map(it -> SourceSnapshot.begin(it, cloud, cleanup))
          .map(it -> SourceSnapshot.await(it, cloud, poll).id())
          .toList();
    }
  }

  /** Their volume is made before them, and so removed after them. */
  static SnapshotList of(Cloud cloud) {
    cloud.shared(SourceVolume.SHARED);
    return new SnapshotList(cloud.member().volume().briefSnapshots(), cloud.shared(Three.SHARED));
  }

  /** The ids of the three, in the order of the list as it comes. */
  List<String> known() {
    List<String> known = ids(resource).stream().filter(three::contains).toList();
    assertThat(known).as("of three snapshots, those in %s", call(resource)).hasSize(3);
    return known;
  }

  /** Passes if the list has these of the three, in this order, and no other of them. */
  void assertHas(List<String> expected, Query... by) {
    assertThat(ids(resource, by))
        .filteredOn(three::contains)
        .as("of three snapshots, those in %s", call(resource, by))
        .isEqualTo(expected);
  }

  /** Passes if the three are in the list, in that order. */
  void assertSorted(String key, String direction, Comparator<VolumeSnapshot.Brief> order) {
    Query[] by = {Query.by("sort_key", key), Query.by("sort_dir", direction)};
    List<VolumeSnapshot.Brief> listed =
        resource.list(by).stream().filter(it -> three.contains(it.id())).toList();
    assertThat(listed)
        .as("of three snapshots, those in %s", call(resource, by))
        .hasSize(3)
        .isEqualTo(listed.stream().sorted(order).toList());
  }

  /** Passes if the page is that part of the list, which is read again if it changes meanwhile. */
  void assertSkips(int offset, int limit, Poll poll) {
    Query[] by = {Query.by("offset", offset), Query.by("limit", limit)};
    Look look =
        poll.until(
            "%s to be the same before and after a page".formatted(call(resource)),
            () -> new Look(ids(resource), ids(resource, by), ids(resource)),
            it -> it.before().equals(it.after()));
    assertThat(look.page())
        .as("ids in %s", call(resource, by))
        .isEqualTo(look.before().stream().skip(offset).limit(limit).toList())
        .isNotEmpty();
  }

  private record Look(List<String> before, List<String> page, List<String> after) {}
}
