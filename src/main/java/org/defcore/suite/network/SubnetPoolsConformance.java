package org.defcore.suite.network;

import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.resource.ResourceKind.SUBNET_POOL;
import static org.defcore.suite.FieldClaims.assertKeeps;

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
  @Claim("A subnet pool can be created, read, renamed and deleted, and is not found after that")
  void poolIsCreatedRenamedAndDeleted(Cloud cloud, Cleanup cleanup) {
    Resource<SubnetPool> pools = cloud.member().network().subnetPools();
    Wanted pool = Wanted.named(cloud.uniqueName("subnet-pool"));
    Wanted renamed = Wanted.named(pool.name() + "-renamed");
    Wanted wanted = pool.with("prefixes", List.of("10.104.0.0/16", "10.106.0.0/16"));

    SubnetPool created = cleanup.create(SUBNET_POOL, wanted, pools::create);
    String id = created.id();
    assertKeeps(pool, "POST " + pools.path(), created);
    assertKeeps(pool, "GET " + pools.path(id), pools.get(id));

    assertKeeps(renamed, "PUT " + pools.path(id), pools.update(id, renamed));

    pools.delete(id);
    assertRefused(404, () -> pools.get(id));
    cleanup.removed(SUBNET_POOL, id);
  }
}
