package org.defcore.simcloud.compute;

import java.util.Set;

/**
 * State of a server and the task in progress: an empty task means that there is none.
 *
 * @param power as the service counts: 0 nothing known, 1 running, 3 paused, 4 shut down
 */
record ServerState(String vm, String task, int power) {

  static final ServerState ACTIVE = new ServerState("active", "", 1);
  static final ServerState STOPPED = new ServerState("stopped", "", 4);
  static final ServerState PAUSED = new ServerState("paused", "", 3);
  static final ServerState SUSPENDED = new ServerState("suspended", "", 4);

  private static final Set<String> WITH_PROGRESS =
      Set.of("ACTIVE", "BUILD", "REBUILD", "RESIZE", "VERIFY_RESIZE");

  static ServerState building(String task) {
    return new ServerState("building", task, 0);
  }

  ServerState during(String otherTask) {
    return new ServerState(vm, otherTask, power);
  }

  /** Given up: the power is what it was. */
  ServerState failed() {
    return new ServerState("error", "", power);
  }

  /** The word for both that users see. */
  String status() {
    return switch (vm) {
      case "building" -> "BUILD";
      case "error" -> task.startsWith("rebuil") ? "REBUILD" : "ERROR";
      case "resized" -> task.equals("resize_reverting") ? "REVERT_RESIZE" : "VERIFY_RESIZE";
      case "stopped" -> ofTask("SHUTOFF");
      case "paused" -> "PAUSED";
      case "suspended" -> "SUSPENDED";
      case "deleted" -> "DELETED";
      default -> ofTask("ACTIVE");
    };
  }

  boolean hasProgress() {
    return WITH_PROGRESS.contains(status());
  }

  private String ofTask(String otherwise) {
    return switch (task) {
      case "rebooting" -> vm.equals("active") ? "REBOOT" : otherwise;
      case "rebooting_hard" -> vm.equals("active") ? "HARD_REBOOT" : otherwise;
      case "rebuilding", "rebuild_spawning" -> "REBUILD";
      case "resize_prep", "resize_migrating", "resize_migrated", "resize_finish" -> "RESIZE";
      default -> otherwise;
    };
  }
}
