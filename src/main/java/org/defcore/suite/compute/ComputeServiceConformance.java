package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.KEY_PAIR;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.suite.ListClaims.assertListed;
import static org.defcore.suite.ResourceClaims.assertSame;
import static org.defcore.suite.ResourceClaims.assertShows;

import java.util.List;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.ComputeVersion;
import org.defcore.client.compute.Flavor;
import org.defcore.client.compute.KeyPair;
import org.defcore.client.compute.QuotaSet;
import org.defcore.client.compute.Summary;
import org.defcore.clouds.Session;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Versions, zones, flavors, quotas and key pairs: all of compute that is not about servers. */
final class ComputeServiceConformance {

  @InteropTest(id = "6c0a0990-43b6-4529-9b61-5fd8daf7c55c")
  @Claim("Compute lists its API versions without authentication, v2.0 first")
  void listStartsWithTheFirstVersion(Cloud cloud) {
    assertThat(cloud.member().compute().listVersions())
        .extracting(ComputeVersion::id)
        .as("ids in GET /")
        .startsWith("v2.0");
  }

  @InteropTest(id = "a8333aa2-205c-449f-a828-d38c2489bf25")
  @Claim("A project member can list the availability zones, and there is at least one")
  void memberListsZones(Cloud cloud) {
    assertThat(cloud.member().compute().listAvailabilityZones())
        .as("zones in GET /os-availability-zone")
        .isNotEmpty();
  }

  @InteropTest(id = "e36c0eaa-dff5-4082-ad1f-3f9a80aa3f59")
  @Claim("The brief flavor list shows the same id, name and links as the flavor itself")
  void briefListAgreesWithTheRecord(Cloud cloud) {
    Resource<Flavor> flavors = cloud.member().compute().flavors();
    String id = cloud.fact(FLAVOR);

    Summary listed = assertListed(flavors.as(Summary.class), id);

    assertSame("GET /flavors/" + id, listed, flavors.get(id).summary());
  }

  @InteropTest(id = "6e85fde4-b3cd-4137-ab72-ed5f418e8c24")
  @Claim("The detailed flavor list shows a flavor exactly as GET of that flavor does")
  void detailedListAgreesWithTheRecord(Cloud cloud) {
    ComputeClient compute = cloud.member().compute();

    assertShows(compute.flavors(), assertListed(compute.detailedFlavors(), cloud.fact(FLAVOR)));
  }

  @InteropTest(id = "f1ef0a97-dbbb-4cca-adc5-c9fbc4f76107")
  @Claim("A project member can read the compute quotas of the project and of the member in it")
  void memberReadsQuotas(Cloud cloud) {
    Session session = cloud.member().session();
    Resource<QuotaSet> quotas = cloud.member().compute().quotas();

    assertComplete(quotas.get(session.projectId()), session);
    assertComplete(quotas.get(session.projectId(), Query.by("user_id", session.userId())), session);
  }

  @InteropTest(id = "9bfecac7-b966-4f47-913f-1a9e2c12134a")
  @Claim("A project member can read the default compute quotas")
  void memberReadsDefaultQuotas(Cloud cloud) {
    Session session = cloud.member().session();

    assertComplete(cloud.member().compute().getDefaultQuotas(session.projectId()), session);
  }

  /** The rest of what has to be there the client has checked. */
  private static void assertComplete(QuotaSet quotas, Session session) {
    assertThat(quotas.id()).as("quota_set.id").isEqualTo(session.projectId());
    assertThat(quotas.serverGroups()).as("quota_set.server_groups").isPresent();
    assertThat(quotas.serverGroupMembers()).as("quota_set.server_group_members").isPresent();
  }

  @InteropTest(id = "89d59d43-f735-441a-abcf-0601727f47b6")
  @Claim("A key pair of type x509 can be created, and the list shows it as it was created")
  void typeOfAKeyPairSurvivesCreateShowAndList(Cloud cloud, Cleanup cleanup) {
    Resource<KeyPair> keyPairs = cloud.member().compute().typedKeyPairs();
    Wanted wanted = Wanted.named(cloud.uniqueName("keypair")).with("type", "x509");
    KeyPair.CreatedWithType created =
        cleanup.create(KEY_PAIR, wanted, keyPairs.as(KeyPair.CreatedWithType.class)::create);

    assertThat(List.of(created.id(), created.type()))
        .as("name and type in POST /os-keypairs")
        .containsExactly(wanted.name(), "x509");
    KeyPair.ListedWithType same =
        new KeyPair.ListedWithType(created.created().pair(), created.type());
    assertSame("GET /os-keypairs/" + wanted.name(), same, keyPairs.get(wanted.name()).listed());
    assertThat(keyPairs.as(KeyPair.ItemWithType.class).list())
        .extracting(KeyPair.ItemWithType::keypair)
        .as("GET /os-keypairs")
        .contains(same);
  }
}
