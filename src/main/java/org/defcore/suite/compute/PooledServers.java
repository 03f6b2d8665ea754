package org.defcore.suite.compute;

import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** The servers of a run that tests change: made when needed, lent to one test at a time. */
enum PooledServers implements SharedFixture<ServerPool> {
  SHARED;

  @Override
  public String title() {
    return ServerPool.TITLE;
  }

  @Override
  public ServerPool make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return new ServerPool(cloud, cleanup, poll);
  }
}
