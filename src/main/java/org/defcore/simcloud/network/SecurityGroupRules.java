package org.defcore.simcloud.network;

import java.io.IOException;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Calls about the rules of security groups. */
final class SecurityGroupRules {

  private static final String ALL = " /v2.0/security-group-rules";

  private final SecurityGroupStore groups;
  private final RuleFlaws flaws;

  SecurityGroupRules(SecurityGroupStore groups, Defects defects) {
    this.groups = groups;
    this.flaws = new RuleFlaws(groups, defects);
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("network.security-group-rules.list", "GET" + ALL, this::list),
        Operation.of(
            "network.security-group-rules.create", "POST" + ALL, flaws.around(this::create)));
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
    Traffic traffic = RuleReader.read(asked);
    if (!traffic.remoteGroup().isNull()) {
      groups.get(project, traffic.remoteGroup().asText());
    }
    SecurityGroupRule made = groups.addRule(project, group, traffic, asked.text("description", ""));
    return Reply.json(201, Json.wrap("security_group_rule", made.json()));
  }
}
