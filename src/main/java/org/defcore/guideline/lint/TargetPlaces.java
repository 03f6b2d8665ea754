package org.defcore.guideline.lint;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import org.defcore.guideline.Pointers;
import org.defcore.guideline.Target;
import org.defcore.guideline.read.Layout;

/** Places in a file that define its targets. */
final class TargetPlaces {

  private TargetPlaces() {}

  /** Pointer to the target; in schema 1.x, to the platform or the component that is the target. */
  static String of(Subject subject, Target target) {
    if (Layout.of(subject.guideline()) != Layout.PLATFORMS) {
      return target.kind() == Target.Kind.PLATFORM
          ? "/platform"
          : Pointers.to("/components", target.title());
    }
    return List.of("platforms", "add-ons").stream()
        .map(it -> Pointers.to("/" + it, target.title()))
        .filter(it -> !subject.document().at(JsonPointer.compile(it)).isMissingNode())
        .findFirst()
        .orElse("");
  }
}
