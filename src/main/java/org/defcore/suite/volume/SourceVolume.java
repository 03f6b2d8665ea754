package org.defcore.suite.volume;

import java.util.Map;
import org.defcore.client.volume.Volume;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;
import org.defcore.suite.VolumeStates;

/** A volume to make copies of and to list; no test changes it. */
@Holds(volumes = 1)
enum SourceVolume implements SharedFixture<Volume> {
  SHARED;

  static final int SIZE = 1;

  /** Key of metadata that other volumes may have as well. */
  static final String TYPE = "Type";

  /** Key of metadata that only volumes have that are to be listed with this one. */
  static final String SET = "set";

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
    String id = begin(cloud, cleanup, Map.of(TYPE, "work", SET, cloud.uniqueName("set")));
    return VolumeStates.of(cloud, poll).await(id, "available");
  }

  /** Asks for one; gives its id. */
  static String begin(Cloud cloud, Cleanup cleanup, Map<String, String> metadata) {
    return cloud.provision(cleanup).volume(cloud.uniqueName("volume"), SIZE, metadata);
  }
}
