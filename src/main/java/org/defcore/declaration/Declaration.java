package org.defcore.declaration;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.defcore.capability.Offer;
import org.defcore.capability.Operation;

/**
 * The vendor's statement about a cloud. It is a claim, which is compared with what a run observed.
 *
 * @param services each type once
 * @param compute present if there is a service {@code compute}, like network and object store
 * @param policiesOff calls that are switched off for ordinary users
 * @param sections each project's section once
 */
public record Declaration(
    Product product,
    Contact contact,
    List<DeclaredService> services,
    Optional<DeclaredIdentity> identity,
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

  /** The part that decides which tests are applicable. */
  public Offer offer() {
    Set<Operation> missing = EnumSet.noneOf(Operation.class);
    compute.stream()
        .flatMap(it -> it.notOffered().stream())
        .map(NotOffered::operation)
        .forEach(missing::add);
    return new Offer(
        compute.flatMap(DeclaredCompute::kind),
        missing,
        identity.map(DeclaredIdentity::facts).orElseGet(Map::of));
  }
}
