package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Limits of a project, and its use of them; the gigabytes are those of snapshots, too. */
record VolumeQuotas(Shelf<ObjectNode> volumes, Shelf<ObjectNode> snapshots, int most) {

  private static final int GIGABYTES = 1000;
  private static final String PROJECT = "GET /v3/{project}/";
  private static final String LIMITS =
      """
      {"volumes": %1$s, "snapshots": %1$s, "backups": %1$s, "groups": %1$s, "gigabytes": %2$s,
       "backup_gigabytes": %2$s, "per_volume_gigabytes": -1, "volumes___DEFAULT__": -1,
       "gigabytes___DEFAULT__": -1, "snapshots___DEFAULT__": -1}
      """;
  private static final String USED =
      """
      {"volumes": %1$s, "volumes___DEFAULT__": %1$s, "snapshots": %2$s,
       "snapshots___DEFAULT__": %2$s, "gigabytes": %3$s, "gigabytes___DEFAULT__": %3$s}
      """;
  private static final String ABSOLUTE =
      """
      {"rate": [], "absolute":
       {"maxTotalVolumes": %1$s, "maxTotalSnapshots": %1$s, "maxTotalBackups": %1$s,
        "maxTotalVolumeGigabytes": %2$s, "maxTotalBackupGigabytes": %2$s,
        "totalVolumesUsed": %3$s, "totalSnapshotsUsed": %4$s, "totalGigabytesUsed": %5$s,
        "totalBackupsUsed": 0, "totalBackupGigabytesUsed": 0}}
      """;

  List<Operation> operations() {
    String quotas = PROJECT + "os-quota-sets/{of}";
    return List.of(
        Operation.of("volume.quotas.show", quotas, this::quotas),
        Operation.of("volume.quotas.defaults", quotas + "/defaults", this::quotas),
        Operation.of("volume.limits.show", PROJECT + "limits", this::limits));
  }

  /** Refuses one more volume or snapshot of that size where the project has no room for it. */
  void requireRoom(String project, Shelf<ObjectNode> shelf, int size) {
    requireGigabytes(project, size);
    if (shelf.all(project).size() >= most) {
      String kind = shelf == volumes ? "Volume" : "Snapshot";
      throw VolumeFaults.refusal(
          413,
          "%sLimitExceeded: no more than %d %ss are allowed."
              .formatted(kind, most, kind.toLowerCase(Locale.ROOT)));
    }
  }

  /** Refuses that many more GB where the project has no room for them. */
  void requireGigabytes(String project, int more) {
    int used = gigabytes(project);
    if (more > GIGABYTES - used) {
      throw VolumeFaults.refusal(
          413,
          "VolumeSizeExceedsAvailableQuota: %d GB do not fit, %d of %d GB are in use."
              .formatted(more, used, GIGABYTES));
    }
  }

  private int gigabytes(String project) {
    return Stream.of(volumes, snapshots)
        .flatMap(it -> it.all(project).stream())
        .mapToInt(it -> it.path("size").asInt())
        .sum();
  }

  private Reply quotas(Incoming request) {
    String project = request.part("of");
    if (!project.equals(request.caller().project())) {
      throw VolumeFaults.refusal(
          403, "Policy doesn't allow volume_extension:quotas:show to be performed.");
    }
    ObjectNode set = Json.form(LIMITS, most, GIGABYTES);
    if (request.query("usage").filter(it -> it.equalsIgnoreCase("true")).isPresent()) {
      ObjectNode used =
          Json.form(
              USED, volumes.all(project).size(), snapshots.all(project).size(), gigabytes(project));
      set.properties().forEach(it -> it.setValue(quota(it.getValue(), used.path(it.getKey()))));
    }
    return Reply.json(200, Json.wrap("quota_set", set.put("id", project)));
  }

  private static JsonNode quota(JsonNode limit, JsonNode used) {
    ObjectNode quota = Json.object().put("in_use", used.asInt()).put("reserved", 0);
    return quota.set("limit", limit);
  }

  private Reply limits(Incoming request) {
    String project = request.caller().project();
    ObjectNode limits =
        Json.form(
            ABSOLUTE,
            most,
            GIGABYTES,
            volumes.all(project).size(),
            snapshots.all(project).size(),
            gigabytes(project));
    return Reply.json(200, Json.wrap("limits", limits));
  }
}
