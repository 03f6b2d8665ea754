package org.defcore.clouds.discovery;

import java.util.List;
import java.util.Optional;
import org.defcore.clouds.discovery.Wishes.Wish;
import org.defcore.http.ServiceEndpoint;
import org.defcore.result.ChosenFact;

/** Names of zones and volume types. */
final class NameFacts {

  private final FactCollector findings;

  NameFacts(FactCollector findings) {
    this.findings = findings;
  }

  /** Learns {@code compute.availability-zones}. */
  boolean observeZones(ServiceEndpoint compute, Optional<Wish> wish) {
    return observe(
        compute,
        new Names(
            "compute.availability-zones",
            "/os-availability-zone",
            "availabilityZoneInfo",
            "zoneName",
            ChosenFact.ZONE),
        wish);
  }

  /** Learns {@code volume.types}. */
  boolean observeTypes(ServiceEndpoint volume, Optional<Wish> wish) {
    return observe(
        volume,
        new Names("volume.types", "/types", "volume_types", "name", ChosenFact.VOLUME_TYPE),
        wish);
  }

  /**
   * A list of things with names.
   *
   * @param chosen the fact that a wish becomes
   */
  private record Names(String fact, String path, String list, String name, ChosenFact chosen) {}

  private boolean observe(ServiceEndpoint endpoint, Names what, Optional<Wish> wish) {
    boolean answers =
        findings.ask(
            what.fact(),
            "GET " + endpoint.base().getRawPath() + what.path(),
            source -> {
              PagedList list = new PagedList(endpoint, what.path(), what.list());
              List<String> names =
                  list.records().stream()
                      .map(it -> it.path(what.name()).asText(""))
                      .filter(it -> !it.isBlank())
                      .sorted(NaturalOrder.NATURAL)
                      .toList();
              findings.add(what.fact(), String.join(", ", names), source);
              list.checkWhole();
              if (wish.isPresent() && !names.contains(wish.get().name())) {
                throw Choosable.unknown(names.stream(), wish.get().name(), wish.get().option());
              }
            });
    wish.ifPresent(it -> findings.add(what.chosen().factName(), it.name(), it.option()));
    return answers;
  }
}
