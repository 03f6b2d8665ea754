package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.defcore.simcloud.wire.Json;

/**
 * A security group; every change gives a new one.
 *
 * @param created as the service writes it
 * @param updated as the service writes it
 * @param rules by id, as the service shows them
 */
record SecurityGroup(
    String id,
    String project,
    Texts texts,
    boolean stateful,
    String created,
    String updated,
    int revision,
    List<SecurityGroupRule> rules) {

  /** What its owner calls it. */
  record Texts(String name, String description) {}

  static final String DEFAULT = "default";

  SecurityGroup {
    rules = rules.stream().sorted(Comparator.comparing(SecurityGroupRule::id)).toList();
  }

  boolean isDefault() {
    return texts.name().equals(DEFAULT);
  }

  SecurityGroup with(SecurityGroupRule rule) {
    List<SecurityGroupRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new SecurityGroup(
        id, project, texts, stateful, created, rule.since(), revision + 1, more);
  }

  SecurityGroup renamed(String name) {
    Texts other = new Texts(name, texts.description());
    return new SecurityGroup(id, project, other, stateful, created, updated, revision, rules);
  }

  ObjectNode json() {
    ObjectNode group =
        Json.object()
            .put("id", id)
            .put("name", texts.name())
            .put("stateful", stateful)
            .put("tenant_id", project)
            .put("description", texts.description())
            .put("shared", false);
    group.set(
        "security_group_rules",
        Json.array(rules.stream().map(SecurityGroupRule::embedded).toList()));
    group.set("tags", Json.array());
    return group
        .put("created_at", created)
        .put("updated_at", updated)
        .put("revision_number", revision)
        .put("project_id", project);
  }
}
