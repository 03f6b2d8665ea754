package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.suite.ResourceClaims.assertFields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.Port;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Provisioner;

/** Changes of ports that nothing is plugged into, with their security groups. */
final class PortSecurityGroupsConformance {

  @InteropTest(id = "58091b66-4ff4-4cc1-a549-05d60c7acd1a")
  @Claim(
      "A port takes another name, state, subnet and security group in one call, instead of those"
          + " that it had")
  void portTakesAnotherGroup(Cloud cloud, Cleanup cleanup) {
    assertTakes(List.of(SharedSecurityGroup.own(cloud, cleanup)), cloud, cleanup);
  }

  @InteropTest(id = "edf6766d-3d40-4621-bc6e-2521a44c257d")
  @Claim(
      "A port takes another name, state and subnet and two other security groups in one call,"
          + " instead of those that it had")
  void portTakesTwoOtherGroups(Cloud cloud, Cleanup cleanup) {
    String first = SharedSecurityGroup.own(cloud, cleanup);

    assertTakes(List.of(first, SharedSecurityGroup.own(cloud, cleanup)), cloud, cleanup);
  }

  private static void assertTakes(List<String> groups, Cloud cloud, Cleanup cleanup) {
    Provisioner provisioner = cloud.provision(cleanup);
    String network = provisioner.network(cloud.uniqueName("network"));
    String before =
        provisioner.subnet(cloud.uniqueName("subnet"), network, OwnSubnet.cidr(cloud, 0));
    String after =
        provisioner.subnet(cloud.uniqueName("subnet"), network, OwnSubnet.cidr(cloud, 1));
    String id = port(network, before, cloud, cleanup).id();
    Resource<JsonNode> ports = cloud.member().network().ports().as(JsonNode.class);
    Wanted changes = Wanted.named(cloud.uniqueName("port")).with("admin_state_up", false);
    Wanted asked = addressed(changes, after).with("security_groups", groups);

    Map<String, JsonNode> answers = new LinkedHashMap<>();
    answers.put("PUT " + ports.path(id), ports.update(id, asked));
    answers.put("GET " + ports.path(id), ports.get(id));

    answers.forEach(
        (call, port) -> {
          assertFields(call, ports, changes, port);
          assertThat(port.path("fixed_ips"))
              .extracting(it -> it.path("subnet_id").asText())
              .as("subnet_id of each of fixed_ips in %s", call)
              .containsExactly(after);
          assertThat(port.path("security_groups"))
              .extracting(JsonNode::asText)
              .as("security_groups in %s", call)
              .containsExactlyInAnyOrderElementsOf(groups);
        });
  }

  private static Port port(String network, String subnet, Cloud cloud, Cleanup cleanup) {
    Wanted wanted =
        addressed(Wanted.named(cloud.uniqueName("port")), subnet)
            .with("network_id", network)
            .with("admin_state_up", true)
            .with("security_groups", List.of(SharedSecurityGroup.own(cloud, cleanup)));
    return cleanup.create(PORT, wanted, cloud.member().network().ports()::create);
  }

  private static Wanted addressed(Wanted port, String subnet) {
    return port.with("fixed_ips", List.of(Map.of("subnet_id", subnet)));
  }
}
