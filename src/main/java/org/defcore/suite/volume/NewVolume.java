package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ListClaims.assertLacks;
import static org.defcore.suite.ResourceClaims.assertChanges;

import com.fasterxml.jackson.databind.JsonNode;
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
 * A volume that a test makes, changes and deletes. When it is made, it is compared with what was
 * asked for.
 *
 * @param wanted names the source, if there is one, beside the size
 */
record NewVolume(Cloud cloud, Cleanup cleanup, Poll poll, Wanted wanted) {

  /** Signs that have a meaning elsewhere are as good as letters. */
  static final String DESCRIPTION = "@#$%^* is a description, too";

  private static final Map<String, String> METADATA = Map.of("Type", "Test");

  NewVolume {
    wanted = wanted.with("metadata", METADATA);
  }

  /** Asks for it and waits until it is available. */
  Volume make() {
    Volume accepted = cleanup.create(VOLUME, wanted, volumes()::create);
    assertThatItIsWanted(accepted, "POST /volumes");
    Volume made = VolumeStates.of(cloud, poll).await(accepted.id(), "available");
    assertThatItIsWanted(made, "GET /volumes/" + made.id());
    return made;
  }

  /**
   * Asks for it and waits until it is available or in error.
   *
   * @param of the kind of its source: {@code snapshot}
   * @return nothing if it was refused
   */
  Optional<Volume> makeUnlessDeclined(String of) {
    Optional<Volume> accepted =
        cleanup.createUnlessRefused(VOLUME, wanted, volumes()::createUnlessRefused);
    accepted.ifPresent(it -> assertThatItIsWanted(it, "POST /volumes"));
    Optional<Volume> ended = accepted.map(it -> VolumeStates.of(cloud, poll).awaitEnd(it.id(), of));
    ended.ifPresent(it -> assertThatItIsWanted(it, "GET /volumes/" + it.id()));
    return ended;
  }

  private void assertThatItIsWanted(Volume volume, String call) {
    JsonNode fields = wanted.fields();
    assertThat(
            List.of(
                volume.name().orElse("none"),
                volume.description().orElse("none"),
                volume.size(),
                volume.sourceVolumeId().orElse("none"),
                volume.snapshotId().orElse("none")))
        .as("name, description, size, source_volid and snapshot_id in %s", call)
        .containsExactly(
            wanted.name(),
            fields.path("description").asText("none"),
            fields.path("size").asLong(),
            fields.path("source_volid").asText("none"),
            fields.path("snapshot_id").asText("none"));
    assertThat(volume.availabilityZone())
        .as("availability_zone in %s", call)
        .isEqualTo(fields.path("availability_zone").asText(volume.availabilityZone()));
    assertThat(volume.metadata()).as("metadata in %s", call).containsAllEntriesOf(METADATA);
  }

  /** Renames and describes one that is available, and sees that nothing else changes. */
  void rename(Volume available) {
    // What stays behind is known by what the ledger calls it.
    change(available, wanted.name() + "-renamed", DESCRIPTION);
  }

  /** As {@link #rename}, with that name and description; gives what is to be shown then. */
  Volume change(Volume available, String name, String description) {
    return assertChanges(volumes(), available, Wanted.named(name).with("description", description));
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
