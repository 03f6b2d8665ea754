package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Observations of discovery beyond the choice of image, flavor and network. */
class ObservedTraitsTest {

  private final TinyCloud cloud = new TinyCloud();
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void formatsOfImagesAndPropertiesOfTheOneToUse() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    cloud.get(
        "/image/v2/images",
        "{'images': ["
            + image("'id': 'large', 'size': 30, 'disk_format': 'raw', 'vm_mode': 'xen'")
            + ", "
            + image(
                "'id': 'small', 'size': 3, 'disk_format': 'qcow2', 'container_format': 'bare',"
                    + " 'architecture': 'x86_64', 'hypervisor_type': 'qemu', 'vm_mode': 'hvm',"
                    + " 'hw_machine_type': 'q35', 'os_type': ' ', 'colour': 'red'")
            + ", "
            + image("'id': 'kernel', 'size': 1, 'disk_format': 'aki'")
            + "]}");

    assertThat(observe(Service.IMAGE))
        .contains(
            "image.id=small (GET /image/v2/images)",
            "image.disk-formats=qcow2 raw (GET /image/v2/images)",
            "image.disk-format=qcow2 (GET /image/v2/images)",
            "image.container-format=bare (GET /image/v2/images)",
            "image.property.architecture=x86_64 (GET /image/v2/images)",
            "image.property.hw_machine_type=q35 (GET /image/v2/images)",
            "image.property.hypervisor_type=qemu (GET /image/v2/images)",
            "image.property.vm_mode=hvm (GET /image/v2/images)")
        .noneMatch(it -> it.contains("os_type") || it.contains("colour"));
  }

  @Test
  void imagesThatSayNothingLeaveNoFactsOfIt() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    cloud.get("/image/v2/images", "{'images': [" + image("'id': 'i', 'size': 3") + "]}");

    assertThat(observe(Service.IMAGE))
        .contains("image.id=i (GET /image/v2/images)")
        .noneMatch(it -> it.contains("format") || it.contains("image.property"));
  }

  @Test
  void flavorsByNumberAndSize() {
    cloud.get("/compute/", "{'versions': [{'id': 'v2.1'}]}");
    cloud.get(
        "/compute/v2.1/flavors/detail",
        "{'flavors': [{'id': 'a', 'name': 'a', 'ram': 512, 'disk': 1, 'vcpus': 8},"
            + " {'id': 'b', 'name': 'b', 'ram': 64, 'disk': 1, 'vcpus': 2}]}");

    assertThat(observe(Service.COMPUTE))
        .contains(
            "flavor.count=2 (GET /compute/v2.1/flavors/detail)",
            "flavor.ram.max=512 (GET /compute/v2.1/flavors/detail)",
            "flavor.ram.min=64 (GET /compute/v2.1/flavors/detail)",
            "flavor.vcpus.max=8 (GET /compute/v2.1/flavors/detail)",
            "flavor.vcpus.min=2 (GET /compute/v2.1/flavors/detail)");

    cloud.get("/compute/v2.1/flavors/detail", "{'flavors': []}");
    assertThat(observe(Service.COMPUTE))
        .contains("flavor.count=0 (GET /compute/v2.1/flavors/detail)")
        .noneMatch(it -> it.startsWith("flavor.ram"));
  }

  @Test
  void zonesAndVolumeTypesByName() {
    cloud.get("/compute/", "{'versions': [{'id': 'v2.1'}]}");
    cloud.get(
        "/compute/v2.1/os-availability-zone",
        "{'availabilityZoneInfo': [{'zoneName': 'zone10'}, {'zoneName': 'zone 9'}]}");
    cloud.get("/volumev3/", "{'versions': [{'id': 'v3.0'}]}");
    cloud.get("/volumev3/v3/p1/types", "{'volume_types': [{'name': 'ssd'}, {'name': 'disk'}]}");

    assertThat(observe(Service.COMPUTE, Service.VOLUME))
        .contains(
            "compute.availability-zones=zone 9, zone10 (GET /compute/v2.1/os-availability-zone)",
            "volume.types=disk, ssd (GET /volumev3/v3/p1/types)");

    cloud.get("/volumev3/v3/p1/types", "{'types': []}");
    assertThat(observe(Service.VOLUME))
        .contains(
            "volume.types.unavailable=cannot tell: GET /types: expected a list of volume_types"
                + " but found none (GET /volumev3/v3/p1/types)");
  }

  @Test
  void networksByWhoseTheyAre() {
    networkAnswers();
    cloud.get(
        "/network/v2.0/subnets",
        "{'subnets': [{'id': 'a', 'ip_version': 6}, {'id': 'b', 'ip_version': 4}]}");

    assertThat(observe(Service.NETWORK))
        .contains(
            "network.external.count=1 (GET /network/v2.0/networks)",
            "network.own.count=2 (GET /network/v2.0/networks)",
            "network.shared.count=1 (GET /network/v2.0/networks)",
            "network.subnet.ipv6.count=1 (GET /network/v2.0/subnets?ip_version=6)");
    assertThat(cloud.lines()).contains("GET /network/v2.0/subnets?ip_version=6");
  }

  @Test
  void subnetsThatCannotBeReadHinderNothingElse() {
    networkAnswers();
    cloud.on("GET /network/v2.0/subnets", Reply.json(500, "{}"));

    assertThat(observe(Service.NETWORK))
        .contains("network.extension.quotas=quotas (GET /network/v2.0/extensions)")
        .anyMatch(
            it ->
                it.startsWith(
                    "network.subnet.ipv6.count.unavailable=cannot tell: GET /v2.0/subnets:"
                        + " expected 200 but found 500"));
  }

  @Test
  void swiftTellsItsVersion() {
    cloud.get("/object-store/info", "{'slo': {}, 'swift': {'version': '2.30.1'}}");
    assertThat(observe(Service.OBJECT_STORE))
        .contains("object-store.swift.version=2.30.1 (GET /object-store/info)");

    cloud.get("/object-store/info", "{'slo': {}, 'swift': {'max_file_size': 5}}");
    assertThat(observe(Service.OBJECT_STORE))
        .contains("object-store.info=slo swift (GET /object-store/info)")
        .noneMatch(it -> it.startsWith("object-store.swift.version"));
  }

  private void networkAnswers() {
    cloud.get("/network/", "{'versions': [{'id': 'v2.0'}]}");
    cloud.get("/network/v2.0/extensions", "{'extensions': [{'alias': 'quotas'}]}");
    cloud.get(
        "/network/v2.0/networks",
        "{'networks': ["
            + "{'id': 'ext', 'router:external': true, 'shared': true, 'tenant_id': 'p2'},"
            + "{'id': 'shared', 'shared': true, 'tenant_id': 'p1'},"
            + "{'id': 'own', 'tenant_id': 'p1'}, {'id': 'own2', 'tenant_id': 'p1'},"
            + "{'id': 'foreign', 'tenant_id': 'p2'}]}");
  }

  private static String image(String attributes) {
    return "{" + attributes + ", 'status': 'active', 'visibility': 'public'}";
  }

  private List<String> observe(Service... services) {
    Recording recording = new Recording();
    Session session = Session.login(cloud.config(), transport, recording);
    return Discovery.observe(session, Set.of(services), recording).stream()
        .map(it -> it.name() + "=" + it.value() + " (" + it.source() + ")")
        .toList();
  }
}
