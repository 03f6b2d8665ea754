package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** Defects of new rules: an impossible one is made all the same, or its refusal leaves a trace. */
record RuleFlaws(NetworkStore store, Defects defects) {

  private static final Map<String, NetworkDefect> OVERLOOKED =
      Map.of(
          "SecurityGroupInvalidPortValue", NetworkDefect.RULE_ANY_PORT,
          "SecurityGroupInvalidPortRange", NetworkDefect.RULE_ANY_RANGE,
          "SecurityGroupMissingIcmpType", NetworkDefect.RULE_ANY_ICMP,
          "SecurityGroupInvalidIcmpValue", NetworkDefect.RULE_ANY_ICMP);

  Handler around(Handler create) {
    return request -> {
      String project = request.caller().project();
      Incoming sent = request.arrived();
      Incoming possible = sent.changed(it -> possible(it, project));
      try {
        return create.answer(sent);
      } catch (Refusal refusal) {
        if (overlooks(refusal)) {
          return create.answer(possible);
        }
        possible.json().ifPresent(it -> leaveTrace(project, it));
        throw refusal;
      }
    };
  }

  private JsonNode possible(JsonNode document, String project) {
    if (document.path("security_group_rule") instanceof ObjectNode rule) {
      rule.set("port_range_min", freePort(project));
      rule.set("port_range_max", freePort(project));
    }
    return document;
  }

  // Another one each time: nobody may have two rules of one kind.
  private JsonNode freePort(String project) {
    return IntNode.valueOf(store.where("security_group_rules", "project_id", project).size());
  }

  private boolean overlooks(Refusal refusal) {
    return refusal
        .reply()
        .json()
        .map(it -> OVERLOOKED.get(it.at("/NeutronError/type").asText()))
        .filter(defects::on)
        .isPresent();
  }

  private void leaveTrace(String project, JsonNode document) {
    String group = document.at("/security_group_rule/security_group_id").asText();
    if (defects.on(NetworkDefect.RULE_REFUSED_MADE)) {
      ObjectNode rule =
          Json.object()
              .put("security_group_id", group)
              .put("direction", "ingress")
              .put("protocol", "tcp");
      rule.set("port_range_min", freePort(project));
      rule.set("port_range_max", freePort(project));
      store.add("security_group_rules", project, rule);
    }
    if (defects.on(NetworkDefect.RULE_REFUSED_RENAMES)) {
      store.change("security_groups", group, Json.object().put("name", "renamed"));
    }
  }
}
