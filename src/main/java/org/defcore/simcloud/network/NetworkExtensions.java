package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.simcloud.wire.Json;

/** The extensions that the simulated network service announces. */
final class NetworkExtensions {

  private static final String[][] NAMES = {
    {"allowed-address-pairs", "Allowed Address Pairs"},
    {"binding", "Port Binding"},
    {"external-net", "Neutron external network"},
    {"ext-gw-mode", "Neutron L3 Configurable external gateway mode"},
    {"extra_dhcp_opt", "Neutron Extra DHCP options"},
    {"extraroute", "Neutron Extra Route"},
    {"net-mtu", "Network MTU"},
    {"port-security", "Port Security"},
    {"project-id", "project_id field enabled"},
    {"quotas", "Quota management support"},
    {"router", "Neutron L3 Router"},
    {"security-group", "security-group"},
    {"standard-attr-description", "standard-attr-description"},
    {"standard-attr-revisions", "Resource revision numbers"},
    {"standard-attr-tag", "Tag support for resources with standard attribute"},
    {"standard-attr-timestamp", "Resource timestamps"},
    {"subnet-service-types", "Subnet service types"},
    {"subnet_allocation", "Subnet Allocation"},
  };

  private static final String FORM =
      """
      {"alias": %s, "name": %s, "description": %s, "updated": "2016-01-01T10:00:00-00:00",
       "links": []}
      """;

  private NetworkExtensions() {}

  static List<ObjectNode> all() {
    return Stream.of(NAMES)
        .map(it -> Json.form(FORM, it[0], it[1], "Simulated: " + it[1]))
        .toList();
  }
}
