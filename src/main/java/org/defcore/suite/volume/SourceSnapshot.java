package org.defcore.suite.volume;

import static org.defcore.kit.resource.ResourceKind.VOLUME_SNAPSHOT;
import static org.defcore.suite.ResourceClaims.assertFields;

import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.CreatedSnapshot;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeSnapshot;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A snapshot whose metadata tests change, one after the other; the rest of it stays. */
enum SourceSnapshot implements SharedFixture<Turns<CreatedSnapshot>> {
  SHARED;

  @Override
  public String title() {
    return "a snapshot of a volume";
  }

  @Override
  public Turns<CreatedSnapshot> make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return Turns.of(own(cloud.shared(SourceVolume.SHARED), cloud, cleanup, poll));
  }

  /** The shared one. Its volume is made before it, and so removed after it. */
  static Turns<CreatedSnapshot> of(Cloud cloud) {
    cloud.shared(SourceVolume.SHARED);
    return cloud.shared(SHARED);
  }

  /** One that is available and belongs to one test alone. */
  static CreatedSnapshot own(Volume source, Cloud cloud, Cleanup cleanup, Poll poll) {
    Resource<VolumeSnapshot> snapshots = cloud.member().volume().snapshots();
    Resource<CreatedSnapshot> brief = snapshots.as(CreatedSnapshot.class);
    Wanted wanted = Wanted.named(cloud.uniqueName("snapshot")).with("volume_id", source.id());
    CreatedSnapshot created = cleanup.create(VOLUME_SNAPSHOT, wanted, brief::create);
    CreatedSnapshot snapshot =
        poll.like("snapshot of a volume")
            .until(
                "GET /snapshots/%s to show available".formatted(created.id()),
                () -> snapshots.get(created.id()).fields(),
                it -> it.status().equals("available"),
                it -> it.status().startsWith("error"));
    Wanted available = wanted.with("size", source.size()).with("status", "available");
    assertFields("GET /snapshots/" + created.id(), brief, available, snapshot);
    return snapshot;
  }
}
