package org.defcore.suite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.defcore.kit.Role.MEMBER;

import java.util.List;
import java.util.Locale;
import org.defcore.client.identity.IdentityApiVersion;
import org.defcore.client.identity.IdentityApiVersion.MediaType;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** The document that identity v3 gives about itself. */
final class VersionDocumentConformance {

  @InteropTest(
      id = "b9232f5e-d9e5-4d97-b96c-28d3db4de1bd",
      claim =
          "The identity v3 version document has an id, links, media types, a status and a time"
              + " of update")
  void documentHasTheStandardFields(Cloud cloud) {
    IdentityApiVersion version = cloud.as(MEMBER).identity().getVersion();

    assertThat(version.id()).as("version.id in GET /v3").isPresent();
    assertThat(version.links()).as("version.links in GET /v3").isPresent();
    assertThat(version.mediaTypes()).as("version.media-types in GET /v3").isPresent();
    assertThat(version.status()).as("version.status in GET /v3").isPresent();
    assertThat(version.updated()).as("version.updated in GET /v3").isPresent();
  }

  @InteropTest(
      id = "657c1970-4722-4189-8831-7325f3bc4265",
      claim = "The identity v3 version document announces the JSON media type of v3")
  void documentAnnouncesTheMediaTypeOfV3(Cloud cloud) {
    IdentityApiVersion version = cloud.as(MEMBER).identity().getVersion();

    assertThat(version.mediaTypes().stream().flatMap(List::stream))
        .as("version.media-types in GET /v3")
        .contains(new MediaType("application/json", "application/vnd.openstack.identity-v3+json"));
  }

  @InteropTest(
      id = "8879a470-abfb-47bb-bb8d-5a7fd279ad1e",
      claim = "The identity v3 version document has one of the known statuses")
  void documentHasAKnownStatus(Cloud cloud) {
    IdentityApiVersion version = cloud.as(MEMBER).identity().getVersion();

    assertThat(version.status().map(it -> it.toLowerCase(Locale.ROOT)))
        .as("version.status in GET /v3")
        .get(STRING)
        .isIn("current", "stable", "experimental", "supported", "deprecated");
  }
}
