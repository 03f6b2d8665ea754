package org.defcore.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The durations of the waits of a run, by kind; used by many threads. */
final class WaitTimes {

  private final Map<String, List<Duration>> took = new TreeMap<>();

  /** The last one of the kind; zero before the first, and for waits of no kind. */
  synchronized Duration last(String kind) {
    List<Duration> all = took.getOrDefault(kind, List.of());
    return all.isEmpty() ? Duration.ZERO : all.get(all.size() - 1);
  }

  synchronized void add(String kind, Duration wait) {
    if (!kind.isEmpty()) {
      took.computeIfAbsent(kind, it -> new ArrayList<>()).add(wait);
    }
  }

  /** The middle one of each kind, of an even number the longer of the two. */
  synchronized Map<String, Duration> medians() {
    Map<String, Duration> medians = new TreeMap<>();
    took.forEach(
        (kind, all) -> medians.put(kind, all.stream().sorted().toList().get(all.size() / 2)));
    return medians;
  }
}
