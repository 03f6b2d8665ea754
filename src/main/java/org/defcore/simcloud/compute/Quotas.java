package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Quota sets and limits, with the fields that a microversion has. */
final class Quotas {

  static final int INSTANCES = 10;

  private static final String ONE = " /v2.1/os-quota-sets/{project}";
  private static final Map<String, Integer> ALWAYS =
      new TreeMap<>(
          Map.of(
              "cores", 20,
              "instances", INSTANCES,
              "key_pairs", 100,
              "metadata_items", 128,
              "ram", 51200,
              "server_group_members", 10,
              "server_groups", 10));
  private static final Map<String, Integer> UNTIL_56 =
      new TreeMap<>(
          Map.of(
              "injected_file_content_bytes", 10240,
              "injected_file_path_bytes", 255,
              "injected_files", 5));
  private static final List<String> UNTIL_35 =
      List.of("fixed_ips", "floating_ips", "security_group_rules", "security_groups");

  private final Servers servers;

  Quotas(Servers servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.quotas.show", "GET" + ONE, this::show),
        Operation.of("compute.quotas.update", "PUT" + ONE, this::update),
        Operation.of("compute.quotas.defaults", "GET" + ONE + "/defaults", this::defaults),
        Operation.of("compute.limits.show", "GET /v2.1/limits", this::limits));
  }

  private Reply show(Incoming request) {
    String project = request.part("project");
    if (!project.equals(request.caller().project())) {
      throw ComputeFaults.forbidden("os-quota-sets:show");
    }
    return quotaSet(request, project);
  }

  private Reply defaults(Incoming request) {
    return quotaSet(request, request.part("project"));
  }

  private Reply update(Incoming request) {
    throw ComputeFaults.forbidden("os-quota-sets:update");
  }

  private static Reply quotaSet(Incoming request, String project) {
    Microversion version = ComputeVersions.of(request);
    ObjectNode set = Json.object().put("id", project);
    ALWAYS.forEach(set::put);
    if (!version.atLeast(57)) {
      UNTIL_56.forEach(set::put);
    }
    if (!version.atLeast(36)) {
      UNTIL_35.forEach(name -> set.put(name, -1));
    }
    return Reply.json(200, Json.wrap("quota_set", set));
  }

  private Reply limits(Incoming request) {
    Microversion version = ComputeVersions.of(request);
    Servers.Usage used = servers.usage(request.caller().project());
    ObjectNode absolute =
        Json.object()
            .put("maxTotalInstances", INSTANCES)
            .put("maxTotalCores", 20)
            .put("maxTotalRAMSize", 51200)
            .put("maxServerMeta", 128)
            .put("maxTotalKeypairs", 100)
            .put("maxServerGroups", 10)
            .put("maxServerGroupMembers", 10)
            .put("totalRAMUsed", used.ram())
            .put("totalCoresUsed", used.cores())
            .put("totalInstancesUsed", used.instances())
            .put("totalServerGroupsUsed", 0);
    if (!version.atLeast(57)) {
      absolute.put("maxImageMeta", 128).put("maxPersonality", 5).put("maxPersonalitySize", 10240);
    }
    if (!version.atLeast(36)) {
      absolute
          .put("maxTotalFloatingIps", -1)
          .put("maxSecurityGroups", -1)
          .put("maxSecurityGroupRules", -1)
          .put("totalFloatingIpsUsed", 0)
          .put("totalSecurityGroupsUsed", 0);
    }
    ObjectNode limits = Json.object();
    limits.set("rate", Json.array());
    limits.set("absolute", absolute);
    return Reply.json(200, Json.wrap("limits", limits));
  }
}
