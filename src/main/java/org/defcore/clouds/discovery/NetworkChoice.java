package org.defcore.clouds.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The network that servers are on, and the external network. */
record NetworkChoice(Optional<FoundNetwork> network, Optional<FoundNetwork> external) {

  /** Those that somebody wishes, else as usual. */
  static NetworkChoice of(List<FoundNetwork> all, String projectId, Wishes wishes) {
    List<FoundNetwork> foreign = Choosable.foreign(all);
    return new NetworkChoice(
        wishes
            .network()
            .map(it -> Choosable.wished(all, it.name(), it.option()))
            .or(() -> forServers(foreign, projectId)),
        wishes
            .externalNetwork()
            .map(it -> Choosable.wished(all, it.name(), it.option()))
            .or(() -> external(foreign)));
  }

  /** The project's own network, else a shared one; an external one if it is all there is. */
  private static Optional<FoundNetwork> forServers(List<FoundNetwork> all, String projectId) {
    return all.stream()
        .filter(FoundNetwork::usable)
        .filter(it -> it.shared() || projectId.equals(it.owner()))
        .min(
            Comparator.comparing(FoundNetwork::external)
                .thenComparing(it -> !projectId.equals(it.owner()))
                .thenComparing(Choosable.byName()));
  }

  /** The default one, else one with a subnet. */
  private static Optional<FoundNetwork> external(List<FoundNetwork> all) {
    return all.stream()
        .filter(FoundNetwork::external)
        .min(
            Comparator.comparing((FoundNetwork it) -> !it.preferred())
                .thenComparing(it -> !it.usable())
                .thenComparing(Choosable.byName()));
  }
}
