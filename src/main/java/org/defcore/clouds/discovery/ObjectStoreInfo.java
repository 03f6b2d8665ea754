package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.http.ServiceEndpoint;
import org.defcore.result.FactNames;

/** The information of an object store: its features, and its version if it is Swift. */
final class ObjectStoreInfo {

  private final FactCollector findings;

  ObjectStoreInfo(FactCollector findings) {
    this.findings = findings;
  }

  boolean observe(ServiceEndpoint root) {
    return findings.ask(
        FactNames.OBJECT_STORE_INFO,
        "GET " + root.base().getRawPath() + "/info",
        source -> {
          JsonNode info = root.get("/info").expect(200).json();
          Set<String> features = new TreeSet<>();
          info.fieldNames().forEachRemaining(features::add);
          findings.add(FactNames.OBJECT_STORE_INFO, String.join(" ", features), source);
          String version = info.path("swift").path("version").asText("");
          if (!version.isBlank()) {
            findings.add(FactNames.SWIFT_VERSION, version, source);
          }
        });
  }
}
