package org.defcore.guideline.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.guideline.Capability;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.Status;
import org.defcore.guideline.Target;
import org.defcore.guideline.diff.GuidelineDiff.CapabilityEntry;
import org.defcore.guideline.diff.GuidelineDiff.Listed;
import org.defcore.guideline.diff.GuidelineDiff.Standing;
import org.defcore.guideline.diff.GuidelineDiff.StatusChange;

/** Capabilities that were added, removed or given another status. */
final class CapabilityDifferences {

  /** A change from one status to another. */
  private record Step(Optional<Status> from, Optional<Status> to) {}

  private final Guideline from;
  private final Guideline to;
  private final Map<String, Map<String, Status>> before;
  private final Map<String, Map<String, Status>> after;

  CapabilityDifferences(Guideline from, Guideline to) {
    this.from = from;
    this.to = to;
    this.before = byTarget(from);
    this.after = byTarget(to);
  }

  /** Statuses by target, in file order, then by capability. */
  private static Map<String, Map<String, Status>> byTarget(Guideline guideline) {
    Map<String, Map<String, Status>> statuses = new LinkedHashMap<>();
    for (Target target : guideline.targets()) {
      Map<String, Status> byName = new HashMap<>();
      guideline.requirements(target).forEach(it -> byName.put(it.capability().name(), it.status()));
      statuses.put(target.key(), byName);
    }
    return statuses;
  }

  Listed targets() {
    return AnnexDifferences.listed(before.keySet(), after.keySet());
  }

  List<CapabilityEntry> added() {
    return only(to, after, from.capabilities().keySet());
  }

  List<CapabilityEntry> removed() {
    return only(from, before, to.capabilities().keySet());
  }

  private static List<CapabilityEntry> only(
      Guideline guideline, Map<String, Map<String, Status>> statuses, Set<String> others) {
    List<CapabilityEntry> entries = new ArrayList<>();
    for (Capability capability : new TreeMap<>(guideline.capabilities()).values()) {
      if (!others.contains(capability.name())) {
        entries.add(
            new CapabilityEntry(
                capability.name(),
                standings(statuses, capability.name()),
                capability.tests().size()));
      }
    }
    return entries;
  }

  private static List<Standing> standings(
      Map<String, Map<String, Status>> statuses, String capability) {
    Map<Status, List<String>> targets = new EnumMap<>(Status.class);
    statuses.forEach(
        (target, byName) ->
            Optional.ofNullable(byName.get(capability))
                .ifPresent(
                    it -> targets.computeIfAbsent(it, key -> new ArrayList<>()).add(target)));
    return targets.entrySet().stream().map(it -> new Standing(it.getKey(), it.getValue())).toList();
  }

  List<StatusChange> statuses() {
    Set<String> both = new HashSet<>(from.capabilities().keySet());
    both.retainAll(to.capabilities().keySet());
    List<StatusChange> changes = new ArrayList<>();
    for (String capability : new TreeSet<>(both)) {
      steps(capability)
          .forEach(
              (step, targets) ->
                  changes.add(new StatusChange(capability, targets, step.from(), step.to())));
    }
    return changes;
  }

  /** Targets of both guidelines that changed, by the change. */
  private Map<Step, List<String>> steps(String capability) {
    Map<Step, List<String>> steps = new LinkedHashMap<>();
    after.forEach(
        (target, byName) -> {
          Optional<Status> earlier =
              Optional.ofNullable(before.getOrDefault(target, Map.of()).get(capability));
          Optional<Status> later = Optional.ofNullable(byName.get(capability));
          if (before.containsKey(target) && !earlier.equals(later)) {
            steps.computeIfAbsent(new Step(earlier, later), it -> new ArrayList<>()).add(target);
          }
        });
    return steps;
  }
}
