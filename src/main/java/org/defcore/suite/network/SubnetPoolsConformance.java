package org.defcore.suite.network;

import static org.defcore.kit.resource.ResourceKind.SUBNET_POOL;
import static org.defcore.suite.ResourceClaims.assertChanges;
import static org.defcore.suite.ResourceClaims.assertCreates;
import static org.defcore.suite.ResourceClaims.assertDeletesAtOnce;

import java.util.List;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.SubnetPool;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Pools of address ranges; no subnet is made of them. */
final class SubnetPoolsConformance {

  @InteropTest(id = "62595970-ab1c-4b7f-8fcc-fddfe55e9811")
  @Claim("A subnet pool can be created with its ranges, read, renamed and deleted")
  void poolIsCreatedRenamedAndDeleted(Cloud cloud, Cleanup cleanup) {
    Resource<SubnetPool> pools = cloud.member().network().subnetPools();
    Wanted wanted =
        Wanted.named(cloud.uniqueName("subnet-pool"))
            .with("prefixes", List.of(OwnSubnet.cidr(cloud, 4), OwnSubnet.cidr(cloud, 6)));

    SubnetPool made = assertCreates(pools, SUBNET_POOL, wanted, cleanup);
    assertChanges(pools, made, Wanted.named(wanted.name() + "-renamed"));

    assertDeletesAtOnce(pools, made.id());
    cleanup.removed(SUBNET_POOL, made.id());
  }
}
