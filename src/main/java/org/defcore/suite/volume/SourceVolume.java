package org.defcore.suite.volume;

import java.util.Map;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.suite.VolumeStates;

/** A volume to make copies of; no test changes it. */
enum SourceVolume implements SharedFixture<Volume> {
  SHARED;

  static final int SIZE = 1;

  @Override
  public String title() {
    return "a volume to copy";
  }

  @Override
  public Volume make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return own(cloud, cleanup, poll);
  }

  /** One that is available and belongs to one test alone. */
  static Volume own(Cloud cloud, Cleanup cleanup, Poll poll) {
    String name = cloud.uniqueName("volume");
    String id = cloud.provision(cleanup).volume(name, SIZE, Map.of("kind", "source"));
    return VolumeStates.of(cloud, poll).await(id, "available");
  }
}
