package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Calls about the rules of security groups. */
final class SecurityGroupRules {

  private static final String ALL = " /v2.0/security-group-rules";

  private final SecurityGroupStore groups;
  private final Defects defects;
  private final RuleReader reader;

  SecurityGroupRules(SecurityGroupStore groups, Defects defects) {
    this.groups = groups;
    this.defects = defects;
    this.reader = new RuleReader(defects);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("network.security-group-rules.list", "GET" + ALL, this::list),
        Operation.of("network.security-group-rules.create", "POST" + ALL, this::create));
  }

  private Reply list(Incoming request) {
    return Collection.of(
        "security_group_rules",
        request,
        groups.rules(request.caller().project()).stream().map(SecurityGroupRule::json).toList());
  }

  private Reply create(Incoming request) throws IOException {
    NetworkDocument asked =
        NetworkDocument.read(request, "security_group_rule", RuleReader.ATTRIBUTES);
    asked.require("security_group_id");
    asked.require("direction");
    String project = request.caller().project();
    String group = asked.text("security_group_id", "");
    Traffic traffic;
    try {
      traffic = reader.read(asked);
    } catch (Refusal refusal) {
      spoil(project, group);
      throw refusal;
    }
    if (!traffic.remoteGroup().isNull()) {
      groups.get(project, traffic.remoteGroup().asText());
    }
    SecurityGroupRule made = groups.addRule(project, group, traffic, asked.text("description", ""));
    return Reply.json(201, Json.wrap("security_group_rule", made.json()));
  }

  private void spoil(String project, String group) {
    if (defects.on(Behaviour.RULE_REFUSED_MADE)) {
      // Another port each time: nobody may have two rules of one kind.
      JsonNode port = IntNode.valueOf(groups.rules(project).size());
      Traffic open = Traffic.all("ingress", "IPv4");
      groups.addRule(project, group, open.of(TextNode.valueOf("tcp"), port, port), "");
    }
    if (defects.on(Behaviour.RULE_REFUSED_RENAMES)) {
      groups.rename(project, group, "renamed");
    }
  }
}
