package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Json;

/** Rules of security groups. */
final class SecurityGroupRules implements ResourceRules {

  private static final List<String> WHAT_IT_LETS_THROUGH =
      List.of(
          "direction",
          "ethertype",
          "port_range_min",
          "port_range_max",
          "remote_group_id",
          "remote_ip_prefix");

  private int numbers;

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    // All ports are as good as none, and cheaper to keep.
    if (made.path("port_range_min").asInt() == 1
        && made.path("port_range_max").asInt() == RuleParts.LAST_PORT) {
      made.putNull("port_range_min").putNull("port_range_max");
    }
    RuleParts.check(made);
    for (JsonNode other :
        store.where("security_group_rules", "security_group_id", made.path("security_group_id"))) {
      NetworkFaults.refuseIf(isSame(made, other), "SecurityGroupRuleExists", other.path("id"));
    }
    made.set("normalized_cidr", made.path("remote_ip_prefix"));
    made.put("standard_attr_id", ++numbers);
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    return RuleParts.number(one.path("protocol")) == RuleParts.number(other.path("protocol"))
        && WHAT_IT_LETS_THROUGH.stream().allMatch(it -> one.path(it).equals(other.path(it)));
  }

  @Override
  public void made(ResourceStore store, ObjectNode made) {
    // Rules that a group begins with have no description, and are no change of it.
    if (!made.path("description").isNull()) {
      removed(store, made);
    }
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    store.change("security_groups", gone.path("security_group_id"), Json.object());
  }
}
