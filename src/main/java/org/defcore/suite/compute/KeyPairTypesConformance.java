package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.kit.resource.ResourceKind.KEY_PAIR;

import org.defcore.client.compute.KeyPairClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Key pairs that carry a type, at compute microversion 2.2. */
final class KeyPairTypesConformance {

  @InteropTest(
      id = "89d59d43-f735-441a-abcf-0601727f47b6",
      claim = "A key pair of type x509 can be created, and has its type by itself and in the list")
  void typeSurvivesCreateShowAndList(Cloud cloud, Cleanup cleanup) {
    KeyPairClient keyPairs = cloud.as(MEMBER).compute().keyPairs();
    String name = cloud.uniqueName("keypair");

    KeyPairClient.CreatedWithType created =
        cleanup.create(
            KEY_PAIR,
            name,
            () -> keyPairs.createWithType(name, "x509"),
            KeyPairClient.CreatedWithType::name);

    assertThat(created.type()).as("type in POST /os-keypairs").isEqualTo("x509");
    assertThat(keyPairs.getWithType(name).type())
        .as("type in GET /os-keypairs/%s", name)
        .isEqualTo("x509");
    assertThat(keyPairs.listWithTypes())
        .filteredOn(it -> it.pair().name().equals(name))
        .extracting(KeyPairClient.ListedWithType::type)
        .as("type of %s in GET /os-keypairs", name)
        .isNotEmpty()
        .containsOnly("x509");
  }
}
