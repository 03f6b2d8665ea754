package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.defcore.client.identity.IdentityApiVersion;
import org.defcore.client.identity.IdentityApiVersion.MediaType;
import org.defcore.client.identity.IdentityClient;
import org.defcore.client.identity.IdentityClient.CatalogueService;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Project;

/**
 * The document that identity v3 gives about itself, and the catalogue that it has of all services.
 */
final class IdentityServiceConformance {

  @InteropTest(id = "b9232f5e-d9e5-4d97-b96c-28d3db4de1bd")
  @Claim("The identity v3 document has an id of v3, links, media types, status and time of update")
  void documentHasTheStandardFields(Cloud cloud) {
    IdentityApiVersion version = cloud.member().identity().getVersion();

    assertThat(version.id()).as("version.id in GET /v3").get(STRING).startsWith("v3");
    assertStandardFields(version, "GET /v3");
  }

  private static void assertStandardFields(IdentityApiVersion version, String call) {
    assertThat(version.id()).as("version.id in %s", call).isPresent();
    assertThat(version.links()).as("version.links in %s", call).isPresent();
    assertThat(version.mediaTypes()).as("version.media-types in %s", call).isPresent();
    assertThat(version.status()).as("version.status in %s", call).isPresent();
    assertThat(version.updated()).as("version.updated in %s", call).isPresent();
  }

  @InteropTest(id = "657c1970-4722-4189-8831-7325f3bc4265")
  @Claim("The identity v3 version document announces the JSON media type of v3")
  void documentAnnouncesTheMediaTypeOfV3(Cloud cloud) {
    IdentityApiVersion version = cloud.member().identity().getVersion();

    assertThat(version.mediaTypes().stream().flatMap(List::stream))
        .as("version.media-types in GET /v3")
        .contains(new MediaType("application/json", "application/vnd.openstack.identity-v3+json"));
  }

  @InteropTest(id = "8879a470-abfb-47bb-bb8d-5a7fd279ad1e")
  @Claim("The identity v3 version document has one of the known statuses")
  void documentHasAKnownStatus(Cloud cloud) {
    IdentityApiVersion version = cloud.member().identity().getVersion();

    assertThat(version.status().map(it -> it.toLowerCase(Locale.ROOT)))
        .as("version.status in GET /v3")
        .get(STRING)
        .isIn("current", "stable", "experimental", "supported", "deprecated");
  }

  @InteropTest(id = "56b57ced-22b8-4127-9b8a-565dfb0207e2")
  @Claim(
      "The catalog lists identity, and compute, image and object storage where offered, "
          + "under their standard types")
  void catalogueUsesTheStandardTypes(Cloud cloud) {
    Project member = cloud.member();
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

  @InteropTest(id = "721f480f-35b6-46c7-846e-047e6acea0dc")
  @Claim(
      "The identity service lists its API versions without a token, each with id, links, media"
          + " types, status and time of update")
  void listedVersionsHaveTheStandardFields(Cloud cloud) {
    List<IdentityApiVersion> versions = cloud.member().identity().listVersions();

    assertThat(versions).as("versions in GET /").isNotEmpty();
    versions.forEach(it -> assertStandardFields(it, "GET /"));
  }

  @InteropTest(id = "17a5de24-e6a0-4e4a-a9ee-d85b6e5612b5")
  @Claim("The domain with the id default is visible and enabled")
  void defaultDomainIsEnabled(Cloud cloud) {
    assertEnabled("default", cloud.member().identity());
  }

  @InteropTest(id = "0b1f2b9e-7c43-4f0c-9a55-1d2f63c7a8e4")
  @Claim("The domain of the token's project is visible and enabled")
  void domainOfTheProjectIsEnabled(Cloud cloud) {
    Project member = cloud.member();

    assertEnabled(member.session().projectDomainId(), member.identity());
  }

  private static void assertEnabled(String id, IdentityClient identity) {
    assertThat(identity.getDomain(id))
        .as("GET /v3/domains/%s", id)
        .isEqualTo(new IdentityClient.Domain(id, true));
  }
}
