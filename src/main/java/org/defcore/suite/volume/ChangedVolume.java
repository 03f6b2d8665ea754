package org.defcore.suite.volume;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;
import org.defcore.kit.room.Holds;

/** The id of an available volume whose metadata and flags tests change, one after the other. */
@Holds(volumes = 1)
enum ChangedVolume implements SharedFixture<Turns<String>> {
  SHARED;

  @Override
  public String title() {
    return "a volume to change";
  }

  @Override
  public Turns<String> make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return Turns.of(SourceVolume.own(cloud, cleanup, poll).id());
  }
}
