package org.defcore.declaration;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Offer;
import org.defcore.capability.Operation;
import org.defcore.declaration.compare.DeclarationComparison;

/**
 * The vendor's statement of what a cloud is made of. It is a claim: {@link DeclarationComparison}
 * says what of it can be seen to be true.
 *
 * @param services each type once
 * @param compute there if there is a service {@code compute}; so are network and object store
 * @param policiesOff calls that are switched off for ordinary users
 * @param sections each project's section once
 */
public record Declaration(
    Product product,
    Contact contact,
    List<DeclaredService> services,
    Optional<DeclaredCompute> compute,
    Optional<DeclaredNetwork> network,
    Optional<DeclaredObjectStore> objectStore,
    List<PolicyOff> policiesOff,
    List<DesignatedSection> sections) {

  public Declaration {
    services = List.copyOf(services);
    policiesOff = List.copyOf(policiesOff);
    sections = List.copyOf(sections);
  }

  /** The service of that type. */
  public Optional<DeclaredService> service(String type) {
    return services.stream().filter(it -> it.type().equals(type)).findFirst();
  }

  /** As far as it decides which tests can be asked. */
  public Offer offer() {
    Set<Operation> missing = EnumSet.noneOf(Operation.class);
    compute.stream()
        .flatMap(it -> it.notOffered().stream())
        .map(NotOffered::operation)
        .forEach(missing::add);
    return new Offer(compute.flatMap(DeclaredCompute::kind), missing);
  }
}
