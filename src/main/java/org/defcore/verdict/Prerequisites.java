package org.defcore.verdict;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The components that a target stands on, and the verdicts that may say how they fared. */
record Prerequisites(List<String> components, List<Verdict> verdicts) {

  /**
   * The result of a component in one column; empty if no verdict shows it. A conformant verdict
   * decides every component that it covers. Any other verdict decides a component only if it covers
   * no other, since another one may have failed.
   */
  Optional<Column> column(String component, Function<Verdict, Column> column) {
    List<Verdict> covering =
        verdicts.stream().filter(it -> it.target().components().contains(component)).toList();
    return covering.stream()
        .filter(it -> column.apply(it).word() == VerdictStatus.CONFORMANT)
        .findFirst()
        .or(
            () ->
                covering.stream()
                    .filter(it -> it.target().components().equals(List.of(component)))
                    .findFirst())
        .map(column);
  }
}
