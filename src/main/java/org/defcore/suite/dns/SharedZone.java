package org.defcore.suite.dns;

import org.defcore.client.dns.Zone;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.Poll;
import org.defcore.kit.SharedFixture;

/** A zone for record sets; its tests give them names of their own. */
enum SharedZone implements SharedFixture<Zone> {
  SHARED;

  @Override
  public String title() {
    return "a DNS zone";
  }

  @Override
  public Zone make(Cloud cloud, Cleanup cleanup, Poll poll) {
    return OwnZone.make(cloud, cleanup);
  }
}
