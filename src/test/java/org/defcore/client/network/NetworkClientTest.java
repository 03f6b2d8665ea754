package org.defcore.client.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.Query;
import org.defcore.client.RecordSample;
import org.defcore.client.Variation;
import org.defcore.client.Wanted;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkClientTest {

  private static final String VERSIONS =
      """
      {"versions": [{"id": "v2.0", "status": "CURRENT", "extra": 1,
        "links": [{"rel": "self", "href": "http://n/v2.0/"}]}]}
      """;

  private static final String GROUP =
      """
      {"security_group": {"id": "g1", "name": "web", "description": "", "stateful": true,
        "updated_at": "2026-01-31T12:00:00Z", "revision_number": 1, "security_group_rules": [
          {"id": "r2", "security_group_id": "g1", "direction": "egress", "ethertype": "IPv4",
           "protocol": null, "port_range_min": null, "port_range_max": null,
           "remote_ip_prefix": null, "remote_group_id": null, "tags": []},
          {"id": "r1", "security_group_id": "g1", "direction": "ingress", "ethertype": "IPv4",
           "protocol": "tcp", "port_range_min": 22, "port_range_max": 23,
           "remote_ip_prefix": "10.0.0.0/8", "remote_group_id": null}]}}
      """;

  private static final String FAULT =
      """
      {"NeutronError": {"type": "Bad", "message": "Port -16 is none.", "detail": ""}}
      """;

  private static final Wanted BACKWARDS =
      Wanted.nameless().with("security_group_id", "g1").with("port_range_min", 80);

  private static final ClientTrial<NetworkClient> CLIENT =
      ClientTrial.of(NetworkClient::new, "/network");

  @Test
  void listsTheVersionsOfTheRootDocument() {
    String two =
        VERSIONS.replace("[{\"id", "[{\"id\": \"v9\", \"status\": \"\", \"links\": []}, {\"id");
    Asked asked = CLIENT.sends(200, VERSIONS, NetworkClient::listVersions);

    assertThat(asked.line()).isEqualTo("GET /network/");
    assertThat(asked.headers()).containsEntry("x-auth-token", "token-of-the-user");
    List<NetworkApiVersion> versions = CLIENT.reads(200, two, NetworkClient::listVersions);
    assertThat(versions).extracting(NetworkApiVersion::id).containsExactlyInAnyOrder("v2.0", "v9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /versions/0/id     | absent | id
          /versions/0/links  | absent | links
          /versions/0/status | absent | status
          /extra             | "text" | /extra: expected no such field
          /extra             | []     | /extra: expected no such field
          /versions          | absent | versions
          """)
  void refusesAVersionDocumentThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    CLIENT.refuses(
        200, Variation.of(VERSIONS, pointer, value), NetworkClient::listVersions, reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/network", "/network/v2.0"})
  void callsResourcesBelowTheVersionWhetherOrNotTheCatalogueHasIt(String base) {
    ClientTrial<NetworkClient> client = ClientTrial.of(NetworkClient::new, base);

    assertThat(
            client
                .sends(201, GROUP, it -> it.securityGroups().create(Map.of("name", "web")))
                .line())
        .isEqualTo("POST /network/v2.0/security-groups");
    assertThat(client.sends(204, "", it -> it.securityGroupRules().delete("r1")).line())
        .isEqualTo("DELETE /network/v2.0/security-group-rules/r1");
  }

  @TestFactory
  Stream<DynamicTest> holdsASubnetPoolToTheRuleOf() {
    return new RecordSample(
            """
            {"subnetpool": {"id": "s1", "name": "pool", "prefixes": ["10.0.0.0/16"]}}
            """,
            "/subnetpool",
            "GET /v2.0/subnetpools/s1",
            CLIENT.reading(200, it -> it.subnetPools().get("s1")))
        .holds(
            SubnetPool.class,
            """
            id       | REQUIRED | 1
            name     | REQUIRED | 1
            prefixes | REQUIRED | {}
            """);
  }

  @Test
  void readsTheRulesOfAGroupInTheOrderOfTheirIds() {
    SecurityGroup group = CLIENT.reads(200, GROUP, it -> it.securityGroups().get("g1"));

    assertThat(group.revision()).contains(1L);
    assertThat(group.rules()).extracting(SecurityGroupRule::id).containsExactly("r1", "r2");
    assertThat(group.rules().get(1).protocol()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> holdsAGroupToTheRuleOf() {
    return sample("/security_group")
        .holds(
            SecurityGroup.class,
            """
            id                   | REQUIRED | 1
            name                 | REQUIRED | 1
            description          | REQUIRED | 1
            security_group_rules | REQUIRED | {}
            updated_at           | EITHER   | "now"
            revision_number      | EITHER   | "1"
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsARuleToTheRuleOf() {
    return sample("/security_group/security_group_rules/1")
        .holds(
            SecurityGroupRule.class,
            """
            id                | REQUIRED | 1
            security_group_id | REQUIRED | 1
            direction         | REQUIRED | 1
            ethertype         | REQUIRED | 1
            protocol          | NULLABLE | 1
            port_range_min    | NULLABLE | "22"
            port_range_max    | NULLABLE | "23"
            remote_ip_prefix  | NULLABLE | 1
            remote_group_id   | NULLABLE | 1
            """);
  }

  private static RecordSample sample(String at) {
    return new RecordSample(
        GROUP,
        at,
        "GET /v2.0/security-groups/g1",
        CLIENT.reading(200, it -> it.securityGroups().get("g1")));
  }

  @Test
  void listsTheRulesOfOneGroup() {
    assertThat(
            CLIENT
                .sends(
                    200,
                    "{\"security_group_rules\": []}",
                    it -> it.securityGroupRules().list(Query.by("security_group_id", "g 1")))
                .line())
        .isEqualTo("GET /network/v2.0/security-group-rules?security_group_id=g%201");
  }

  @Test
  void givesTheMessageOfARefusalInWhateverWords() {
    Asked asked = CLIENT.sends(400, FAULT, it -> it.requireRefusal(BACKWARDS));

    assertThat(asked.line()).isEqualTo("POST /network/v2.0/security-group-rules");
    assertThat(asked.body())
        .isEqualTo(
            "{\"security_group_rule\":{\"security_group_id\":\"g1\",\"port_range_min\":80}}");
    assertThat(CLIENT.<String>reads(400, FAULT, it -> it.requireRefusal(BACKWARDS)))
        .isEqualTo("Port -16 is none.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"NeutronError\": {\"type\": \"Bad\", \"message\": \" \"}}",
        "{\"NeutronError\": {\"type\": \"Bad\"}}",
        "{\"NeutronError\": \"Port -16 is none.\"}",
        "{\"message\": \"Port -16 is none.\"}",
        "[]"
      })
  void takesNoRefusalWithoutAFault(String body) {
    CLIENT.refuses(
        400,
        body,
        it -> it.requireRefusal(BACKWARDS),
        "POST /v2.0/security-group-rules: expected a fault with a message but found another body");
  }

  @Test
  void takesNoRefusalWithMoreThanAFault() {
    CLIENT.refuses(
        400,
        "{\"a\": {\"message\": \"b\"}, \"c\": {}}",
        it -> it.requireRefusal(BACKWARDS),
        "POST /v2.0/security-group-rules: /c: expected no such field but found an object");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 404, 409, 422, 500})
  void takesNoOtherRefusalThan400(int status) {
    CLIENT.refuses(
        status, FAULT, it -> it.requireRefusal(BACKWARDS), "expected 400 but found " + status);
  }
}
