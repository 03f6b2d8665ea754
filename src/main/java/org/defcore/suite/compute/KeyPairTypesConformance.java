package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.KEY_PAIR;

import org.defcore.client.compute.ComputeClient;
import org.defcore.client.compute.CreatedKeyPair;
import org.defcore.client.compute.ListedKeyPair;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Key pairs that carry a type, at compute microversion 2.2. */
final class KeyPairTypesConformance {

  @InteropTest(
      id = "89d59d43-f735-441a-abcf-0601727f47b6",
      claim = "A key pair of type x509 can be created, and has its type by itself and in the list")
  void typeSurvivesCreateShowAndList(Cloud cloud, Cleanup cleanup) {
    ComputeClient compute = cloud.as(MEMBER).compute();
    String name = cloud.uniqueName("keypair");

    CreatedKeyPair created =
        cleanup.create(
            KEY_PAIR, name, () -> compute.createKeyPair(name, "x509"), CreatedKeyPair::name);

    assertThat(created.type()).as("type in POST /os-keypairs").isEqualTo("x509");
    assertThat(compute.getKeyPair(name).type())
        .as("type in GET /os-keypairs/%s", name)
        .isEqualTo("x509");
    assertThat(compute.listKeyPairs())
        .filteredOn(it -> it.name().equals(name))
        .extracting(ListedKeyPair::type)
        .as("type of %s in GET /os-keypairs", name)
        .isNotEmpty()
        .containsOnly("x509");
  }
}
