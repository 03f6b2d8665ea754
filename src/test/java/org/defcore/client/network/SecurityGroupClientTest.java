package org.defcore.client.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.defcore.client.CannedService;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupClientTest {

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
  private static final String RULES =
      """
      {"security_group_rules": [
          {"id": "r1", "security_group_id": "g1", "direction": "ingress", "ethertype": "IPv4",
           "protocol": "tcp", "port_range_min": 22, "port_range_max": 23,
           "remote_ip_prefix": "10.0.0.0/8", "remote_group_id": null, "standard_attr_id": 9}]}
      """;
  private static final String FAULT =
      """
      {"NeutronError": {"type": "Bad", "message": "Port -16 is none.", "detail": ""}}
      """;

  @Test
  void createsAGroupBelowTheVersionWhetherOrNotTheCatalogueHasIt() throws IOException {
    for (String base : List.of("/network", "/network/v2.0")) {
      try (CannedService service = CannedService.answering(201, GROUP)) {
        SecurityGroup made = new SecurityGroupClient(service.endpoint(base)).createGroup("web");

        assertThat(made.id()).isEqualTo("g1");
        assertThat(service.onlyRequest().line()).isEqualTo("POST /network/v2.0/security-groups");
        assertThat(service.onlyRequest().body())
            .isEqualTo("{\"security_group\":{\"name\":\"web\"}}");
      }
    }
  }

  @Test
  void readsAGroupWithItsRulesById() throws IOException {
    try (CannedService service = CannedService.answering(200, GROUP)) {
      SecurityGroup group = new SecurityGroupClient(service.endpoint("")).getGroup("g1");

      assertThat(service.onlyRequest().line()).isEqualTo("GET /v2.0/security-groups/g1");
      assertThat(group.revision()).contains(1L);
      assertThat(group.rules()).extracting(SecurityGroupRule::id).containsExactly("r1", "r2");
      assertThat(group.rules().get(1).protocol()).isEmpty();
    }
  }

  @Test
  void listsTheRulesOfOneGroup() throws IOException {
    try (CannedService service = CannedService.answering(200, RULES)) {
      List<SecurityGroupRule> rules =
          new SecurityGroupClient(service.endpoint("")).listRules("g 1");

      assertThat(service.onlyRequest().line())
          .isEqualTo("GET /v2.0/security-group-rules?security_group_id=g%201");
      assertThat(rules)
          .containsExactly(
              new SecurityGroupRule(
                  "r1",
                  "g1",
                  "ingress",
                  "IPv4",
                  Optional.of("tcp"),
                  Optional.of(22),
                  Optional.of(23),
                  Optional.of("10.0.0.0/8"),
                  Optional.empty()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /security_group/id                                    | absent | id
          /security_group/description                           | null   | description
          /security_group/updated_at                            | "now"  | ISO 8601
          /security_group/security_group_rules                  | absent | security_group_rules
          /security_group/security_group_rules/0/direction      | absent | direction
          /security_group/security_group_rules/0/port_range_min | absent | port_range_min
          /security_group/security_group_rules/1/port_range_max | "23"   | port_range_max
          """)
  void refusesAGroupThatDiffersIn(String pointer, String value, String reason) throws IOException {
    try (CannedService service =
        CannedService.answering(200, Variation.of(GROUP, pointer, value))) {
      assertThatThrownBy(() -> new SecurityGroupClient(service.endpoint("")).getGroup("g1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("GET /v2.0/security-groups/g1")
          .hasMessageContaining(reason);
    }
  }

  @Test
  void takesARefusalInWhateverWords() throws IOException {
    try (CannedService service = CannedService.answering(400, FAULT)) {
      SecurityGroupClient groups = new SecurityGroupClient(service.endpoint(""));

      assertThatCode(() -> groups.requireRefusal("g1", PortRule.of("tcp", -16, 80)))
          .doesNotThrowAnyException();
      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2.0/security-group-rules");
      assertThat(service.onlyRequest().body())
          .isEqualTo(
              "{\"security_group_rule\":{\"security_group_id\":\"g1\",\"direction\":\"ingress\","
                  + "\"ethertype\":\"IPv4\",\"protocol\":\"tcp\",\"port_range_min\":-16,"
                  + "\"port_range_max\":80}}");
    }
  }

  @Test
  void sendsNothingForThePortThatARuleLacks() throws IOException {
    try (CannedService service = CannedService.answering(400, FAULT)) {
      new SecurityGroupClient(service.endpoint("")).requireRefusal("g1", PortRule.upTo("icmp", 6));

      assertThat(service.onlyRequest().body())
          .contains("\"port_range_min\":null,\"port_range_max\":6");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"NeutronError\": {\"type\": \"Bad\", \"message\": \" \"}}",
        "{\"NeutronError\": {\"type\": \"Bad\"}}",
        "{\"NeutronError\": \"Port -16 is none.\"}",
        "{\"message\": \"Port -16 is none.\"}",
        "{\"a\": {\"message\": \"b\"}, \"c\": {}}",
        "[]"
      })
  void refusesARefusalWithoutAFault(String body) throws IOException {
    try (CannedService service = CannedService.answering(400, body)) {
      assertThatThrownBy(
              () ->
                  new SecurityGroupClient(service.endpoint(""))
                      .requireRefusal("g1", PortRule.of("tcp", 80, 79)))
          .hasMessageContaining(
              "POST /v2.0/security-group-rules: expected a fault with a message but found another"
                  + " body");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 404, 409, 422, 500})
  void refusesAnyOtherStatusThan400(int status) throws IOException {
    try (CannedService service = CannedService.answering(status, FAULT)) {
      assertThatThrownBy(
              () ->
                  new SecurityGroupClient(service.endpoint(""))
                      .requireRefusal("g1", PortRule.of("tcp", 80, 79)))
          .hasMessageContaining("expected 400 but found " + status);
    }
  }
}
