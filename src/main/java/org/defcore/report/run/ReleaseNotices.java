package org.defcore.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.declaration.compare.ObservedRelease;
import org.defcore.declaration.compare.UpstreamRelease;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.ListOrigin;
import org.defcore.report.declaration.DeclaredConfiguration;

/**
 * Notices about a guideline that was made for other releases than that of the cloud, or that stands
 * for another file.
 */
final class ReleaseNotices {

  private ReleaseNotices() {}

  static List<String> of(
      Guideline guideline, ObservedRelease observed, Optional<DeclaredConfiguration> declared) {
    List<String> notices = new ArrayList<>();
    guideline
        .annex()
        .madeFrom()
        .flatMap(ListOrigin::reconstructs)
        .ifPresent(
            it ->
                notices.add(
                    "Guideline %s is a reconstruction, not the published file: %s."
                        .formatted(guideline.id(), it)));
    if (observed.isContradictory()) {
      notices.add("The services are not of one release: " + observed.words() + ".");
    }
    List<UpstreamRelease> possible = observed.possible();
    if (!possible.isEmpty() && possible.stream().noneMatch(it -> names(guideline, it))) {
      notices.add(other(guideline, "observed release: " + observed.words()));
    }
    declared
        .map(it -> it.declaration().product().release())
        .filter(it -> !names(guideline, it))
        .ifPresent(it -> notices.add(other(guideline, "declared release: " + it)));
    return notices;
  }

  private static boolean names(Guideline guideline, UpstreamRelease release) {
    return guideline.releases().isEmpty()
        || guideline.releases().stream().anyMatch(release::isCalled);
  }

  private static boolean names(Guideline guideline, String release) {
    return UpstreamRelease.named(release)
        .map(it -> names(guideline, it))
        .orElse(
            guideline.releases().isEmpty()
                || guideline.releases().stream().anyMatch(release::equalsIgnoreCase));
  }

  private static String other(Guideline guideline, String release) {
    return "Guideline %s is for %s and does not name the %s."
        .formatted(guideline.id(), String.join(", ", guideline.releases()), release);
  }
}
