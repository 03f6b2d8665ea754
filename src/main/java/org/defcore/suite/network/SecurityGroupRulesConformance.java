package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.suite.ListClaims.assertHas;
import static org.defcore.suite.ListClaims.assertRefused;
import static org.defcore.suite.ListClaims.call;
import static org.defcore.suite.ListClaims.ids;
import static org.defcore.suite.ResourceClaims.assertDeletesAtOnce;
import static org.defcore.suite.ResourceClaims.assertFields;
import static org.defcore.suite.ResourceClaims.assertShows;
import static org.defcore.suite.network.RuleRequests.fromAnywhere;
import static org.defcore.suite.network.RuleRequests.ingress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.Identified;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.Whole;
import org.defcore.client.network.SecurityGroupRule;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;

/** Rules of security groups, from creation to deletion; what is left goes with the group. */
final class SecurityGroupRulesConformance {

  @InteropTest(id = "cfb99e0e-7410-4a3d-8a0c-959a63ee77e9")
  @Claim("Security group rules for TCP, UDP and ICMP can be created, read, listed and deleted")
  void rulesAreCreatedReadListedAndDeleted(Cloud cloud, Cleanup cleanup) {
    Resource<Whole> rules = rules(cloud).as(Whole.class);
    String group = SharedSecurityGroup.own(cloud, cleanup);

    for (String protocol : List.of("tcp", "udp", "icmp")) {
      Whole created = created(ingress(group, protocol), rules);
      assertShows(rules, created);
      assertHas(rules(cloud), created.id());
      assertDeletesAtOnce(rules(cloud), created.id());
    }
  }

  @InteropTest(id = "87dfbcf9-1849-43ea-b1e4-efa3eeae9f71")
  @Claim("A security group rule can allow one TCP port from everywhere")
  void ruleOpensOnePort(Cloud cloud, Cleanup cleanup) {
    Wanted tcp = ingress(SharedSecurityGroup.own(cloud, cleanup), "tcp");

    assertCreatedAndDeleted(cloud, fromAnywhere(tcp, 77, Optional.of(77)));
  }

  @InteropTest(id = "c9463db8-b44d-4f52-b6c0-8dbda99f26ce")
  @Claim(
      "Security group rules can select ICMP messages by type and code, including 0, or "
          + "by type alone")
  void rulesNameTypesAndCodesOfIcmp(Cloud cloud, Cleanup cleanup) {
    Wanted icmp = ingress(SharedSecurityGroup.own(cloud, cleanup), "icmp");

    assertCreatedAndDeleted(
        cloud,
        fromAnywhere(icmp, 3, Optional.of(2)),
        fromAnywhere(icmp, 3, Optional.of(0)),
        fromAnywhere(icmp, 8, Optional.of(0)),
        fromAnywhere(icmp, 0, Optional.of(0)),
        fromAnywhere(icmp, 11, Optional.empty()));
  }

  @InteropTest(id = "c2ed2deb-7a0c-44d8-8b4c-a5825b5c310b")
  @Claim("A security group rule can allow a remote security group")
  void ruleLetsInAnotherGroup(Cloud cloud, Cleanup cleanup) {
    Wanted udp = ingress(SharedSecurityGroup.own(cloud, cleanup), "udp");
    String other = SharedSecurityGroup.own(cloud, cleanup);

    assertCreatedAndDeleted(
        cloud, fromAnywhere(udp, 50, Optional.of(55)).with("remote_group_id", other));
  }

  @InteropTest(id = "16459776-5da2-4634-bce4-4b55ee3ec188")
  @Claim("A security group rule can allow a remote IP prefix")
  void ruleLetsInARange(Cloud cloud, Cleanup cleanup) {
    Wanted tcp = ingress(SharedSecurityGroup.own(cloud, cleanup), "tcp");
    String range = OwnSubnet.range(cloud).toString();

    assertCreatedAndDeleted(
        cloud, fromAnywhere(tcp, 76, Optional.of(77)).with("remote_ip_prefix", range));
  }

  private static void assertCreatedAndDeleted(Cloud cloud, Wanted... wanted) {
    Resource<SecurityGroupRule> rules = rules(cloud);
    assertDeleted(rules, Stream.of(wanted).map(it -> created(it, rules).id()).toList());
  }

  private static <T extends Identified> T created(Wanted wanted, Resource<T> rules) {
    T created = rules.create(wanted);
    assertFields("POST " + rules.path(), rules, wanted, created);
    return created;
  }

  @InteropTest(id = "0a307599-6655-4220-bebc-fd70c64f2290")
  @Claim("A security group rule can give its protocol as a number")
  void ruleNamesItsProtocolByNumber(Cloud cloud, Cleanup cleanup) {
    Resource<SecurityGroupRule> rules = rules(cloud);
    Wanted wanted =
        Wanted.nameless()
            .with("security_group_id", SharedSecurityGroup.own(cloud, cleanup))
            .with("direction", "ingress");

    SecurityGroupRule created = rules.create(wanted.with("protocol", 17));

    assertFields("POST " + rules.path(), rules, wanted.with("protocol", "17"), created);
    assertDeleted(rules, List.of(created.id()));
  }

  private static void assertDeleted(Resource<SecurityGroupRule> rules, List<String> ids) {
    ids.forEach(rules::delete);

    assertThat(ids(rules)).as("ids in %s", call(rules)).doesNotContainAnyElementsOf(ids);
  }

  @InteropTest(id = "8fde898f-ce88-493b-adc9-4e4692879fc5")
  @Claim("A duplicate security group rule is rejected with 409")
  void ruleIsNotCreatedTwice(Cloud cloud, Cleanup cleanup) {
    Resource<SecurityGroupRule> rules = rules(cloud);
    String group = SharedSecurityGroup.own(cloud, cleanup);
    Wanted wanted = ingress(group, "tcp").with("port_range_min", 66).with("port_range_max", 67);

    SecurityGroupRule unused = created(wanted, rules);

    Query ofGroup = Query.by("security_group_id", group);
    assertRefused(409, () -> rules.create(wanted), rules, ofGroup);
  }

  private static Resource<SecurityGroupRule> rules(Cloud cloud) {
    return cloud.member().network().securityGroupRules();
  }
}
