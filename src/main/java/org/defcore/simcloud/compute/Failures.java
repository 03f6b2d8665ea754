package org.defcore.simcloud.compute;

import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.kind.Kind;

/** Failures of actions that were accepted, by a defect or by the kind of compute. */
record Failures(Kind kind, Defects defects) {

  /** Empty if it can be done. */
  Optional<Failure> of(Action action) {
    return Stream.of(ComputeDefect.values())
        .filter(defects::on)
        .flatMap(it -> it.failure(action).stream())
        .findFirst()
        .or(() -> kind.failure(action));
  }
}
