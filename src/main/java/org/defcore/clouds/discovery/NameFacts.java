package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.joining;

import java.util.stream.StreamSupport;
import org.defcore.http.ServiceEndpoint;

/** Names of zones and volume types. */
final class NameFacts {

  private final FactCollector findings;

  NameFacts(FactCollector findings) {
    this.findings = findings;
  }

  /** Learns {@code compute.availability-zones}. */
  boolean observeZones(ServiceEndpoint compute) {
    return observe(
        "compute.availability-zones",
        compute,
        "/os-availability-zone",
        new Form("availabilityZoneInfo", "zoneName"));
  }

  /** Learns {@code volume.types}. */
  boolean observeTypes(ServiceEndpoint volume) {
    return observe("volume.types", volume, "/types", new Form("volume_types", "name"));
  }

  private record Form(String list, String name) {}

  private boolean observe(String fact, ServiceEndpoint endpoint, String path, Form form) {
    return findings.ask(
        fact,
        "GET " + endpoint.base().getRawPath() + path,
        source -> {
          String names =
              StreamSupport.stream(
                      FactCollector.list(form.list(), endpoint.get(path).expect(200)).spliterator(),
                      false)
                  .map(it -> it.path(form.name()).asText(""))
                  .filter(it -> !it.isBlank())
                  .sorted(NaturalOrder.NATURAL)
                  .collect(joining(", "));
          findings.add(fact, names, source);
        });
  }
}
