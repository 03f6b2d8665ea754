package org.defcore.suite.volume;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.Provisioner;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/**
 * Three available volumes, the last with other metadata than the others, so that each filter of the
 * volume lists has something to find and something to leave out; no test changes them.
 */
@Holds(volumes = 2, shared = SourceVolume.class)
enum ListedVolumes implements SharedFixture<List<Volume>> {
  SHARED;

  @Override
  public String title() {
    return "three volumes";
  }

  @Override
  public List<Volume> make(Cloud cloud, Cleanup cleanup, Poll poll) {
    Provisioner provisioner = cloud.provision(cleanup);
    Volume first = cloud.shared(SourceVolume.SHARED);
    String set = item(first, SourceVolume.SET);
    List<String> others =
        Stream.of(item(first, SourceVolume.TYPE), "other")
            .map(it -> Map.of(SourceVolume.SET, set, SourceVolume.TYPE, it))
            .map(it -> provisioner.volume(cloud.uniqueName("volume"), SourceVolume.SIZE, it))
            .toList();
    return Stream.concat(
            Stream.of(first),
            others.stream().map(it -> VolumeStates.of(cloud, poll).await(it, "available")))
        .toList();
  }

  /** The filter for what a volume has under that key, written as Python writes it. */
  static Query metadataOf(Volume volume, String key) {
    return Query.by("metadata", "{'%s': '%s'}".formatted(key, item(volume, key)));
  }

  static String item(Volume volume, String key) {
    return volume.metadata().getOrDefault(key, "none");
  }
}
