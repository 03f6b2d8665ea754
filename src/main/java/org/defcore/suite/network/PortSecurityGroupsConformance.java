package org.defcore.suite.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.resource.ResourceKind.PORT;
import static org.defcore.suite.ResourceClaims.assertFields;

import com.fasterxml.jackson.databind.JsonNode;
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
  @Claim("A port takes another name, state, subnet and security group in one call")
  void portTakesAnotherGroup(Cloud cloud, Cleanup cleanup) {
    assertTakes(List.of(SharedSecurityGroup.own(cloud, cleanup)), cloud, cleanup);
  }

  @InteropTest(id = "edf6766d-3d40-4621-bc6e-2521a44c257d")
  @Claim("A port takes another name, state and subnet and two other security groups in one call")
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

    JsonNode changed = ports.update(id, addressed(changes, after).with("security_groups", groups));

    assertFields("PUT " + ports.path(id), ports, changes, changed);
    assertThat(changed.at("/fixed_ips/0/subnet_id").asText())
        .as("/fixed_ips/0/subnet_id in PUT %s", ports.path(id))
        .isEqualTo(after);
    assertThat(changed.path("security_groups"))
        .extracting(JsonNode::asText)
        .as("security_groups in PUT %s", ports.path(id))
        .containsAll(groups);
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
