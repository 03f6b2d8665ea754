package org.defcore.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defcore.report.compare.RunComparison.FactRow;
import org.defcore.report.compare.RunComparison.Observed;
import org.defcore.result.Fact;

/** Facts of several runs, sorted by whether they differ. */
final class ObservedRows {

  private ObservedRows() {}

  static Observed of(List<List<Fact>> observations) {
    List<Map<String, String>> facts = observations.stream().map(ObservedRows::byName).toList();
    List<FactRow> differing = new ArrayList<>();
    List<FactRow> same = new ArrayList<>();
    List<FactRow> own = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    facts.forEach(it -> names.addAll(it.keySet()));
    for (String name : names) {
      List<String> values = facts.stream().map(it -> it.getOrDefault(name, "")).toList();
      if (name.endsWith(".id") && !values.contains("")) {
        own.add(new FactRow(name, values));
      } else if (values.stream().distinct().count() > 1) {
        differing.add(new FactRow(name, values));
      } else {
        same.add(new FactRow(name, values));
      }
    }
    return new Observed(differing, same, own);
  }

  private static Map<String, String> byName(List<Fact> facts) {
    return facts.stream()
        .collect(Collectors.toMap(Fact::name, Fact::value, (a, b) -> a + " " + b, TreeMap::new));
  }
}
