package org.defcore.suite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.defcore.client.ClientTrial;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.Wanted;
import org.defcore.client.network.SecurityGroupRule;
import org.defcore.http.json.Envelope;
import org.junit.jupiter.api.Test;

class ResourceClaimsTest {

  private static final ClientTrial<Resource<SecurityGroupRule>> RULES =
      ClientTrial.of(
          it ->
              new Resource<>(
                  it,
                  new ResourceCalls(
                      "/rules",
                      "rule",
                      "rules",
                      new ResourceCalls.Statuses(201, 200, 204),
                      Envelope.CLOSED),
                  SecurityGroupRule.class),
          "");

  private static final SecurityGroupRule TCP = rule(Optional.of("tcp"), Optional.of(22));

  private static final String SHOWN =
      """
      {"rule": {"id": "r1", "security_group_id": "g1", "direction": "ingress", "ethertype": "IPv4",
       "protocol": null, "port_range_min": 23, "port_range_max": null, "remote_ip_prefix": null,
       "remote_group_id": null}}
      """;

  private static SecurityGroupRule rule(Optional<String> protocol, Optional<Integer> from) {
    return new SecurityGroupRule(
        "r1",
        "g1",
        "ingress",
        "IPv4",
        protocol,
        from,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void answerMayHaveMoreThanWasAskedFor() {
    Wanted wanted =
        Wanted.nameless().with("protocol", "tcp").with("port_range_max", Optional.empty());

    onRules(it -> ResourceClaims.assertFields("POST /rules", it, wanted, TCP));
  }

  @Test
  void everyFieldThatDiffersIsNamedWithBothValues() {
    Wanted wanted =
        Wanted.nameless()
            .with("protocol", "udp")
            .with("port_range_min", 22)
            .with("port_range_max", 23);

    assertThatThrownBy(
            () -> onRules(it -> ResourceClaims.assertFields("POST /rules", it, wanted, TCP)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "POST /rules: /protocol: expected \"udp\" but found \"tcp\";"
                + " /port_range_max: expected 23 but found null");
  }

  @Test
  void resourceIsShownInAllFields() {
    assertThatThrownBy(() -> onRules(it -> ResourceClaims.assertShows(it, TCP)))
        .hasMessage(
            "GET /rules/r1: /protocol: expected \"tcp\" but found null;"
                + " /port_range_min: expected 22 but found 23");
  }

  @Test
  void resourceIsShownWithItsId() {
    Wanted from = Wanted.nameless().with("port_range_min", 23);

    onRules(it -> ResourceClaims.assertShows(it, "r1", from));
    assertThatThrownBy(() -> onRules(it -> ResourceClaims.assertShows(it, "r2", from)))
        .hasMessage("GET /rules/r2: /id: expected \"r2\" but found \"r1\"");
  }

  @Test
  void changeChangesNothingElse() {
    Wanted changes = Wanted.nameless().with("port_range_min", 23);

    onRules(
        it -> ResourceClaims.assertChanges(it, rule(Optional.empty(), Optional.of(22)), changes));
    assertThatThrownBy(() -> onRules(it -> ResourceClaims.assertChanges(it, TCP, changes)))
        .hasMessage("PUT /rules/r1: /protocol: expected \"tcp\" but found null");
  }

  @Test
  void elementsAndInnerFieldsAreNamedByTheirPlace() {
    Map<String, Object> expected = Map.of("list", List.of(1, 2), "same", 3, "in", Map.of("a/b", 4));
    Map<String, Object> found =
        Map.of("list", List.of(1), "same", 3, "in", Map.of("a/b", 5, "c", Optional.empty()));

    assertThatThrownBy(() -> ResourceClaims.assertSame("GET /x", expected, found, "other"))
        .hasMessageContaining("/list/1: expected 2 but found nothing")
        .hasMessageContaining("/in/a~1b: expected 4 but found 5")
        .hasMessageContaining("/in/c: expected nothing but found null")
        .hasMessageNotContaining("/same");
    ResourceClaims.assertSame("GET /x", expected, found, "list", "in");
  }

  private static void onRules(Consumer<Resource<SecurityGroupRule>> claim) {
    RULES.reads(
        200,
        SHOWN,
        it -> {
          claim.accept(it);
          return it;
        });
  }
}
