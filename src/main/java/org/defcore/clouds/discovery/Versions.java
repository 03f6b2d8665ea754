package org.defcore.clouds.discovery;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.result.FactNames;

/** Version documents and microversion windows. */
final class Versions {

  private final FactCollector findings;

  Versions(FactCollector findings) {
    this.findings = findings;
  }

  /** Learns {@code <service>.versions}, and the microversion window if the service has one. */
  boolean observe(String service, ServiceEndpoint endpoint) {
    ServiceEndpoint root = endpoint.unversioned();
    return findings.ask(
        FactNames.versions(service),
        "GET " + root.base().getRawPath() + "/ of " + service,
        source -> read(service, source, root.get("/").send()));
  }

  private void read(String service, String source, Answer answer) {
    // Services say 300 where there is a choice, with the same document.
    if (answer.status() != 200 && answer.status() != 300) {
      throw answer.unexpected("200 or 300", String.valueOf(answer.status()));
    }
    List<JsonNode> versions = versions(answer.json());
    String ids =
        versions.stream()
            .map(it -> it.path("id").asText(""))
            .filter(it -> !it.isEmpty())
            .sorted(NaturalOrder.NATURAL)
            .distinct()
            .collect(joining(" "));
    if (ids.isEmpty()) {
      throw answer.unexpected("versions with an id", "none");
    }
    findings.add(FactNames.versions(service), ids, source);
    current(versions)
        .ifPresent(
            it -> {
              findings.add(
                  FactNames.lowestMicroversion(service), it.path("min_version").asText(), source);
              findings.add(
                  FactNames.highestMicroversion(service), it.path("version").asText(), source);
            });
  }

  /** The three forms in use: a list, a list below {@code values}, a single version. */
  private static List<JsonNode> versions(JsonNode document) {
    JsonNode list = document.path("versions");
    JsonNode values = list.isObject() ? list.path("values") : list;
    List<JsonNode> versions = new ArrayList<>();
    values.forEach(versions::add);
    if (document.path("version").isObject()) {
      versions.add(document.path("version"));
    }
    return versions;
  }

  /** The newest version that has a window. */
  private static Optional<JsonNode> current(List<JsonNode> versions) {
    return versions.stream()
        .filter(it -> !it.path("version").asText("").isEmpty())
        .filter(it -> !it.path("min_version").asText("").isEmpty())
        .max((a, b) -> NaturalOrder.NATURAL.compare(a.path("id").asText(), b.path("id").asText()));
  }
}
