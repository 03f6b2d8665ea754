package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Json;

/** Security groups; each begins with rules that let everything out and nothing in. */
record SecurityGroups(Defects defects) implements NetworkRules {

  /** The name of the group that a project has from the start, and no other group. */
  static final String DEFAULT = "default";

  private static final NetworkResource TYPE =
      NetworkResource.of(
              "security_group",
              "Security group %s does not exist",
              Attribute.text("name"),
              Attribute.flag("stateful", true),
              Attribute.given("shared", BooleanNode.FALSE),
              Attribute.given("revision_number", IntNode.valueOf(1)),
              Attribute.given("security_group_rules", Attribute.FOUND))
          .usedBy("security_groups", "SecurityGroupInUse", "Security Group %s in use.");

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  private static boolean isDefault(ObjectNode group) {
    return group.path("name").asText().equalsIgnoreCase(DEFAULT);
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    String project = made.path("project_id").asText();
    if (isDefault(made) && !store.shelf("security_groups").all(project).isEmpty()) {
      if (defects.on(NetworkDefect.DEFAULT_GROUP_REFUSED_MADE)) {
        ObjectNode second = store.add("security_groups", project, made.deepCopy().put("name", ""));
        store.change("security_groups", second.path("id").asText(), made);
      }
      throw NetworkFaults.conflict(
          "SecurityGroupDefaultAlreadyExists", "Default security group already exists.");
    }
  }

  // Members of the default group reach each other, too.
  @Override
  public void made(NetworkStore store, ObjectNode made) {
    for (String ethertype : List.of("IPv4", "IPv6")) {
      addRule(store, made, Json.object().put("ethertype", ethertype).put("direction", "egress"));
      if (isDefault(made)) {
        ObjectNode members = Json.object().put("ethertype", ethertype).put("direction", "ingress");
        addRule(store, made, members.put("remote_group_id", made.path("id").asText()));
      }
    }
  }

  private static void addRule(NetworkStore store, ObjectNode group, ObjectNode rule) {
    rule.put("security_group_id", group.path("id").asText()).putNull("description");
    store.add("security_group_rules", group.path("project_id").asText(), rule);
  }

  @Override
  public void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {
    if (isDefault(before) && !isDefault(changed)) {
      throw NetworkFaults.conflict(
          "SecurityGroupCannotUpdateDefault", "Updating default security group not allowed.");
    }
  }

  @Override
  public void removing(NetworkStore store, ObjectNode gone) {
    if (isDefault(gone)) {
      throw NetworkFaults.conflict(
          "SecurityGroupCannotRemoveDefault",
          "Insufficient rights for removing default security group.");
    }
  }

  @Override
  public void removed(NetworkStore store, ObjectNode gone) {
    rules(store, gone)
        .forEach(it -> store.shelf("security_group_rules").remove(it.path("id").asText()));
  }

  @Override
  public ObjectNode shown(NetworkStore store, ObjectNode stored) {
    stored.set("security_group_rules", Json.array(rules(store, stored)));
    return stored;
  }

  private static List<ObjectNode> rules(NetworkStore store, ObjectNode group) {
    return store
        .where("security_group_rules", "security_group_id", group.path("id").asText())
        .stream()
        .sorted(Comparator.comparing(it -> it.path("id").asText()))
        .toList();
  }
}
