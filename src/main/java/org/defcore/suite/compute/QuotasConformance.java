package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.QuotaSet;
import org.defcore.clouds.Session;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The compute limits of a project as its member reads them. */
final class QuotasConformance {

  @InteropTest(
      id = "f1ef0a97-dbbb-4cca-adc5-c9fbc4f76107",
      claim =
          "A project member can read the project's compute quotas, for the project and for the"
              + " member")
  void memberReadsQuotas(Cloud cloud) {
    Session session = cloud.as(MEMBER).session();
    ComputeClient compute = cloud.as(MEMBER).compute();

    assertComplete(compute.getQuotas(session.projectId()), session);
    assertComplete(compute.getQuotas(session.projectId(), session.userId()), session);
  }

  @InteropTest(
      id = "9bfecac7-b966-4f47-913f-1a9e2c12134a",
      claim = "A project member can read the default compute quotas")
  void memberReadsDefaultQuotas(Cloud cloud) {
    Session session = cloud.as(MEMBER).session();

    assertComplete(cloud.as(MEMBER).compute().getDefaultQuotas(session.projectId()), session);
  }

  /** The rest of what has to be there the client has checked. */
  private static void assertComplete(QuotaSet quotas, Session session) {
    assertThat(quotas.id()).as("quota_set.id").isEqualTo(session.projectId());
    assertThat(quotas.serverGroups()).as("quota_set.server_groups").isPresent();
    assertThat(quotas.serverGroupMembers()).as("quota_set.server_group_members").isPresent();
  }
}
