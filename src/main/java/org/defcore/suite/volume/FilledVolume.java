package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ResourceClaims.assertChanges;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.suite.VolumeStates;

/**
 * A volume that is to be made of something, where a cloud may decline to.
 *
 * @param wanted names the source, beside the size
 */
record FilledVolume(Cloud cloud, Cleanup cleanup, Poll poll, Wanted wanted) {

  private static final Map<String, String> METADATA = Map.of("Type", "Test");

  /** Signs that have a meaning elsewhere are as good as letters. */
  private static final String DESCRIPTION = "@#$%^* is a description, too";

  /**
   * Asks for it and waits until it is available or in error. In every other respect it has to be as
   * wanted.
   *
   * @param of the kind of its source: {@code snapshot}
   * @return nothing if it was refused
   */
  Optional<Volume> make(String of) {
    Optional<Volume> accepted =
        cleanup.createUnlessRefused(
            VOLUME, wanted.with("metadata", METADATA), volumes()::createUnlessRefused);
    accepted.ifPresent(it -> assertThatItIsWanted(it, "POST /volumes"));
    Optional<Volume> ended = accepted.map(it -> VolumeStates.of(cloud, poll).awaitEnd(it.id(), of));
    ended.ifPresent(it -> assertThatItIsWanted(it, "GET /volumes/" + it.id()));
    return ended;
  }

  private void assertThatItIsWanted(Volume volume, String call) {
    assertThat(
            List.of(
                volume.name().orElse("none"),
                volume.size(),
                volume.sourceVolumeId().orElse("none"),
                volume.snapshotId().orElse("none")))
        .as("name, size, source_volid and snapshot_id in %s", call)
        .containsExactly(
            wanted.name(),
            wanted.fields().path("size").asLong(),
            wanted.fields().path("source_volid").asText("none"),
            wanted.fields().path("snapshot_id").asText("none"));
    assertThat(volume.metadata()).as("metadata in %s", call).containsAllEntriesOf(METADATA);
  }

  /** Renames and describes one that is available, and sees that nothing else changes. */
  void rename(Volume available) {
    // What stays behind is known by what the ledger calls it.
    Wanted renamed = Wanted.named(wanted.name() + "-renamed");
    assertChanges(volumes(), available, renamed.with("description", DESCRIPTION));
  }

  /** Deletes what there is of it and sees it gone. */
  void delete(Volume volume) {
    volumes().delete(volume.id());
    VolumeStates.of(cloud, poll).awaitGone(volume.id());
    assertLacks(cloud.member().volume().briefVolumes(), volume.id());
    cleanup.removed(VOLUME, volume.id());
  }

  private Resource<Volume> volumes() {
    return cloud.member().volume().volumes();
  }
}
