package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;

import java.util.List;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.ComputeVersion;
import org.defcore.client.compute.ComputeZone;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.QuotaSet;
import org.defcore.clouds.Session;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Versions, availability zones, flavors and quotas as a project member reads them. */
final class ComputeServiceConformance {

  @InteropTest(
      id = "6c0a0990-43b6-4529-9b61-5fd8daf7c55c",
      claim = "Compute lists its API versions to anybody, v2.0 first")
  void listStartsWithTheFirstVersion(Cloud cloud) {
    List<ComputeVersion> versions = cloud.as(MEMBER).compute().listVersions();

    assertThat(versions).extracting(ComputeVersion::id).as("ids in GET /").startsWith("v2.0");
  }

  @InteropTest(
      id = "a8333aa2-205c-449f-a828-d38c2489bf25",
      claim = "A project member can list the availability zones, and there is at least one")
  void memberListsZones(Cloud cloud) {
    List<ComputeZone> zones = cloud.as(MEMBER).compute().listAvailabilityZones();

    assertThat(zones).as("zones in GET /os-availability-zone").isNotEmpty();
  }

  @InteropTest(
      id = "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59",
      claim = "The brief flavor list gives a flavor the id, name and links that its own record has")
  void briefListAgreesWithTheRecord(Cloud cloud) {
    ComputeClient compute = cloud.as(MEMBER).compute();

    List<Flavor.Summary> flavors = compute.listFlavors();

    Flavor flavor = compute.getFlavor(cloud.fact(FLAVOR));
    assertThat(flavors).as("GET /flavors").contains(flavor.summary());
  }

  @InteropTest(
      id = "6e85fde4-b3cd-4137-ab72-ed5f418e8c24",
      claim = "The detailed flavor list gives a flavor exactly as its own record does")
  void detailedListAgreesWithTheRecord(Cloud cloud) {
    ComputeClient compute = cloud.as(MEMBER).compute();

    List<Flavor> flavors = compute.listFlavorsInDetail();

    Flavor flavor = compute.getFlavor(cloud.fact(FLAVOR));
    assertThat(flavors).as("GET /flavors/detail").contains(flavor);
  }

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
