package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.VOLUME;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Resource;
import org.defcore.client.volume.NewVolume;
import org.defcore.client.volume.NewVolume.Kind;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.suite.VolumeStates;

/**
 * A volume that is to be made of something, where a cloud may decline to.
 *
 * @param wanted has metadata
 */
record FilledVolume(Cloud cloud, Cleanup cleanup, Poll poll, NewVolume wanted) {

  /** Signs that have a meaning elsewhere are as good as letters. */
  private static final String DESCRIPTION = "@#$%^* is a description, too";

  /**
   * Asks for it and waits until it is available or in error. In every other respect it has to be as
   * wanted.
   *
   * @return nothing if it was refused
   */
  Optional<Volume> make() {
    Optional<Volume> accepted =
        cleanup.createUnlessRefused(
            VOLUME, wanted.name(), () -> volumes().createUnlessRefused(wanted), Volume::id);
    accepted.ifPresent(it -> assertThatItIsWanted(it, "POST /volumes"));
    String of = wanted.content().orElseThrow().kind().name().toLowerCase(Locale.ROOT);
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
            (long) wanted.gibibytes(),
            wanted.idOf(Kind.VOLUME).orElse("none"),
            wanted.idOf(Kind.SNAPSHOT).orElse("none"));
    assertThat(volume.metadata())
        .as("metadata in %s", call)
        .containsAllEntriesOf(wanted.metadata());
  }

  /** Renames and describes one that is available, and sees that nothing else changes. */
  void rename(Volume available) {
    String id = available.id();
    VolumeTraits before = VolumeTraits.of(available);
    // What stays behind is known by what the ledger calls it.
    String name = wanted.name() + "-renamed";
    VolumeTraits renamed = before.renamed(name, DESCRIPTION);

    Volume answered = volumes().update(id, Map.of("name", name, "description", DESCRIPTION));

    assertThat(answered.id()).as("id in PUT /volumes/%s", id).isEqualTo(id);
    assertThat(VolumeTraits.of(answered)).as("PUT /volumes/%s", id).isEqualTo(renamed);
    assertThat(VolumeTraits.of(volumes().get(id))).as("GET /volumes/%s", id).isEqualTo(renamed);
  }

  /** Deletes what there is of it and sees it gone. */
  void delete(Volume volume) {
    volumes().delete(volume.id());
    VolumeStates.of(cloud, poll).awaitGone(volume.id());
    cleanup.removed(VOLUME, volume.id());
  }

  private Resource<Volume> volumes() {
    return cloud.member().volume().volumes();
  }
}
