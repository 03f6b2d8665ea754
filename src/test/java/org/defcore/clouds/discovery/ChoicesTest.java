package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.defcore.clouds.CloudException;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.clouds.discovery.Wishes.Wish;
import org.defcore.http.HttpTransport;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.service.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The image, flavor and network that fit a cloud, and those that somebody wishes. */
class ChoicesTest {

  private final TinyCloud cloud = new TinyCloud();
  private final TinyAnswers answers = new TinyAnswers(cloud);
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());

  @BeforeEach
  void serve() {
    answers.compute();
    answers.network();
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}]}");
    cloud.get("/volumev3/", "{'versions': [{'id': 'v3.0'}]}");
    cloud.get("/volumev3/v3/p1/types", "{'volume_types': [{'name': 'ssd'}, {'name': 'disk'}]}");
    cloud.get("/volumev3/v3/p1/os-quota-sets/p1", "{'quota_set': {'volumes': 7}}");
    cloud.get(
        "/compute/v2.1/os-availability-zone", "{'availabilityZoneInfo': [{'zoneName': 'east'}]}");
  }

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void imageIsForTheArchitectureOfMost() {
    answers.images(
        "'id': 'a', 'size': 1, 'architecture': 'aarch64'",
        "'id': 'b', 'size': 2, 'name': 'cirros-arm64'",
        "'id': 'c', 'size': 3, 'architecture': 'amd64'",
        "'id': 'd', 'size': 4",
        "'id': 'e', 'size': 5, 'hw_architecture': 'x86_64'");

    assertThat(observe(Service.IMAGE))
        .contains(
            "image.id=c",
            "second-image.id=d",
            "image.choice=passed over, as most images are for another platform: a (aarch64),"
                + " cirros-arm64 (aarch64)");
  }

  @Test
  void imageIsForTheHypervisorOfMost() {
    answers.images(
        "'id': 'a', 'size': 1, 'hypervisor_type': 'vmware'",
        "'id': 'b', 'size': 2, 'hypervisor_type': 'kvm'",
        "'id': 'c', 'size': 3, 'img_hv_type': 'qemu'",
        "'id': 'd', 'size': 4");

    assertThat(observe(Service.IMAGE)).contains("image.id=b", "second-image.id=c");
  }

  @Test
  void imageIsVisibleLargeEnoughAndNobodysLeftover() {
    answers.images(
        "'id': 'hidden', 'size': 1000000, 'os_hidden': true",
        "'id': 'docker', 'size': 1000000, 'container_format': 'docker'",
        "'id': 'volume', 'size': 1000000, 'block_device_mapping': '[{}]'",
        "'id': 'left', 'size': 1000000, 'name': 'defcore-20260101-120000-abcdef-image-1'",
        "'id': 'tiny', 'size': 5",
        "'id': 'i', 'size': 2000000, 'os_hidden': false, 'block_device_mapping': '[]'");

    assertThat(observe(Service.IMAGE))
        .contains("image.id=i")
        .noneMatch(it -> it.startsWith("second-image.id"));
  }

  @Test
  void serversBootFromVolumesWhereNoFlavorHasADisk() {
    answers.flavors("a, 64, 0", "b, 128, 0");
    answers.images("'id': 'i', 'size': 10, 'min_disk': 3", "'id': 'j', 'size': 4294967297");

    assertThat(observe(Service.COMPUTE, Service.IMAGE))
        .contains(
            "flavor.id=a",
            "second-flavor.id=b",
            "server.boot-volume.gib=5",
            "volume.quota.volumes=7");

    answers.flavors("a, 64, 0", "b, 128, 9");
    assertThat(observe(Service.COMPUTE, Service.IMAGE))
        .contains("flavor.id=b")
        .noneMatch(it -> it.startsWith("server.boot-volume") || it.startsWith("second-flavor"));
  }

  @Test
  void serversBootFromImagesWhereThereAreNoVolumes() {
    cloud.serving("compute image");
    answers.flavors("a, 64, 0");

    assertThat(observe(Service.COMPUTE))
        .contains("flavor.id=a")
        .noneMatch(it -> it.startsWith("server.boot-volume"));
  }

  @Test
  void externalNetworkIsTakenIfItIsAllThereIs() {
    answers.networks(
        "'id': 'ext', 'router:external': true, 'shared': true, 'tenant_id': 'p2', 'subnets': ['s']");
    assertThat(observe(Service.NETWORK))
        .contains(
            "network.id=ext",
            "network.choice=external, as there is no other",
            "external-network.id=ext");

    answers.networks(
        "'id': 'ext', 'router:external': true, 'shared': true, 'tenant_id': 'p2', 'subnets': ['s']",
        "'id': 'left', 'tenant_id': 'p1', 'subnets': ['s'], 'name': 'defcore-20260101-x-network-1'",
        "'id': 'z', 'shared': true, 'tenant_id': 'p2', 'subnets': ['s']");
    assertThat(observe(Service.NETWORK)).contains("network.id=z");
  }

  @Test
  void wishesAreTakenAsTheyAre() {
    answers.flavors("a, 64, 1", "b, 128, 0", "c, 256, 0");
    answers.images("'id': 'i', 'size': 10", "'id': 'j', 'size': 20, 'name': 'defcore-mine'");
    answers.networks("'id': 'n', 'tenant_id': 'p2', 'name': 'their'", "'id': 'own'");

    Wishes wishes =
        new Wishes(
            List.of("defcore-mine"),
            List.of("b"),
            wish("their"),
            wish("own"),
            wish("10.1.0.0/16"),
            wish("ssd"),
            wish("east"),
            wish("dns.example."),
            wish("hidden"));
    assertThat(
            observe(
                wishes,
                Service.COMPUTE,
                Service.IMAGE,
                Service.NETWORK,
                Service.VOLUME,
                Service.DNS))
        .contains(
            "image.id=j",
            "flavor.id=b",
            "second-flavor.id=c",
            "server.boot-volume.gib=1",
            "network.id=n",
            "external-network.id=own",
            "network.subnet-range=10.1.0.0/16",
            "dns.zone-parent=dns.example.",
            "volume.type=ssd",
            "server.availability-zone=east")
        .noneMatch(it -> it.startsWith("second-image.id"));
  }

  @Test
  void wishThatNothingFulfilsIsRefused() {
    answers.networks("'id': 'n', 'name': 'net'");
    answers.images("'id': 'i', 'size': 10, 'name': 'cirros'");

    assertRefused("--flavor: expected one of n but found \"x\"", flavors("x"));
    assertRefused(
        "--x: expected one of net but found \"y\"",
        new Wishes(
            List.of(),
            List.of(),
            wish("y"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    assertRefused(
        "--x: expected one of disk, ssd but found \"gold\"",
        new Wishes(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            wish("gold"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void wishIsNotRefusedWhereTheListCannotBeRead() {
    cloud.get("/compute/v2.1/flavors/detail", "{'flavors': 7}");

    assertThat(observe(flavors("x"), Service.COMPUTE))
        .anyMatch(it -> it.startsWith("flavor.id.unavailable=cannot tell: GET /flavors/detail"));
  }

  private void assertRefused(String message, Wishes wishes) {
    assertThatThrownBy(
            () -> observe(wishes, Service.COMPUTE, Service.IMAGE, Service.NETWORK, Service.VOLUME))
        .isInstanceOf(CloudException.class)
        .hasMessage(message);
  }

  private static Wishes flavors(String name) {
    Wishes none = Wishes.NONE;
    return new Wishes(
        none.images(),
        List.of(name),
        none.network(),
        none.externalNetwork(),
        none.subnetRange(),
        none.volumeType(),
        none.zone(),
        none.zoneParent(),
        none.hidingTag());
  }

  private static Optional<Wish> wish(String name) {
    return Optional.of(new Wish(name, "--x"));
  }

  private List<String> observe(Service... services) {
    return observe(Wishes.NONE, services);
  }

  private List<String> observe(Wishes wishes, Service... services) {
    Recording recording = new Recording();
    Session session = Session.login(cloud.config(), transport, recording);
    return Discovery.observe(session, Set.of(services), wishes, recording).stream()
        .map(it -> it.name() + "=" + it.value())
        .toList();
  }
}
