package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Reply;

/** Lists of servers: filtered, newest first, page by page. */
record ServerListing(ServerStore servers) {

  private static final Set<String> STATUSES =
      Set.of(
          "ACTIVE",
          "BUILD",
          "ERROR",
          "HARD_REBOOT",
          "MIGRATING",
          "PASSWORD",
          "PAUSED",
          "REBOOT",
          "REBUILD",
          "RESCUE",
          "RESIZE",
          "REVERT_RESIZE",
          "SHELVED",
          "SHELVED_OFFLOADED",
          "SHUTOFF",
          "SOFT_DELETED",
          "SUSPENDED",
          "UNKNOWN",
          "VERIFY_RESIZE");

  Reply list(Incoming request) {
    return listed(request, it -> ServerView.brief(request, it));
  }

  Reply detail(Incoming request) {
    return listed(
        request,
        it -> {
          ObjectNode item = ServerView.of(request, it, ServerView.Extent.FULL);
          // Only single servers tell their groups.
          item.remove("server_groups");
          return item;
        });
  }

  private Reply listed(Incoming request, Function<Server, ObjectNode> form) {
    if (request.query("all_tenants").filter(it -> !it.equals("0")).isPresent()) {
      String list = request.path().endsWith("/detail") ? "detail" : "index";
      throw ComputeFaults.forbidden("servers:" + list + ":get_all_tenants");
    }
    refuseUnknownStatus(request);
    String project = request.caller().project();
    // Changes are all changes: a list of them has what was deleted since.
    boolean changes = request.query("changes-since").isPresent();
    List<Server> visible =
        servers.everyOne().stream()
            .filter(it -> it.origin().owner().project().equals(project))
            .filter(it -> changes || !it.isDeleted())
            .toList();
    return Reply.json(
        200, ComputeLists.SERVERS.page(request, visible).document(request, "servers", form));
  }

  private static void refuseUnknownStatus(Incoming request) {
    Optional<String> status =
        request
            .query("status")
            .map(it -> it.toUpperCase(Locale.ROOT))
            .filter(it -> !STATUSES.contains(it) && !it.equals("DELETED"));
    if (status.isPresent() && ComputeVersions.of(request).atLeast(38)) {
      throw Document.bad("Invalid status value");
    }
  }
}
