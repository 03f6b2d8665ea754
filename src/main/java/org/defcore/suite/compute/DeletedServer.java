package org.defcore.suite.compute;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** The id of a server that was running once and cannot be read any more. */
enum DeletedServer implements SharedFixture<String> {
  SHARED;

  @Override
  public String title() {
    return "a deleted server";
  }

  @Override
  public String make(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.spent(cloud, poll);
    server.deleteAndAwaitGone();
    return server.id();
  }
}
