package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Json;

/** Security groups; each begins with rules that let everything out and nothing in. */
final class SecurityGroups implements ResourceRules {

  /** The name of the group that a project has from the start, and no other group. */
  static final String DEFAULT = "default";

  private static boolean isDefault(ObjectNode group) {
    return group.path("name").asText().equalsIgnoreCase(DEFAULT);
  }

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    refuseIf(
        isDefault(made)
            && !store.where("security_groups", "project_id", made.path("project_id")).isEmpty(),
        "SecurityGroupDefaultAlreadyExists");
  }

  // Members of the default group reach each other, too.
  @Override
  public void made(ResourceStore store, ObjectNode made) {
    for (String ethertype : List.of("IPv4", "IPv6")) {
      addRule(store, made, Json.object().put("ethertype", ethertype).put("direction", "egress"));
      if (isDefault(made)) {
        ObjectNode members = Json.object().put("ethertype", ethertype).put("direction", "ingress");
        addRule(store, made, members.put("remote_group_id", made.path("id").asText()));
      }
    }
  }

  private static void addRule(ResourceStore store, ObjectNode group, ObjectNode rule) {
    rule.put("security_group_id", group.path("id").asText()).putNull("description");
    store.add("security_group_rules", group.path("project_id").asText(), rule);
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    refuseIf(isDefault(before) && !isDefault(changed), "SecurityGroupCannotUpdateDefault");
  }

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    refuseIf(isDefault(gone), "SecurityGroupCannotRemoveDefault");
    Ports.requireNoUse(store, gone, "security_groups", "SecurityGroupInUse");
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    rules(store, gone).forEach(it -> store.drop("security_group_rules", it));
  }

  @Override
  public void show(ResourceStore store, ObjectNode group, Shown when) {
    group.set("security_group_rules", Json.array(rules(store, group)));
  }

  private static List<ObjectNode> rules(ResourceStore store, ObjectNode group) {
    return store.where("security_group_rules", "security_group_id", group.path("id")).stream()
        .sorted(Comparator.comparing(it -> it.path("id").asText()))
        .toList();
  }
}
