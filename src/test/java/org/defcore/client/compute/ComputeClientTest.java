package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeClientTest {

  private static final String VERSIONS =
      """
      {"versions": [
        {"id": "v2.0", "status": "SUPPORTED", "version": "", "min_version": "",
         "updated": "2011-01-21T11:33:21Z",
         "links": [{"rel": "self", "href": "http://c/v2/", "type": "text/html"}],
         "media-types": [{"base": "application/json", "type": "application/x"}]},
        {"id": "v2.1", "status": "CURRENT", "updated": "2013-07-23T11:33:21Z", "links": []}]}
      """;

  private static final String ZONES =
      """
      {"availabilityZoneInfo": [
        {"zoneName": "nova", "zoneState": {"available": true}, "hosts": null}]}
      """;

  private static final String FLAVORS =
      """
      {"flavors": [{"id": "1", "name": "tiny", "links": [{"rel": "self", "href": "http://c/1"}]}]}
      """;

  private static final String FLAVOR =
      """
      {"flavor": {"id": "1", "name": "tiny", "ram": 512, "disk": 1, "swap": "", "vcpus": 1,
        "OS-FLV-EXT-DATA:ephemeral": 0, "OS-FLV-DISABLED:disabled": false,
        "os-flavor-access:is_public": true, "rxtx_factor": 1.0,
        "links": [{"rel": "self", "href": "http://c/1"}]}}
      """;

  private static final String QUOTAS =
      """
      {"quota_set": {"id": "p1", "cores": 20, "fixed_ips": -1, "floating_ips": -1,
        "injected_file_content_bytes": 10240, "injected_file_path_bytes": 255,
        "injected_files": 5, "instances": 10, "key_pairs": 100, "metadata_items": 128,
        "ram": 51200, "security_group_rules": -1, "security_groups": -1,
        "server_group_members": 10, "server_groups": 10}}
      """;

  @Test
  void listsVersionsWithoutATokenFromAboveTheVersion() throws IOException {
    try (CannedService service = CannedService.answering(200, VERSIONS)) {
      ComputeClient compute = new ComputeClient(service.endpoint("/compute/v2.1/p1"));

      assertThat(compute.listVersions()).extracting(ApiVersion::id).containsExactly("v2.0", "v2.1");

      assertThat(service.onlyRequest().line()).isEqualTo("GET /compute/");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("x-auth-token");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                 | 1            | extra
          /versions              | absent       | versions
          /versions/0/id         | absent       | id
          /versions/0/id         | 2            | id
          /versions/0/extra      | 1            | extra
          /versions/0/status     | null         | status
          /versions/0/updated    | "2011"       | expected an ISO 8601 time but found "2011"
          /versions/0/version    | 2            | version
          /versions/0/version    | null         | version
          /versions/0/links/0/type | null       | type
          /versions/0/links/0/href  | absent    | href
          /versions/0/links/0/extra | 1         | extra
          """)
  void refusesAVersionListThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(200, Variation.of(VERSIONS, pointer, value), ComputeClient::listVersions, reason);
  }

  @Test
  void listsZones() throws IOException {
    assertThat(given(200, ZONES, ComputeClient::listAvailabilityZones))
        .extracting(AvailabilityZone::zoneName)
        .containsExactly("nova");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                                      | 1      | extra
          /availabilityZoneInfo/0/zoneName            | absent | zoneName
          /availabilityZoneInfo/0/zoneState/available | "true" | available
          /availabilityZoneInfo/0/zoneState/available | null   | available
          /availabilityZoneInfo/0/zoneState/extra     | 1      | extra
          /availabilityZoneInfo/0/hosts               | absent | hosts
          /availabilityZoneInfo/0/hosts               | {}     | hosts: expected null but found {}
          /availabilityZoneInfo/0/extra               | 1      | extra
          """)
  void refusesAZoneListThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(200, Variation.of(ZONES, pointer, value), ComputeClient::listAvailabilityZones, reason);
  }

  @Test
  void summarisesAFlavorAsTheBriefListDoes() throws IOException {
    Flavor flavor = given(200, FLAVOR, it -> it.getFlavor("1"));

    assertThat(given(200, FLAVORS, ComputeClient::listFlavors)).containsExactly(flavor.summary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /flavors_links | [{"rel": "next", "href": "http://c/flavors?marker=1"}]
          """)
  void takesABriefListThatGoesOn(String pointer, String value) throws IOException {
    assertThat(given(200, Variation.of(FLAVORS, pointer, value), ComputeClient::listFlavors))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra           | 1      | extra
          /flavors/0/name  | absent | name
          /flavors/0/ram   | 512    | ram
          /flavors/0/links/0/rel   | absent | rel
          /flavors/0/links/0/type  | "x"    | type
          """)
  void refusesABriefFlavorListThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(200, Variation.of(FLAVORS, pointer, value), ComputeClient::listFlavors, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /flavor/swap                       | 512
          /flavor/rxtx_factor                | 1
          /flavor/rxtx_factor                | absent
          /flavor/os-flavor-access:is_public | absent
          /flavor/OS-FLV-DISABLED:disabled   | absent
          /flavor/OS-FLV-EXT-DATA:ephemeral  | absent
          """)
  void takesAFlavorThatDiffersIn(String pointer, String value) throws IOException {
    Flavor flavor = given(200, Variation.of(FLAVOR, pointer, value), it -> it.getFlavor("1"));

    assertThat(flavor.id()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /flavor/id          | 1        | id
          /flavor/ram         | "512"    | ram
          /flavor/ram         | 512.5    | ram
          /flavor/vcpus       | absent   | vcpus
          /flavor/disk        | null     | disk
          /flavor/swap        | absent   | swap
          /flavor/swap        | true     | swap: expected an integer or a text but found true
          /flavor/rxtx_factor | "1.0"    | rxtx_factor
          /flavor/rxtx_factor | null     | rxtx_factor
          /flavor/os-flavor-access:is_public | "true" | is_public
          /flavor/description | null     | description
          /flavor/extra_specs | {}       | extra_specs
          """)
  void refusesAFlavorThatDiffersIn(String pointer, String value, String reason) throws IOException {
    String body = Variation.of(FLAVOR, pointer, value);
    refuses(200, body, it -> it.getFlavor("1"), reason);
    String list =
        "{\"flavors\": [" + body.substring("{\"flavor\":".length(), body.length() - 1) + "]}";
    refuses(200, list, ComputeClient::listFlavorsInDetail, reason);
  }

  @Test
  void asksForTheQuotasOfAProjectOfAUserAndForTheDefaults() throws IOException {
    try (CannedService service = CannedService.answering(200, QUOTAS)) {
      ComputeClient compute = new ComputeClient(service.endpoint("/v2.1"));

      assertThat(compute.getQuotas("p1").serverGroups()).contains(10L);
      assertThat(compute.getQuotas("p1", "u1").id()).isEqualTo("p1");
      assertThat(compute.getDefaultQuotas("p1").id()).isEqualTo("p1");

      assertThat(service.asked())
          .extracting(CannedService.Asked::line)
          .containsExactly(
              "GET /v2.1/os-quota-sets/p1",
              "GET /v2.1/os-quota-sets/p1?user_id=u1",
              "GET /v2.1/os-quota-sets/p1/defaults");
      assertThat(service.asked().get(0).headers())
          .containsEntry("x-auth-token", "token-of-the-user")
          .doesNotContainKey("openstack-api-version");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /quota_set/id            | absent | id
          /quota_set/cores         | absent | cores
          /quota_set/cores         | "20"   | cores
          /quota_set/fixed_ips     | absent | fixed_ips
          /quota_set/injected_files | absent | injected_files
          /quota_set/gpus          | 1      | gpus
          /quota_set/server_groups | null   | server_groups
          """)
  void refusesAQuotaSetThatDiffersIn(String pointer, String value, String reason)
      throws IOException {
    refuses(200, Variation.of(QUOTAS, pointer, value), it -> it.getQuotas("p1"), reason);
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() throws IOException {
    refuses(203, ZONES, ComputeClient::listAvailabilityZones, "expected 200 but found 203");
  }

  private static <T> T given(int status, String body, Function<ComputeClient, T> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body, Map.of())) {
      return call.apply(new ComputeClient(service.endpoint("/v2.1")));
    }
  }

  private static void refuses(
      int status, String body, Function<ComputeClient, ?> call, String reason) {
    assertThatThrownBy(() -> given(status, body, call))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }
}
