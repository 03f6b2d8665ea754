package org.defcore.guideline.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Requirement;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;

/** The targets that list one capability, by the status that they give it. */
record TargetsByStatus(Map<Status, List<String>> byStatus) {

  static final TargetsByStatus NONE = new TargetsByStatus(Map.of());

  TargetsByStatus {
    Map<Status, List<String>> copy = new EnumMap<>(Status.class);
    byStatus.forEach((status, targets) -> copy.put(status, List.copyOf(targets)));
    byStatus = copy;
  }

  /** The targets of every listed capability, by its name. */
  static Map<String, TargetsByStatus> of(Guideline guideline) {
    Map<String, Map<Status, List<String>>> lists = new TreeMap<>();
    for (Target target : guideline.targets()) {
      for (Requirement it : guideline.requirements(target)) {
        lists
            .computeIfAbsent(it.capability().name(), name -> new EnumMap<>(Status.class))
            .computeIfAbsent(it.status(), status -> new ArrayList<>())
            .add(target.key());
      }
    }
    Map<String, TargetsByStatus> standings = new TreeMap<>();
    lists.forEach((name, byStatus) -> standings.put(name, new TargetsByStatus(byStatus)));
    return standings;
  }

  boolean has(Status status) {
    return byStatus.containsKey(status);
  }

  /** Returns whether some target has the capability as required, advisory or deprecated. */
  boolean isAlive() {
    return has(Status.REQUIRED) || has(Status.ADVISORY) || has(Status.DEPRECATED);
  }

  String targets(Status status) {
    return String.join(", ", byStatus.getOrDefault(status, List.of()));
  }

  @Override
  public String toString() {
    return byStatus.isEmpty()
        ? "in no target"
        : byStatus.keySet().stream().map(Status::word).collect(Collectors.joining(" and "));
  }
}
