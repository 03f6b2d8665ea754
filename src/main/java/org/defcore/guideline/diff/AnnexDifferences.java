package org.defcore.guideline.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.defcore.guideline.Annex.Criterion;
import org.defcore.guideline.Annex.Designation;
import org.defcore.guideline.Annex.Section;
import org.defcore.guideline.Guideline;
import org.defcore.guideline.diff.GuidelineDiff.Change;
import org.defcore.guideline.diff.GuidelineDiff.Listed;

/** Differences beside capabilities and tests. */
final class AnnexDifferences {

  private final Guideline from;
  private final Guideline to;

  AnnexDifferences(Guideline from, Guideline to) {
    this.from = from;
    this.to = to;
  }

  List<Change> facts() {
    List<Change> changes = new ArrayList<>();
    note(changes, "schema", from.schema(), to.schema());
    note(changes, "status", from.approval(), to.approval());
    note(
        changes,
        "target approval",
        from.annex().targetApproval().orElse(""),
        to.annex().targetApproval().orElse(""));
    note(changes, "cutoff score", cutoff(from), cutoff(to));
    note(changes, "made from", origin(from), origin(to));
    return changes;
  }

  private static String cutoff(Guideline guideline) {
    return guideline.annex().cutoff().map(String::valueOf).orElse("");
  }

  private static String origin(Guideline guideline) {
    return guideline
        .annex()
        .madeFrom()
        .map(it -> it.reconstructs().map(lost -> "reconstructed from ").orElse("") + it.list())
        .orElse("");
  }

  Listed releases() {
    return listed(from.releases(), to.releases());
  }

  static Listed listed(Collection<String> from, Collection<String> to) {
    return new Listed(without(to, from), without(from, to));
  }

  private static List<String> without(Collection<String> names, Collection<String> others) {
    Set<String> known = new HashSet<>(others);
    return names.stream().filter(it -> !known.contains(it)).distinct().sorted().toList();
  }

  List<Change> weights() {
    return changes(weights(from), weights(to));
  }

  private static Map<String, String> weights(Guideline guideline) {
    Map<String, String> weights = new TreeMap<>();
    for (Criterion criterion : guideline.annex().criteria()) {
      weights.put(criterion.key(), String.valueOf(criterion.weight()));
    }
    return weights;
  }

  List<Change> sections() {
    return changes(sections(from), sections(to));
  }

  /** The statuses of each project; it has several if some of its code is deprecated. */
  private static Map<String, String> sections(Guideline guideline) {
    Map<String, TreeSet<String>> words = new TreeMap<>();
    for (Designation designation : guideline.annex().designations()) {
      String project = designation.project();
      words.computeIfAbsent(project, it -> new TreeSet<>()).add(designation.status());
      for (Section section : designation.sections()) {
        words
            .computeIfAbsent(project + ": " + section.name(), it -> new TreeSet<>())
            .add(
                "%s, %sdesignated"
                    .formatted(designation.status(), section.designated() ? "" : "not "));
      }
    }
    Map<String, String> sections = new TreeMap<>();
    words.forEach((name, said) -> sections.put(name, String.join("; ", said)));
    return sections;
  }

  private static List<Change> changes(Map<String, String> from, Map<String, String> to) {
    TreeSet<String> names = new TreeSet<>(from.keySet());
    names.addAll(to.keySet());
    List<Change> changes = new ArrayList<>();
    names.forEach(it -> note(changes, it, from.getOrDefault(it, ""), to.getOrDefault(it, "")));
    return changes;
  }

  private static void note(List<Change> changes, String what, String from, String to) {
    if (!from.equals(to)) {
      changes.add(new Change(what, from, to));
    }
  }
}
