package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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

  /** Limit and use of each. */
  private static final String QUOTAS =
      """
      {"volumes": [%1$s, %3$s], "snapshots": [%1$s, %4$s], "backups": [%1$s, 0],
       "groups": [%1$s, 0], "gigabytes": [%2$s, %5$s], "backup_gigabytes": [%2$s, 0],
       "per_volume_gigabytes": [-1, 0], "volumes___DEFAULT__": [-1, %3$s],
       "gigabytes___DEFAULT__": [-1, %5$s], "snapshots___DEFAULT__": [-1, %4$s]}
      """;

  private static final String LIMITS =
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
    String fault = shelf == volumes ? "many-volumes" : "many-snapshots";
    refuseIf(shelf.all(project).size() >= most, fault, most);
  }

  /** Refuses that many more GB where the project has no room for them. */
  void requireGigabytes(String project, int more) {
    int used = gigabytes(project);
    refuseIf(more > GIGABYTES - used, "gigabytes", more, used, GIGABYTES);
  }

  private int gigabytes(String project) {
    return Stream.of(volumes, snapshots)
        .flatMap(it -> it.all(project).stream())
        .mapToInt(it -> it.path("size").asInt())
        .sum();
  }

  private Reply quotas(Incoming request) {
    String project = request.part("of");
    refuseIf(!project.equals(request.caller().project()), "quotas");
    boolean used = request.query("usage").filter("true"::equalsIgnoreCase).isPresent();
    ObjectNode set = figures(QUOTAS, project);
    set.properties().forEach(it -> it.setValue(quota(it.getValue(), used)));
    return Reply.json(200, Json.wrap("quota_set", set.put("id", project)));
  }

  private static JsonNode quota(JsonNode figures, boolean used) {
    ObjectNode quota = Json.object().put("in_use", figures.path(1).asInt()).put("reserved", 0);
    return used ? quota.set("limit", figures.path(0)) : figures.path(0);
  }

  private Reply limits(Incoming request) {
    return Reply.json(200, Json.wrap("limits", figures(LIMITS, request.caller().project())));
  }

  private ObjectNode figures(String form, String project) {
    int made = volumes.all(project).size();
    int copied = snapshots.all(project).size();
    return Json.form(form, most, GIGABYTES, made, copied, gigabytes(project));
  }
}
