package org.defcore.simcloud.defect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The defects that are switched on. Safe for use by many threads. */
public final class Defects {

  private final Set<SpecialDefect> special = ConcurrentHashMap.newKeySet();
  private final Map<String, List<Distorted>> distortions = new ConcurrentHashMap<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();

  private Defects() {}

  public static Defects none() {
    return new Defects();
  }

  /**
   * Switches on more, by names such as {@code image.images.list.status=500}.
   *
   * @throws DefectException for the first name that is not understood
   */
  public void switchOn(Collection<String> names, KnownDefects known) {
    for (String name : names) {
      Optional<SpecialDefect> found = known.special(name);
      if (found.isPresent()) {
        switchOn(found.get());
      } else {
        Distorted distorted = known.distorted(name);
        distortions
            .computeIfAbsent(distorted.operation(), it -> new CopyOnWriteArrayList<>())
            .add(distorted);
      }
    }
  }

  /** Switches all of them off. */
  public void switchOff() {
    special.clear();
    distortions.clear();
    requests.clear();
  }

  public void switchOn(SpecialDefect defect) {
    special.add(defect);
  }

  public boolean on(SpecialDefect defect) {
    return special.contains(defect);
  }

  /** The distortions of one more request of the operation. */
  List<Distorted> ofNext(String operation) {
    List<Distorted> all = distortions.getOrDefault(operation, List.of());
    if (all.isEmpty()) {
      return all;
    }
    int request = requests.merge(operation, 1, Integer::sum);
    return all.stream().allMatch(it -> it.isDue(request)) ? all : List.of();
  }
}
