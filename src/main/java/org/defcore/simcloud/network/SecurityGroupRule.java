package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.defcore.simcloud.wire.Json;

/**
 * A rule of a security group; nothing changes it.
 *
 * @param description null for rules that a group begins with
 * @param since as the service writes it
 * @param number that the service's own tables have
 */
record SecurityGroupRule(
    String id,
    String project,
    String group,
    Traffic traffic,
    JsonNode description,
    String since,
    int number) {

  /** By itself. */
  ObjectNode json() {
    ObjectNode rule = start();
    rule.set("description", description);
    return end(rule);
  }

  /** Within its group, where a little more is shown. */
  ObjectNode embedded() {
    ObjectNode rule = start().put("standard_attr_id", number);
    rule.set("description", description);
    rule.set("tags", Json.array());
    return end(rule);
  }

  private ObjectNode start() {
    ObjectNode rule =
        Json.object()
            .put("id", id)
            .put("tenant_id", project)
            .put("security_group_id", group)
            .put("ethertype", traffic.ethertype())
            .put("direction", traffic.direction());
    rule.set("protocol", traffic.protocol());
    rule.set("port_range_min", traffic.from());
    rule.set("port_range_max", traffic.to());
    rule.putNull("remote_ip_prefix").putNull("remote_address_group_id").putNull("normalized_cidr");
    rule.set("remote_group_id", traffic.remoteGroup());
    return rule;
  }

  private ObjectNode end(ObjectNode rule) {
    return rule.put("created_at", since)
        .put("updated_at", since)
        .put("revision_number", 0)
        .put("project_id", project);
  }
}
