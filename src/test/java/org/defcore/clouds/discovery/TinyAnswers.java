package org.defcore.clouds.discovery;

import java.util.List;
import org.defcore.clouds.TinyCloud;

/** Answers that services of a small cloud give, each described by the fields that matter. */
final class TinyAnswers {

  private final TinyCloud cloud;

  TinyAnswers(TinyCloud cloud) {
    this.cloud = cloud;
  }

  void compute() {
    cloud.get(
        "/compute/",
        "{'versions': [{'id': 'v2.1', 'version': '2.93', 'min_version': '2.1'},"
            + " {'id': 'v2.0', 'version': '', 'min_version': ''}]}");
    cloud.get(
        "/compute/v2.1/os-quota-sets/p1",
        "{'quota_set': {'id': 'p1', 'instances': 10, 'cores': 20, 'ram': 51200, 'key_pairs': 100,"
            + " 'metadata_items': 128}}");
    flavors("1, 64, 1");
  }

  void flavors(String... flavors) {
    List<String> list =
        List.of(flavors).stream()
            .map(it -> it.split(", "))
            .map(
                it ->
                    "{'id': '%s', 'name': 'n', 'ram': %s, 'disk': %s, 'vcpus': 1}"
                        .formatted(it[0], it[1], it[2]))
            .toList();
    cloud.get("/compute/v2.1/flavors/detail", "{'flavors': " + list + "}");
  }

  void images(String... images) {
    List<String> list =
        List.of(images).stream()
            .map(
                it ->
                    "{"
                        + it
                        + (it.contains("'status'") ? "" : ", 'status': 'active'")
                        + (it.contains("'visibility'") ? "" : ", 'visibility': 'public'")
                        + (it.contains("'disk_format'") ? "" : ", 'disk_format': 'qcow2'")
                        + "}")
            .toList();
    cloud.get("/image/v2/images", "{'images': " + list + "}");
  }

  void network() {
    cloud.get("/network/", "{'versions': [{'id': 'v2.0'}]}");
    cloud.get(
        "/network/v2.0/extensions",
        "{'extensions': [{'alias': 'dns-integration', 'name': 'DNS'}, {'alias': 'quotas'}]}");
    cloud.get("/network/v2.0/quotas/p1", "{'quota': {'network': 5, 'port': 1000, 'subnet': 6}}");
  }

  void networks(String... networks) {
    List<String> list =
        List.of(networks).stream()
            .map(
                it ->
                    "{"
                        + it
                        + ", 'status': 'ACTIVE'"
                        + (it.contains("admin_state_up") ? "" : ", 'admin_state_up': true")
                        + "}")
            .toList();
    cloud.get("/network/v2.0/networks", "{'networks': " + list + "}");
  }
}
