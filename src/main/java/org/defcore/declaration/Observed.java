package org.defcore.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.capability.Operation;
import org.defcore.result.Fact;

/** The facts of a run, by name. */
final class Observed {

  private final Map<String, Fact> facts = new HashMap<>();

  /**
   * @param facts of two with one name the first counts
   */
  Observed(List<Fact> facts) {
    facts.forEach(it -> this.facts.putIfAbsent(it.name(), it));
  }

  Optional<Fact> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** What the cloud answered when it was asked for that and refused. */
  Optional<Fact> refusal(Operation operation) {
    return fact("refused." + operation.word());
  }

  /** The number that a fact tells; empty also if it is none. */
  Optional<Long> number(String name) {
    return fact(name).map(Fact::value).filter(it -> it.matches("\\d{1,9}")).map(Long::valueOf);
  }

  /** Why a fact is not known, one sentence: as noted in its place, else this one. */
  String whyNot(String name, String otherwise) {
    String service = name.substring(0, name.indexOf('.'));
    return fact(name + ".unavailable")
        .or(() -> fact(service + ".versions.unavailable"))
        .or(() -> fact(service + ".unavailable"))
        .map(it -> "The run could not learn it: " + it.value())
        .map(it -> it.endsWith(".") ? it : it + ".")
        .orElse(otherwise);
  }
}
