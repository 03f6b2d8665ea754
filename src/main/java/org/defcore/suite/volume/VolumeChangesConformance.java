package org.defcore.suite.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defcore.client.MetadataClient;
import org.defcore.client.volume.Volume;
import org.defcore.client.volume.VolumeClient;
import org.defcore.client.volume.VolumeFlag;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.room.Holds;

/** Changes of the metadata of volumes and snapshots, and of the flags of volumes. */
@Holds(shared = ChangedVolume.class)
final class VolumeChangesConformance {

  private static final Map<String, String> FIRST = Map.of("key0", "value0");

  @InteropTest(id = "6f5b125b-f664-44bf-910f-751591fe5769")
  @Claim("Metadata of a volume can be added, read, replaced as a whole and deleted by key")
  void volumeMetadataCanBeChanged(Cloud cloud, Cleanup cleanup) {
    Map<String, String> markup = Map.of("key1", "value1", "key4", "<value&special_chars>");

    assertChanges(ofVolume(cloud, cleanup), markup);
  }

  @Holds(shared = SourceSnapshot.class)
  @InteropTest(id = "a2f20f99-e363-4584-be97-bc33afb1a56c")
  @Claim("Metadata of a snapshot can be added, read, replaced as a whole and deleted by key")
  void snapshotMetadataCanBeChanged(Cloud cloud, Cleanup cleanup) {
    assertChanges(ofSnapshot(cloud, cleanup), SourceSnapshot.METADATA);
  }

  private static void assertChanges(MetadataClient metadata, Map<String, String> given) {
    assertReplaces(metadata, given);
    metadata.deleteItem("key3");
    assertThat(metadata.list())
        .as("GET %s after DELETE %1$s/key3", metadata.path())
        .isEqualTo(Map.of("key4", "value4"));
  }

  private static void assertReplaces(MetadataClient metadata, Map<String, String> given) {
    Map<String, String> others = Map.of("key3", "value3_update", "key4", "value4");
    String call = metadata.path();

    assertThat(metadata.update(given)).as("POST %s", call).containsAllEntriesOf(given);
    assertThat(metadata.list())
        .as("GET %s after POST", call)
        .containsAllEntriesOf(FIRST)
        .containsAllEntriesOf(given);
    assertThat(metadata.replace(others)).as("PUT %s", call).isEqualTo(others);
    assertThat(metadata.list()).as("GET %s after PUT", call).isEqualTo(others);
  }

  @Holds(shared = SourceSnapshot.class)
  @InteropTest(id = "bd2363bc-de92-48a4-bc98-28943c6e4be1")
  @Claim("Replacing the metadata of a snapshot removes each key that was not sent")
  void snapshotMetadataCanBeReplaced(Cloud cloud, Cleanup cleanup) {
    assertReplaces(ofSnapshot(cloud, cleanup), SourceSnapshot.METADATA);
  }

  @InteropTest(id = "862261c5-8df4-475a-8c21-946e50e36a20")
  @Claim("One metadata item of a volume can be set and read by its key, and the others stay")
  void volumeMetadataItemCanBeSet(Cloud cloud, Cleanup cleanup) {
    assertSetsItem(ofVolume(cloud, cleanup));
  }

  @Holds(shared = SourceSnapshot.class)
  @InteropTest(id = "e8ff85c5-8f97-477f-806a-3ac364a949ed")
  @Claim("One metadata item of a snapshot can be set and read by its key, and the others stay")
  void snapshotMetadataItemCanBeSet(Cloud cloud, Cleanup cleanup) {
    assertSetsItem(ofSnapshot(cloud, cleanup));
  }

  private static void assertSetsItem(MetadataClient metadata) {
    Map<String, String> item = Map.of("key3", "value3_update");
    String call = metadata.path();

    assertThat(metadata.update(SourceSnapshot.METADATA))
        .as("POST %s", call)
        .containsAllEntriesOf(SourceSnapshot.METADATA);
    assertThat(metadata.setItem("key3", "value3_update")).as("PUT %s/key3", call).isEqualTo(item);
    assertThat(metadata.getItem("key3")).as("GET %s/key3", call).isEqualTo(item);
    assertThat(metadata.list())
        .as("GET %s after PUT %1$s/key3", call)
        .containsAllEntriesOf(Map.of("key1", "value1", "key2", "value2"))
        .containsAllEntriesOf(item);
  }

  /** The metadata of a volume, which are one item to begin with. */
  private static MetadataClient ofVolume(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(ChangedVolume.SHARED).take(cleanup);
    return begun(cloud.member().volume().volumeMetadata(id));
  }

  /** The metadata of a snapshot, which are one item to begin with. */
  private static MetadataClient ofSnapshot(Cloud cloud, Cleanup cleanup) {
    String id = SourceSnapshot.of(cloud).take(cleanup).id();
    return begun(cloud.member().volume().snapshotMetadata(id));
  }

  private static MetadataClient begun(MetadataClient metadata) {
    metadata.replace(FIRST);
    return metadata;
  }

  @InteropTest(id = "63e21b4c-0a0c-41f6-bfc3-7c2816815599")
  @Claim("The bootable flag of a volume can be set and cleared")
  void bootableFlagCanBeChanged(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(ChangedVolume.SHARED).take(cleanup);

    for (boolean flag : List.of(true, false)) {
      assertThat(with(VolumeFlag.BOOTABLE, flag, id, cloud).bootable())
          .as("bootable in GET /volumes/%s after it was set to %s", id, flag)
          .isEqualTo(flag ? "true" : "false");
    }
  }

  @InteropTest(id = "fff74e1e-5bd3-4b33-9ea9-24c103bc3f59")
  @Claim("The read-only flag of a volume can be set and cleared, and its metadata show it")
  void readOnlyFlagCanBeChanged(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(ChangedVolume.SHARED).take(cleanup);

    for (boolean flag : List.of(true, false)) {
      assertThat(with(VolumeFlag.READ_ONLY, flag, id, cloud).metadata())
          .as("metadata in GET /volumes/%s after readonly was set to %s", id, flag)
          .containsEntry("readonly", flag ? "True" : "False");
    }
  }

  private static Volume with(VolumeFlag flag, boolean value, String id, Cloud cloud) {
    VolumeClient volumes = cloud.member().volume();
    volumes.set(flag, value, id);
    return volumes.volumes().get(id);
  }
}
