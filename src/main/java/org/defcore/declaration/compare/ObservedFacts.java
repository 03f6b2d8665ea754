package org.defcore.declaration.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.capability.Operation;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;
import org.defcore.service.Service;

/** The facts of a run, by name. */
public final class ObservedFacts {

  private final Map<String, Fact> facts = new HashMap<>();

  /**
   * @param facts the first of two with the same name counts
   */
  public ObservedFacts(List<Fact> facts) {
    facts.forEach(it -> this.facts.putIfAbsent(it.name(), it));
  }

  public Optional<Fact> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /**
   * Returns whether a service is in the catalogue. Identity always is, since it answered the login.
   */
  public boolean offers(String service) {
    List<String> spellings =
        Service.named(service).map(Service::spellings).orElse(List.of(service));
    return service.equals(Service.IDENTITY.word())
        || fact(FactNames.CATALOGUE_TYPES).stream()
            .flatMap(it -> Stream.of(it.value().split(" ", -1)))
            .anyMatch(spellings::contains);
  }

  /** The answer of the cloud that refused an operation. */
  Optional<Fact> refusal(Operation operation) {
    return fact(OperationFacts.REFUSED + operation.word());
  }

  /** The fact that the cloud performed an operation. */
  Optional<Fact> success(Operation operation) {
    return fact(OperationFacts.DONE + operation.word());
  }

  /** The reason for which a fact is unknown, one sentence: as recorded, otherwise the given one. */
  String whyNot(String name, String otherwise) {
    String service = name.substring(0, name.indexOf('.'));
    return fact(FactNames.unavailable(name))
        .or(() -> fact(FactNames.unavailable(FactNames.versions(service))))
        .or(() -> fact(FactNames.unavailable(service)))
        .map(it -> "The run could not learn it: " + it.value())
        .map(it -> it.endsWith(".") ? it : it + ".")
        .orElse(otherwise);
  }
}
