package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.VOLUME;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertDeletesInTime;
import static org.defcore.suite.ResourceClaims.assertFields;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** Special characters have to be kept like letters. */
  static final String DESCRIPTION = "@#$%^* is a description, too";

  private static final Map<String, String> METADATA = Map.of("Type", "Test");

  /** Fields that are null where nothing was asked for. */
  private static final Wanted NOTHING =
      Wanted.nameless()
          .with("description", Optional.empty())
          .with("source_volid", Optional.empty())
          .with("snapshot_id", Optional.empty());

  NewVolume {
    wanted = wanted.with("metadata", METADATA);
  }

  /** Asks for it and waits until it is available. */
  Volume make() {
    Volume accepted = cleanup.create(VOLUME, wanted, volumes()::create);
    assertThatItIsWanted("POST /volumes", accepted);
    return shown(VolumeStates.of(cloud, poll).await(accepted.id(), "available"));
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
    accepted.ifPresent(it -> assertThatItIsWanted("POST /volumes", it));
    return accepted.map(it -> shown(VolumeStates.of(cloud, poll).awaitEnd(it.id(), of)));
  }

  private Volume shown(Volume volume) {
    assertThatItIsWanted("GET /volumes/" + volume.id(), volume);
    return volume;
  }

  private void assertThatItIsWanted(String call, Volume volume) {
    ObjectNode fields = NOTHING.fields().deepCopy().setAll(wanted.fields());
    fields.remove(List.of("imageRef", "volume_type", "metadata"));
    assertFields(call, volumes(), new Wanted(fields), volume);
    assertThat(volume.metadata()).as("metadata in %s", call).containsAllEntriesOf(METADATA);
  }

  /** Renames and describes one that is available, and sees that nothing else changes. */
  void rename(Volume available) {
    // Clean-up knows it by the name in the ledger.
    change(available, wanted.name() + "-renamed", DESCRIPTION);
  }

  /** As {@link #rename}, with that name and description; gives what is to be shown then. */
  Volume change(Volume available, String name, String description) {
    return assertChanges(volumes(), available, Wanted.named(name).with("description", description));
  }

  /** Deletes what there is of it and sees it gone. */
  void delete(Volume volume) {
    Resource<Volume.Brief> list = cloud.member().volume().briefVolumes();
    assertDeletesInTime(volumes(), list, VOLUME, volume.id(), cleanup, poll);
  }

  private Resource<Volume> volumes() {
    return cloud.member().volume().volumes();
  }
}
