package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToIntFunction;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Quota sets and limits, with the fields that a microversion has. */
record Quotas(ServerStore servers) {

  static final int INSTANCES = 10;

  private static final String ONE = " /v2.1/os-quota-sets/{project}";

  private static final String QUOTAS =
      """
      {"cores": 20, "instances": %d, "key_pairs": 100, "metadata_items": 128, "ram": 51200,
       "server_group_members": 10, "server_groups": 10,
       "until 2.35": {"fixed_ips": -1, "floating_ips": -1, "security_group_rules": -1,
        "security_groups": -1},
       "until 2.56": {"injected_file_content_bytes": 10240, "injected_file_path_bytes": 255,
        "injected_files": 5}}
      """
          .formatted(INSTANCES);
  private static final String LIMITS =
      """
      {"maxTotalInstances": %d, "maxTotalCores": 20, "maxTotalRAMSize": 51200,
       "maxServerMeta": 128, "maxTotalKeypairs": 100, "maxServerGroups": 10,
       "maxServerGroupMembers": 10, "totalServerGroupsUsed": 0,
       "until 2.35": {"maxTotalFloatingIps": -1, "maxSecurityGroups": -1,
        "maxSecurityGroupRules": -1, "totalFloatingIpsUsed": 0, "totalSecurityGroupsUsed": 0},
       "until 2.56": {"maxImageMeta": 128, "maxPersonality": 5, "maxPersonalitySize": 10240}}
      """
          .formatted(INSTANCES);

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.quotas.show", "GET" + ONE, this::show),
        Operation.of("compute.quotas.update", "PUT" + ONE, this::update),
        Operation.of("compute.quotas.defaults", "GET" + ONE + "/defaults", this::quotaSet),
        Operation.of("compute.limits.show", "GET /v2.1/limits", this::limits));
  }

  private Reply show(Incoming request) {
    if (!request.part("project").equals(request.caller().project())) {
      throw ComputeFaults.forbidden("os-quota-sets:show");
    }
    return quotaSet(request);
  }

  private Reply update(Incoming request) {
    throw ComputeFaults.forbidden("os-quota-sets:update");
  }

  private Reply quotaSet(Incoming request) {
    ObjectNode set = document(request, QUOTAS).put("id", request.part("project"));
    return Reply.json(200, Json.wrap("quota_set", set));
  }

  private Reply limits(Incoming request) {
    ObjectNode absolute = document(request, LIMITS);
    synchronized (servers) {
      List<Server> own = servers.own(request.caller().project());
      absolute
          .put("totalInstancesUsed", own.size())
          .put("totalCoresUsed", sum(own, Flavor::vcpus))
          .put("totalRAMUsed", sum(own, Flavor::ram));
    }
    ObjectNode limits = Json.form("{\"rate\": [], \"absolute\": %s}", absolute);
    return Reply.json(200, Json.wrap("limits", limits));
  }

  private static int sum(List<Server> servers, ToIntFunction<Flavor> size) {
    return servers.stream().map(Server::flavor).mapToInt(size).sum();
  }

  private static ObjectNode document(Incoming request, String text) {
    ObjectNode document = (ObjectNode) Json.document(text);
    for (int last : List.of(35, 56)) {
      JsonNode until = document.remove("until 2." + last);
      if (!ComputeVersions.of(request).atLeast(last + 1)) {
        document.setAll((ObjectNode) until);
      }
    }
    return document;
  }
}
