package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import java.util.List;
import java.util.stream.Stream;
import org.defcore.client.identity.CatalogueService;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Project;

/** The service catalogue of a token, read again after the login. */
final class CatalogueConformance {

  @InteropTest(
      id = "56b57ced-22b8-4127-9b8a-565dfb0207e2",
      claim =
          "The catalogue lists identity, and compute, image and object storage where the cloud"
              + " offers them, under their standard types")
  void catalogueUsesTheStandardTypes(Cloud cloud) {
    Project member = cloud.as(MEMBER);
    List<String> offered =
        Stream.of("compute", "image", "object-store")
            .filter(it -> member.session().catalogue().endpoint(it).isPresent())
            .toList();

    List<CatalogueService> catalogue = member.identity().listCatalogue();

    assertThat(catalogue)
        .extracting(CatalogueService::type)
        .as("types in GET /v3/auth/catalog")
        .contains("identity")
        .containsAll(offered);
  }
}
