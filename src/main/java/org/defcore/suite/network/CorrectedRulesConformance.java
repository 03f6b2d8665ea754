package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.SECURITY_GROUP;
import static org.defcore.suite.ResourceClaims.assertShows;

import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.SecurityGroup;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Rules of security groups that cannot be, whatever words a cloud has for that. */
final class CorrectedRulesConformance {

  @InteropTest(id = "4d039863-ba78-45e0-8ffe-85ccfe2791eb")
  @Claim(
      "A security group rule with invalid ports or ICMP values is rejected with 400 and "
          + "a fault, without effect")
  void impossibleRulesAreRefusedAndLeaveTheGroupAlone(Cloud cloud, Cleanup cleanup) {
    NetworkClient network = cloud.member().network();
    Resource<SecurityGroup> groups = network.securityGroups();
    Wanted wanted = Wanted.named(cloud.uniqueName("security-group"));
    String id = cleanup.create(SECURITY_GROUP, wanted, groups::create).id();
    SecurityGroup before = assertShows(groups, id, wanted);

    ImpossibleRule.ALL.forEach(it -> network.requireRefusal(it.in(id)));

    assertShows(groups, before);
    assertThat(network.securityGroupRules().list(Query.by("security_group_id", id)))
        .as("GET /v2.0/security-group-rules?security_group_id=%s", id)
        .containsExactlyInAnyOrderElementsOf(before.rules());
  }
}
