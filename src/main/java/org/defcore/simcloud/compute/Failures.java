package org.defcore.simcloud.compute;

import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.Kind;

/** Failures of actions that were accepted, by a defect or by the kind of compute. */
record Failures(Kind kind, Defects defects) {

  /** Empty if it can be done. */
  Optional<Failure> of(Action action) {
    return defect(action).or(() -> kind.failure(action));
  }

  private Optional<Failure> defect(Action action) {
    return switch (action) {
      case CREATE_IMAGE ->
          either(
              ComputeDefect.SNAPSHOT_FAILS,
              "compute_snapshot_instance",
              ComputeDefect.SNAPSHOT_FAILS_UNSAID);
      case ATTACH_VOLUME ->
          either(
              ComputeDefect.ATTACHMENT_FAILS,
              "compute_attach_volume",
              ComputeDefect.ATTACHMENT_FAILS_UNSAID);
      case RESIZE ->
          either(
              ComputeDefect.RESIZE_FAILS,
              "conductor_migrate_server",
              ComputeDefect.RESIZE_FAILS_UNSAID);
      case SHRINK, PAUSE, SUSPEND, READ_LOG, OPEN_SCREEN -> Optional.empty();
    };
  }

  private Optional<Failure> either(ComputeDefect said, String event, ComputeDefect unsaid) {
    if (defects.on(said)) {
      return Optional.of(Failure.harmless(event));
    }
    return defects.on(unsaid) ? Optional.of(Failure.unsaid()) : Optional.empty();
  }
}
