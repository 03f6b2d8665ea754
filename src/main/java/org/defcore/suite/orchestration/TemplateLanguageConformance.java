package org.defcore.suite.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.defcore.client.orchestration.TemplateFunction;
import org.defcore.client.orchestration.TemplateVersion;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Versions and functions of templates, and types of resources. */
final class TemplateLanguageConformance {

  private static final String TYPE = "OS::Heat::TestResource";
  private static final String VERSION = "heat_template_version.2016-04-08";

  @InteropTest(id = "5b4db88b-d171-4400-b7a7-a7dc8f597d31")
  @Claim("Resource types can be listed")
  void typesAreListed(Cloud cloud) {
    assertThat(cloud.member().orchestration().listResourceTypes())
        .as("resource_types in GET /resource_types")
        .isNotEmpty();
  }

  @InteropTest(id = "9f9a2fc0-f029-4d1f-a2eb-f019b9f75944")
  @Claim("The list of resource types includes OS::Heat::TestResource")
  void testResourceIsListed(Cloud cloud) {
    assertThat(cloud.member().orchestration().listResourceTypes())
        .as("resource_types in GET /resource_types")
        .contains(TYPE);
  }

  @InteropTest(id = "fafbdcd0-eec3-4e6f-9c88-1e4835d085cf")
  @Claim("OS::Heat::TestResource can be shown by its name")
  void testResourceIsShown(Cloud cloud) {
    assertField(shown(cloud), "/resource_type", TYPE);
  }

  @InteropTest(id = "cc05d1ef-17f1-430e-bea1-0f6766f7d0b4")
  @Claim("OS::Heat::TestResource is supported and shows 0 as the default of wait_secs")
  void testResourceHasItsSchema(Cloud cloud) {
    JsonNode shown = shown(cloud);

    assertField(shown, "/support_status/status", "SUPPORTED");
    assertThat(shown.at("/properties/wait_secs/default").numberValue())
        .as("default of wait_secs in GET /resource_types/%s", TYPE)
        .isEqualTo(0);
  }

  @InteropTest(id = "5a2164eb-645a-4245-acd7-b222a715fc09")
  @Claim("A HOT template can be generated from OS::Heat::TestResource")
  void templateIsGenerated(Cloud cloud) {
    JsonNode template = cloud.member().orchestration().getTemplateOf(TYPE);

    assertField(template, "/resources/TestResource/type", TYPE);
    assertThat(template.path("heat_template_version").asText())
        .as("heat_template_version in GET /resource_types/%s/template", TYPE)
        .matches("20\\d\\d-\\d\\d-\\d\\d");
  }

  @InteropTest(id = "cbc28c20-e740-43ef-a01b-b1a39f4a0db3")
  @Claim("HOT version 2016-04-08 is listed")
  void versionIsListed(Cloud cloud) {
    assertThat(cloud.member().orchestration().listTemplateVersions())
        .as("GET /template_versions")
        .contains(new TemplateVersion(VERSION, "hot"));
  }

  @InteropTest(id = "721ff23c-8527-480f-a090-1c915b4f8430")
  @Claim("HOT version 2016-04-08 has the function get_file with Heat's description")
  void functionIsListed(Cloud cloud) {
    assertThat(cloud.member().orchestration().listFunctions(VERSION))
        .as("GET /template_versions/%s/functions", VERSION)
        .contains(new TemplateFunction("get_file", "A function for including a file inline."));
  }

  private static JsonNode shown(Cloud cloud) {
    return cloud.member().orchestration().getResourceType(TYPE);
  }

  private static void assertField(JsonNode answer, String at, String value) {
    assertThat(answer.at(at).asText()).as("%s in the answer for %s", at, TYPE).isEqualTo(value);
  }
}
