package org.defcore.declaration.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.defcore.result.Fact;

/**
 * The release of OpenStack by the answers of all services.
 *
 * @param signs of each service that gave one, compute's first
 */
public record ObservedRelease(List<ReleaseSign> signs) {

  public ObservedRelease {
    signs = List.copyOf(signs);
  }

  /** The release by those facts, in any order. */
  public static ObservedRelease of(List<Fact> facts) {
    return of(new ObservedFacts(facts));
  }

  public static ObservedRelease of(ObservedFacts observed) {
    return new ObservedRelease(ReleaseSign.in(observed));
  }

  private List<ReleaseSign> known() {
    return signs.stream().filter(it -> !it.releases().isEmpty()).toList();
  }

  /** The releases that all services fit whose version is known here, the oldest one first. */
  public List<UpstreamRelease> fitting() {
    List<ReleaseSign> known = known();
    return UpstreamRelease.ALL.stream()
        .filter(it -> !known.isEmpty() && known.stream().allMatch(sign -> sign.allows(it)))
        .toList();
  }

  /** The release, if it is one and nothing speaks for another. */
  public Optional<UpstreamRelease> single() {
    List<UpstreamRelease> fitting = fitting();
    return fitting.size() == 1 && known().equals(signs)
        ? Optional.of(fitting.get(0))
        : Optional.empty();
  }

  /** Returns whether services answer like different releases. */
  public boolean isContradictory() {
    return !known().isEmpty() && fitting().isEmpty();
  }

  /** The releases that some service is of: those that fit, or all that the services differ in. */
  public List<UpstreamRelease> possible() {
    return isContradictory()
        ? UpstreamRelease.ALL.stream()
            .filter(it -> contradicting().stream().anyMatch(sign -> sign.allows(it)))
            .toList()
        : fitting();
  }

  private List<ReleaseSign> contradicting() {
    List<ReleaseSign> known = known();
    return known.stream().filter(it -> known.stream().anyMatch(it::contradicts)).toList();
  }

  /**
   * The release for people: {@code Zed}, {@code Xena or Yoga}, {@code compute answers like Zed,
   * volume like Yoga}; empty if nothing told.
   */
  public String words() {
    List<String> parts = new ArrayList<>();
    if (isContradictory()) {
      parts.add(
          contradicting().stream()
              .map(it -> it.word() + " like " + UpstreamRelease.words(it.releases()))
              .collect(Collectors.joining(", "))
              .replaceFirst(" like ", " answers like "));
    } else if (!known().isEmpty()) {
      parts.add(UpstreamRelease.words(fitting()));
    }
    signs.stream()
        .filter(it -> it.releases().isEmpty())
        .map(it -> it.word() + " answers like " + UpstreamRelease.words(List.of()))
        .forEach(parts::add);
    return String.join("; ", parts);
  }

  /** The versions that told it: {@code compute 2.93, identity 3.14}. */
  public String basis() {
    return signs.stream()
        .map(it -> it.word() + " " + it.version())
        .collect(Collectors.joining(", "));
  }
}
