package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Security groups and their rules as a client of the simulated cloud sees them. */
final class SecurityGroupsTest {

  private static final String GROUPS = "/network/v2.0/security-groups";
  private static final String RULES = "/network/v2.0/security-group-rules";

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.atOnce();

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private final Client client = new Client(cloud);

  @Test
  void newGroupLetsEverythingOutAndNothingIn() throws Exception {
    JsonNode group = create("web");

    assertThat(group.path("security_group_rules").findValuesAsText("direction"))
        .containsExactly("egress", "egress");
    assertThat(group.path("security_group_rules").findValuesAsText("ethertype"))
        .containsExactlyInAnyOrder("IPv4", "IPv6");
    assertThat(show(group)).isEqualTo(group);
    assertThat(cloud.resources()).containsExactly("security-group " + id(group) + " web");
  }

  @Test
  void everyProjectBeginsWithAGroupThatCannotBeRemoved() throws Exception {
    JsonNode groups = get(GROUPS).path("security_groups");

    assertThat(groups).hasSize(1);
    assertThat(groups.findValuesAsText("name")).containsExactly("default");
    assertThat(groups.at("/0/security_group_rules")).hasSize(4);
    HttpResponse<byte[]> refused = send("DELETE", GROUPS + "/" + id(groups.get(0)));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(fault(refused)).startsWith("SecurityGroupCannotRemoveDefault: ");
  }

  @Test
  void groupIsSeenByItsProjectAlone() throws Exception {
    JsonNode group = create("web");

    HttpResponse<byte[]> seen =
        client.send("GET", GROUPS + "/" + id(group), client.token("demo-alt", "secret"));

    assertThat(seen.statusCode()).isEqualTo(404);
    assertThat(fault(seen))
        .isEqualTo("SecurityGroupNotFound: Security group " + id(group) + " does not exist");
  }

