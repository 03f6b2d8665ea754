package org.defcore.clouds.discovery;

import java.util.List;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;
import org.defcore.result.FactNames;

/** The types of resources that an orchestration service has. */
record ResourceTypes(FactCollector findings) {

  boolean observe(ServiceEndpoint endpoint) {
    return findings.ask(
        FactNames.RESOURCE_TYPES,
        "GET " + endpoint.base().getRawPath() + "/resource_types",
        source -> {
          List<String> types =
              endpoint
                  .get("/resource_types")
                  .expect(200)
                  .list("resource_types", String.class, Envelope.OPEN);
          findings.add(FactNames.RESOURCE_TYPES, String.join(" ", types), source);
        });
  }
}
