package org.defcore.simcloud.compute;

import java.util.Set;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.wire.Refusal;

/** Checks whether an action may begin in the present state of a server. */
final class Permit {

  /** States in which the disk does not change its size. */
  static final Set<String> COPYABLE = Set.of("active", "stopped", "paused", "suspended");

  static final Set<String> RUNNING_OR_OFF = Set.of("active", "stopped");

  private Permit() {}

  static void requireAble(Kind kind, Action action) {
    kind.refusal(action)
        .ifPresent(
            it -> {
              throw ComputeFaults.of(it);
            });
  }

  static void requireUnlocked(Server server) {
    if (server.isLocked()) {
      throw ComputeFaults.conflict("Instance " + server.id() + " is locked");
    }
  }

  /** One thing at a time, and only in certain states. */
  static void requireIdle(Server server, String action, Set<String> states) {
    requireState(server, action, states);
    if (!server.state().task().isEmpty()) {
      throw refusal(server, action, "task_state " + server.state().task());
    }
  }

  static void requireState(Server server, String action, Set<String> states) {
    if (!states.contains(server.state().vm())) {
      throw refusal(server, action, "vm_state " + server.state().vm());
    }
  }

  private static Refusal refusal(Server server, String action, String state) {
    return ComputeFaults.conflict(
        "Cannot '%s' instance %s while it is in %s".formatted(action, server.id(), state));
  }
}
