package org.defcore.declaration.compare;

import java.util.List;
import java.util.Optional;
import org.defcore.declaration.Declaration;
import org.defcore.declaration.DeclaredNetwork;
import org.defcore.result.Fact;
import org.defcore.result.FactNames;

/** The declared network model, compared with the networks that the project sees. */
final class NetworkRules {

  private static final String EXTERNAL = FactNames.EXTERNAL_NETWORKS;
  private static final String SHARED = FactNames.SHARED_NETWORKS;
  private static final String OWN = FactNames.OWN_NETWORKS;
  private static final String IPV6 = FactNames.IPV6_SUBNETS;

  private NetworkRules() {}

  static List<ComparedFact> compare(Declaration declaration, ObservedFacts observed) {
    return declaration
        .network()
        .map(it -> List.of(model(it.model(), observed), ipv6(it.ipv6(), observed)))
        .orElse(List.of());
  }

  private static ComparedFact model(DeclaredNetwork.Model model, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("Network model", model.word());
    Optional<Fact> external = observed.fact(EXTERNAL);
    Optional<Fact> shared = observed.fact(SHARED);
    Optional<Fact> own = observed.fact(OWN);
    if (external.isEmpty() || shared.isEmpty() || own.isEmpty()) {
      return claim.unobservable(
          observed.whyNot(FactNames.NETWORK_ID, "The run did not look at networks."));
    }
    Fact seen =
        new Fact(
            "network",
            "networks: %s external, %s shared, %s own"
                .formatted(external.get().value(), shared.get().value(), own.get().value()),
            external.get().source());
    return switch (model) {
      case FLOATING_IP ->
          isThere(external.get())
              ? claim.matches(seen, "There is an external network to lend addresses from.")
              : claim.contradicts(
                  seen, "The project sees no external network that could lend it addresses.");
      case PROVIDER -> provider(claim, seen, isThere(shared.get()), isThere(own.get()));
      case DEFAULT_NETWORK ->
          isThere(shared.get()) || isThere(own.get()) || isMadeOnDemand(observed)
              ? claim.matches(seen, "A server can be plugged into one that stands ready.")
              : claim.contradicts(seen, "No network stands ready, and none is made on demand.");
    };
  }

  private static ComparedFact provider(DeclaredFact claim, Fact seen, boolean shared, boolean own) {
    if (shared) {
      return claim.matches(seen, "The provider shares a network with the project.");
    }
    return own
        ? claim.undecided(seen, "Whether the provider made that network for it cannot be seen.")
        : claim.contradicts(
            seen, "The project sees no network that servers could be plugged into.");
  }

  private static boolean isMadeOnDemand(ObservedFacts observed) {
    return observed.fact(FactNames.networkExtension("auto-allocated-topology")).isPresent();
  }

  private static ComparedFact ipv6(DeclaredNetwork.Ipv6 ipv6, ObservedFacts observed) {
    DeclaredFact claim = new DeclaredFact("IPv6 addresses for servers", ipv6.word());
    Optional<Fact> seen = observed.fact(IPV6);
    if (seen.isEmpty()) {
      return claim.unobservable(observed.whyNot(IPV6, "The run did not look at subnets."));
    }
    Fact subnets = new Fact(IPV6, "IPv6 subnets: " + seen.get().value(), seen.get().source());
    return switch (ipv6) {
      case YES ->
          isThere(seen.get())
              ? claim.matches(subnets, "The project sees a subnet for it.")
              : claim.undecided(
                  subnets, "The project sees no subnet for it, which does not rule one out.");
      case NO ->
          isThere(seen.get())
              ? claim.contradicts(subnets, "The project sees a subnet for it.")
              : claim.matches(subnets, "The project sees no subnet for it.");
    };
  }

  private static boolean isThere(Fact count) {
    return !count.value().equals("0");
  }
}
