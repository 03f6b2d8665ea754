package org.defcore.guideline.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.defcore.OwnFiles;
import org.defcore.guideline.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedTestsTest {

  private static final String VERSIONS =
      "tempest.api.compute.test_versions.TestVersions.test_list_api_versions";
  private static final TestId ID = TestId.of("6c0a0990-43b6-4529-9b61-5fd8daf7c55c");
  private static final TestId OTHER = TestId.of("00000000-0000-4000-8000-000000000001");
  private static final KnownTests KNOWN =
      new KnownTests(
          List.of(OwnFiles.GUIDELINES.find("2020.06")),
          Map.of("tempest.x.T.test_twice", ID, "tempest.y.T.test_once", OTHER));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tempest.api.compute.test_versions.TestVersions.test_list_api_versions[id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c,smoke]
          tempest.api.compute.test_versions.TestVersions.test_list_api_versions[smoke,id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c] (dualstack)
          tempest.api.compute.test_versions.TestVersions.test_list_api_versions[smoke]
          tempest.api.compute.test_versions.TestVersions.test_list_api_versions
          ^tempest\\.api\\.compute\\.test_versions\\.TestVersions\\.test_list_api_versions$
          - tempest.api.compute.test_versions.TestVersions.test_list_api_versions
          - "tempest.api.compute.test_versions.TestVersions.test_list_api_versions"
          id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c
          6c0a0990-43b6-4529-9b61-5fd8daf7c55c
          """)
  void takesATestHoweverItIsWritten(String line) {
    ListedTests listed = read(line);

    assertThat(listed.unplaced()).isEmpty();
    assertThat(listed.tests()).containsExactly(Map.entry(ID, List.of(VERSIONS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tempest\\.api\\.compute.* | is a regular expression: list the tests that it takes, as tempest run --list-tests prints them
          tempest.api.compute.test_versions | is a class or a module with 1 known test: list each
          tempest.api.compute.test_versions.TestVersions | is a class or a module with 1 known test: list each
          tempest.api.compute.test_new.TestNew.test_it | no guideline knows the id of this name: write name[id-…]
          00000000-0000-4000-8000-000000000002 | no guideline has a name for this id: write name[id-…]
          tempest.api.compute.test_versions.TestVersions.test_list_api_versions[id-00000000-0000-4000-8000-000000000002] | its name belongs to id-6c0a0990-43b6-4529-9b61-5fd8daf7c55c
          {0} tempest.a.B.test_c ... ok | expected a test but found several words
          smoke | is no test's name
          """)
  void tellsWhyALineIsNoTest(String line, String why) {
    ListedTests listed = read(line, VERSIONS);

    assertThat(listed.tests()).hasSize(1);
    assertThat(listed.unplaced())
        .singleElement()
        .extracting(ListedTests.Unplaced::words)
        .isEqualTo("1: " + line + ": " + why);
  }

  @Test
  void countsLinesThatAreRepeated() {
    ListedTests listed = read(VERSIONS, VERSIONS + "[id-" + ID + "]", ID.toString());

    assertThat(listed.tests()).hasSize(1);
    assertThat(listed.names()).isOne();
    assertThat(listed.repeated()).isEqualTo(2);
  }

  @Test
  void joinsTheNamesOfAnIdAndRefusesASecondIdOfAName() {
    ListedTests listed =
        read(
            "tempest.a.B.test_old[id-" + OTHER + "]",
            "tempest.a.B.test_new[id-" + OTHER + "]",
            "tempest.a.B.test_new[id-" + OTHER + ",smoke]",
            "tempest.a.B.test_new[id-" + ID + "]");

    assertThat(listed.names()).isEqualTo(2);
    assertThat(listed.tests())
        .containsExactly(Map.entry(OTHER, List.of("tempest.a.B.test_old", "tempest.a.B.test_new")));
    assertThat(listed.unplaced())
        .extracting(ListedTests.Unplaced::why)
        .containsExactly("is listed as id-" + OTHER + " before");
  }

  @Test
  void readsALineOfAnyLength() {
    String name = "a.".repeat(200_000) + "b";

    assertThat(read(name + "[id-" + OTHER + "]", ".".repeat(200_000)).names()).isEqualTo(1);
    assertThat(NamedArea.of(name).capability()).isEqualTo("a");
  }

  @Test
  void nameOfTwoTestsNeedsTheId() {
    KnownTests ambiguous =
        new KnownTests(List.of(OwnFiles.GUIDELINES.find("2020.06")), Map.of(VERSIONS, OTHER));

    assertThat(ListedTests.of(lines(VERSIONS), ambiguous).unplaced())
        .extracting(ListedTests.Unplaced::why)
        .containsExactly(
            "is the name of id-%s and id-%s: write it with the id meant".formatted(OTHER, ID));
  }

  @ParameterizedTest
  @CsvSource({
    "tempest.api.compute.servers.test_server_tags.ServerTagsTestJSON.test_create_delete_tag, compute-servers-tags, nova",
    "tempest.api.compute.security_groups.test_security_groups_negative.N.test_x, compute-security-groups, nova",
    "tempest.api.volume.test_volumes_snapshots_list.V.test_x, volumes-v3-snapshots-list, cinder",
    "tempest.api.identity.v3.test_application_credentials.A.test_x, identity-v3-application-credentials, keystone",
    "tempest.api.identity.admin.v3.test_roles.R.test_x, identity-admin-v3-roles, keystone",
    "tempest.api.object_storage.test_healthcheck.H.test_x, objectstore-healthcheck, swift",
    "tempest.scenario.test_server_basic_ops.T.test_x, tempest-server-basic-ops, tempest",
    "heat_tempest_plugin.tests.api.test_heat_api.stacks.test_x, heat-api, heat",
    "barbican_tempest_plugin.tests.api.test_secrets.S.test_x, barbican-secrets, barbican",
  })
  void areaOfATestFollowsFromItsName(String test, String capability, String project) {
    assertThat(NamedArea.of(test)).isEqualTo(new NamedArea(capability, project));
  }

  private static ListedTests read(String... texts) {
    return ListedTests.of(lines(texts), KNOWN);
  }

  private static List<ListedTests.Line> lines(String... texts) {
    List<ListedTests.Line> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(new ListedTests.Line(lines.size() + 1, text));
    }
    return lines;
  }
}
