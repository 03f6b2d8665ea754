package org.defcore.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The components that a target stands on, and the verdicts that may say how they fared. */
record Prerequisites(List<String> components, List<Verdict> verdicts) {

  /**
   * The column of a component; empty if no verdict covers it. A conformant verdict settles every
   * component that it covers; any other only the one that it is about alone, since what it lacks
   * may be another's.
   */
  Optional<Column> column(String component, Function<Verdict, Column> column) {
    List<Verdict> covering =
        verdicts.stream().filter(it -> it.target().components().contains(component)).toList();
    return covering.stream()
        .filter(it -> column.apply(it).status() == VerdictStatus.CONFORMANT)
        .findFirst()
        .or(
            () ->
                covering.stream()
                    .filter(it -> it.target().components().equals(List.of(component)))
                    .findFirst())
        .map(column);
  }
}
