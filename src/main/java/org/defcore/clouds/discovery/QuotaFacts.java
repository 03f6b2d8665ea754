package org.defcore.clouds.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;
import org.defcore.result.FactNames;

/** Quotas of the project. */
final class QuotaFacts {

  private static final Quota COMPUTE =
      new Quota(
          "compute.quota",
          "/os-quota-sets/",
          "quota_set",
          Map.of(
              "cores", "cores",
              "instances", "instances",
              "key-pairs", "key_pairs",
              "metadata-items", "metadata_items",
              "ram", "ram"));
  private static final Quota VOLUME =
      new Quota(
          "volume.quota",
          "/os-quota-sets/",
          "quota_set",
          Map.of("gigabytes", "gigabytes", "snapshots", "snapshots", "volumes", "volumes"));
  private static final Quota NETWORK =
      new Quota(
          "network.quota",
          "/v2.0/quotas/",
          "quota",
          Map.of(
              "floating-ips", "floatingip",
              "networks", "network",
              "ports", "port",
              "routers", "router",
              "security-groups", "security_group",
              "security-group-rules", "security_group_rule",
              "subnets", "subnet"));

  /**
   * The quota of a service.
   *
   * @param name begins the names of its facts
   * @param fields of the answer, by the rest of the names
   */
  private record Quota(String name, String path, String key, Map<String, String> fields) {}

  private final FactCollector findings;
  private final String projectId;

  QuotaFacts(FactCollector findings, String projectId) {
    this.findings = findings;
    this.projectId = projectId;
  }

  boolean observeCompute(ServiceEndpoint compute) {
    return observe(COMPUTE, compute);
  }

  boolean observeVolume(ServiceEndpoint volume) {
    return observe(VOLUME, volume);
  }

  boolean observeNetwork(ServiceEndpoint root) {
    return observe(NETWORK, root);
  }

  private boolean observe(Quota quota, ServiceEndpoint endpoint) {
    String path = quota.path() + PercentEncoding.encode(projectId);
    return findings.ask(
        quota.name(),
        "GET " + endpoint.base().getRawPath() + path,
        source -> {
          Answer answer = endpoint.get(path).query("usage", "True").expect(200);
          JsonNode found = answer.json().path(quota.key());
          if (!found.isObject()) {
            throw answer.unexpected("an object " + quota.key(), "none");
          }
          quota
              .fields()
              .forEach(
                  (fact, field) -> {
                    JsonNode told = found.path(field);
                    String name = quota.name() + "." + fact;
                    add(name, told.isObject() ? told.path("limit") : told, source);
                    add(name + FactNames.USED, told.path("in_use"), source);
                  });
        });
  }

  private void add(String name, JsonNode value, String source) {
    if (value.isValueNode() && !value.isNull()) {
      findings.add(name, value.asText(), source);
    }
  }
}