  @Test
  void ruleChangesItsGroupAndGoesWithIt() throws Exception {
    JsonNode group = create("web");
    clock.pass(Duration.ofSeconds(5));

    HttpResponse<byte[]> made =
        rule(
            group,
            "\"protocol\": \"TCP\", \"port_range_min\": \"22\"," + " \"port_range_max\": 23");

    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode rule = Client.body(made).path("security_group_rule");
    assertThat(rule.path("protocol").asText()).isEqualTo("tcp");
    assertThat(rule.path("port_range_min").isInt()).isTrue();
    JsonNode changed = show(group);
    assertThat(changed.path("revision_number").asInt())
        .isEqualTo(group.path("revision_number").asInt() + 1);
    assertThat(changed.path("updated_at").asText()).isEqualTo("2026-01-31T12:00:05Z");
    assertThat(changed.path("created_at")).isEqualTo(group.path("created_at"));
    assertThat(rules(group)).hasSize(3);
    assertThat(send("DELETE", GROUPS + "/" + id(group)).statusCode()).isEqualTo(204);
    assertThat(rules(group)).isEmpty();
    assertThat(cloud.resources()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "tcp"  | -16  | 80    | SecurityGroupInvalidPortValue: Invalid value for port -16
          "tcp"  | 80   | 79    | SecurityGroupInvalidPortRange: For TCP/UDP protocols, port_range_min must be <= port_range_max
          "tcp"  | 80   | 65536 | SecurityGroupInvalidPortValue: Invalid value for port 65536
          "tcp"  | null | 6     | SecurityGroupInvalidPortRange: For TCP/UDP protocols, port_range_min must be <= port_range_max
          "tcp"  | -16  | 65536 | SecurityGroupInvalidPortValue: Invalid value for port -16
          "icmp" | 1    | 256   | SecurityGroupInvalidIcmpValue: Invalid value for ICMP code (port_range_max) 256. It must be 0 to 255.
          "icmp" | -1   | 25    | SecurityGroupInvalidPortValue: Invalid value for port -1
          "icmp" | null | 6     | SecurityGroupMissingIcmpType: ICMP code (port-range-max) 6 is provided but ICMP type (port-range-min) is missing.
          "icmp" | 300  | 1     | SecurityGroupInvalidIcmpValue: Invalid value for ICMP type (port_range_min) 300. It must be 0 to 255.
          "tcp"  | 0    | 1     | SecurityGroupInvalidPortValue: Invalid value for port 0
          "udp"  | "x"  | 1     | SecurityGroupInvalidPortValue: Invalid value for port x
          "ah"   | 1    | 2     | SecurityGroupInvalidProtocolForPort: Ports cannot be specified for protocol 51. Ports are only supported for DCCP, SCTP, TCP, UDP, UDPLITE.
          null   | 1    | 2     | SecurityGroupProtocolRequiredWithPorts: Must also specify protocol if port range is given.
          "58"   | null | null  | SecurityGroupEthertypeConflictWithProtocol: Invalid ethertype IPv4 for protocol 58.
          """)
  void refusesAnImpossibleRuleInTheWordsOfTheRealOne(
      String protocol, String from, String to, String reason) throws Exception {
    JsonNode group = create("web");

    HttpResponse<byte[]> refused =
        rule(
            group,
            "\"protocol\": %s, \"port_range_min\": %s, \"port_range_max\": %s"
                .formatted(protocol, from, to));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(fault(refused)).isEqualTo(reason);
    assertThat(show(group)).isEqualTo(group);
  }

  @Test
  void twoNamesOfOneProtocolAreOneRule() throws Exception {
    JsonNode group = create("web");
    JsonNode first = Client.body(rule(group, "\"protocol\": \"tcp\""));

    HttpResponse<byte[]> again = rule(group, "\"protocol\": 6");

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(fault(again))
        .isEqualTo(
            "SecurityGroupRuleExists: Security group rule already exists. Rule id is "
                + first.at("/security_group_rule/id").asText()
                + ".");
  }

  @Test
  void groupThatARuleNamesHasToBeThereWhateverItsIdLooksLike() throws Exception {
    JsonNode nobody = JsonNodeFactory.instance.objectNode().put("id", "bad_group_id");

    HttpResponse<byte[]> ofNobody = rule(nobody, "\"protocol\": \"tcp\"");
    HttpResponse<byte[]> fromNobody = rule(create("web"), "\"remote_group_id\": \"bad_group_id\"");

    for (HttpResponse<byte[]> refused : List.of(ofNobody, fromNobody)) {
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(fault(refused))
          .isEqualTo("SecurityGroupNotFound: Security group bad_group_id does not exist");
    }
  }

  @Test
  void allPortsAreKeptAsNone() throws Exception {
    JsonNode made =
        Client.body(
            rule(
                create("web"),
                "\"protocol\": \"tcp\", \"port_range_min\": 1, \"port_range_max\": 65535"));

    assertThat(made.at("/security_group_rule/port_range_min").isNull()).isTrue();
    assertThat(made.at("/security_group_rule/port_range_max").isNull()).isTrue();
  }

  @Test
  void moreGroupsThanTheQuotaSaysAreRefused() throws Exception {
    String project = Client.body(client.login("demo", "secret")).at("/token/project/id").asText();
    int most = get("/network/v2.0/quotas/" + project).at("/quota/security_group").asInt();
    for (int i = 1; i < most; i++) {
      create("web");
    }

    HttpResponse<byte[]> refused = post("web");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(fault(refused))
        .isEqualTo("OverQuota: Quota exceeded for resources: ['security_group'].");
  }

  private JsonNode create(String name) throws Exception {
    HttpResponse<byte[]> made = post(name);
    assertThat(made.statusCode()).as(Client.text(made)).isEqualTo(201);
    return Client.body(made).path("security_group");
  }

  private HttpResponse<byte[]> post(String name) throws Exception {
    String body = "{\"security_group\": {\"name\": \"" + name + "\"}}";
    return client.json("POST", GROUPS, client.token("demo", "secret"), body);
  }

  private HttpResponse<byte[]> rule(JsonNode group, String fields) throws Exception {
    String body =
        "{\"security_group_rule\": {\"security_group_id\": \"%s\", \"direction\": \"ingress\", %s}}"
            .formatted(id(group), fields);
    return client.json("POST", RULES, client.token("demo", "secret"), body);
  }

  private HttpResponse<byte[]> send(String method, String path) throws Exception {
    return client.send(method, path, client.token("demo", "secret"));
  }

  private JsonNode get(String path) throws Exception {
    return Client.body(send("GET", path));
  }

  private JsonNode show(JsonNode group) throws Exception {
    return get(GROUPS + "/" + id(group)).path("security_group");
  }

  private JsonNode rules(JsonNode group) throws Exception {
    return get(RULES + "?security_group_id=" + id(group)).path("security_group_rules");
  }

  private static String id(JsonNode group) {
    return group.path("id").asText();
  }

  private static String fault(HttpResponse<byte[]> refused) throws Exception {
    JsonNode fault = Client.body(refused).path("NeutronError");
    return fault.path("type").asText() + ": " + fault.path("message").asText();
  }
}
