package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertUnknown;
import static org.defcore.suite.ListClaims.assertRefused;
import static org.defcore.suite.network.RuleRequests.ingress;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.SecurityGroupRule;
import org.defcore.kit.Claim;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/**
 * Rules of security groups that cannot be or are not there; one that is made goes with its group.
 */
final class SecurityGroupRuleRefusalsConformance {

  @InteropTest(id = "5666968c-fff3-40d6-9efc-df1c8bd01abb")
  @Claim("A security group rule with an unknown ethertype is rejected with 400")
  void ethernetTypeHasToBeKnown(Cloud cloud) {
    Wanted rule = ingress(group(cloud), "udp").with("ethertype", "bad_ethertype");

    assertNotCreated(400, List.of(rule), cloud);
  }

  @InteropTest(id = "981bdc22-ce48-41ed-900a-73148b583958")
  @Claim("A security group rule with an unknown protocol is rejected with 400")
  void protocolHasToBeKnown(Cloud cloud) {
    assertNotCreated(400, List.of(ingress(group(cloud), "bad_protocol_name")), cloud);
  }

  @InteropTest(id = "5f8daf69-3c5f-4aaa-88c9-db1d66f68679")
  @Claim("A security group rule with an invalid remote IP prefix is rejected with 400")
  void rangeHasToBeOne(Cloud cloud) {
    Wanted rule = ingress(group(cloud), "tcp");

    assertNotCreated(
        400,
        Stream.of("192.168.1./24", "192.168.1.1/33", "bad_prefix", "256")
            .map(it -> rule.with("remote_ip_prefix", it))
            .toList(),
        cloud);
  }

  @InteropTest(id = "4bf786fd-2f02-443c-9716-5b98e159a49a")
  @Claim("A security group rule with an unknown remote group is rejected with 404")
  void otherGroupHasToExist(Cloud cloud) {
    Wanted rule = ingress(group(cloud), "tcp");

    assertNotCreated(
        404,
        Stream.of("bad_group_id", UUID.randomUUID())
            .map(it -> rule.with("remote_group_id", it))
            .toList(),
        cloud);
  }

  @InteropTest(id = "be308db6-a7cf-4d5c-9baf-71bafd73f35e")
  @Claim("A rule in an unknown security group is rejected with 404")
  void groupHasToExist(Cloud cloud) {
    Wanted rule =
        Wanted.nameless()
            .with("security_group_id", UUID.randomUUID())
            .with("direction", "ingress")
            .with("ethertype", "IPv4");

    assertNotCreated(404, List.of(rule), cloud);
  }

  /** Passes if each is refused, and their group has no other rules than before. */
  private static void assertNotCreated(int status, List<Wanted> wanted, Cloud cloud) {
    Resource<SecurityGroupRule> rules = cloud.member().network().securityGroupRules();
    Query ofGroup =
        Query.by("security_group_id", wanted.get(0).fields().path("security_group_id").asText());
    wanted.forEach(it -> assertRefused(status, () -> rules.create(it), rules, ofGroup));
  }

  @InteropTest(id = "4c094c09-000b-4e41-8100-9617600c02a6")
  @Claim("Reading an unknown security group rule returns 404")
  void unknownRuleCannotBeRead(Cloud cloud) {
    assertUnknown(cloud.member().network().securityGroupRules()::get);
  }

  @InteropTest(id = "0d9c7791-f2ad-4e2f-ac73-abf2373b0d2d")
  @Claim(
      "A security group rule with invalid ports or ICMP values is rejected with 400 and "
          + "Neutron's message")
  void impossibleRulesAreRefusedInFixedWords(Cloud cloud) {
    NetworkClient network = cloud.member().network();
    String group = group(cloud);

    for (ImpossibleRule rule : ImpossibleRule.ALL) {
      assertThat(network.requireRefusal(rule.in(group)))
          .as("message of POST /v2.0/security-group-rules with %s", rule)
          .contains(rule.words());
    }
  }

  private static String group(Cloud cloud) {
    return cloud.shared(SharedSecurityGroup.SHARED);
  }
}
