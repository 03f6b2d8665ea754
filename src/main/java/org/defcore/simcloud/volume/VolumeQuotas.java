package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Limits of a project, and its use of them. */
final class VolumeQuotas {

  private static final String PROJECT = "GET /v3/{project}/";

  private final VolumeStore store;

  VolumeQuotas(VolumeStore store) {
    this.store = store;
  }

  List<Operation> operations() {
    String quotas = PROJECT + "os-quota-sets/{of}";
    return List.of(
        Operation.of("volume.quotas.show", quotas, this::quotas),
        Operation.of("volume.quotas.defaults", quotas + "/defaults", this::quotas),
        Operation.of("volume.limits.show", PROJECT + "limits", this::limits));
  }

  private Reply quotas(Incoming request) {
    String project = request.part("of");
    if (!project.equals(request.caller().project())) {
      String policy = "Policy doesn't allow volume_extension:quotas:show to be performed.";
      return VolumeFaults.fault(403, "forbidden", policy);
    }
    boolean usage = request.query("usage").filter(it -> it.equalsIgnoreCase("true")).isPresent();
    ObjectNode limits = limits();
    ObjectNode used = used(project);
    ObjectNode set = Json.object();
    for (String name : (Iterable<String>) limits::fieldNames) {
      set.set(name, usage ? quota(limits.path(name), used.path(name)) : limits.path(name));
    }
    return Reply.json(200, Json.wrap("quota_set", set.put("id", project)));
  }

  private static ObjectNode limits() {
    ObjectNode limits = Json.object();
    for (String name : List.of("volumes", "snapshots", "backups", "groups")) {
      limits.put(name, VolumeStore.MOST);
    }
    for (String name : List.of("gigabytes", "backup_gigabytes")) {
      limits.put(name, VolumeStore.MOST_GIGABYTES);
    }
    limits.put("per_volume_gigabytes", -1);
    for (String name : List.of("volumes", "gigabytes", "snapshots")) {
      limits.put(ofType(name), -1);
    }
    return limits;
  }

  private ObjectNode used(String project) {
    VolumeStore.Usage usage = store.usage(project);
    return Json.object()
        .put("snapshots", usage.snapshots())
        .put(ofType("snapshots"), usage.snapshots())
        .put("volumes", usage.volumes())
        .put("gigabytes", usage.gigabytes())
        .put(ofType("volumes"), usage.volumes())
        .put(ofType("gigabytes"), usage.gigabytes());
  }

  private static String ofType(String name) {
    return name + "_" + VolumeView.TYPE;
  }

  private static JsonNode quota(JsonNode limit, JsonNode used) {
    ObjectNode quota = Json.object();
    quota.set("limit", limit);
    return quota.put("in_use", used.asInt()).put("reserved", 0);
  }

  private Reply limits(Incoming request) {
    String project = request.caller().project();
    VolumeStore.Usage usage = store.usage(project);
    ObjectNode absolute = Json.object();
    for (String name : List.of("maxTotalVolumes", "maxTotalSnapshots", "maxTotalBackups")) {
      absolute.put(name, VolumeStore.MOST);
    }
    for (String name : List.of("maxTotalVolumeGigabytes", "maxTotalBackupGigabytes")) {
      absolute.put(name, VolumeStore.MOST_GIGABYTES);
    }
    absolute
        .put("totalVolumesUsed", usage.volumes())
        .put("totalGigabytesUsed", usage.gigabytes())
        .put("totalSnapshotsUsed", usage.snapshots())
        .put("totalBackupsUsed", 0)
        .put("totalBackupGigabytesUsed", 0);
    ObjectNode limits = Json.object();
    limits.set("rate", Json.array());
    limits.set("absolute", absolute);
    return Reply.json(200, Json.wrap("limits", limits));
  }
}
