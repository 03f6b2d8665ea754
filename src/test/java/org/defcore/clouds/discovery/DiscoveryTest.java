package org.defcore.clouds.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.TransportSettings;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.defcore.result.Fact;
import org.defcore.service.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private final TinyCloud cloud = new TinyCloud();
  private final TinyAnswers answers = new TinyAnswers(cloud);
  private final HttpTransport transport =
      new HttpTransport(TransportSettings.defaults(), new Secrets());
  private final Recording recording = new Recording();

  @AfterEach
  void close() {
    transport.close();
    cloud.close();
  }

  @Test
  void asksOnlyTheServicesAskedFor() {
    assertThat(observe())
        .containsExactly(
            "catalogue.types=compute dns image network object-store volumev3"
                + " (POST /v3/auth/tokens)");
    assertThat(cloud.lines()).containsExactly("POST /v3/auth/tokens");
  }

  @Test
  void observesCompute() {
    answers.compute();

    assertThat(observe(Service.COMPUTE))
        .contains(
            "compute.versions=v2.0 v2.1 (GET /compute/ of compute)",
            "compute.microversion.min=2.1 (GET /compute/ of compute)",
            "compute.microversion.max=2.93 (GET /compute/ of compute)",
            "compute.quota.instances=10 (GET /compute/v2.1/os-quota-sets/p1)",
            "compute.quota.cores=20 (GET /compute/v2.1/os-quota-sets/p1)");
  }

  @Test
  void takesTheSmallestFlavorsByMemoryThenDiskThenId() {
    answers.compute();
    answers.flavors("100, 64, 2", "9, 64, 2", "big, 512, 9", "42, 64, 3", "0, 32, 5");

    assertThat(observe(Service.COMPUTE))
        .contains(
            "flavor.id=0 (GET /compute/v2.1/flavors/detail)",
            "second-flavor.id=big (GET /compute/v2.1/flavors/detail)");

    answers.flavors("100, 64, 2", "9, 64, 2", "42, 64, 3");
    assertThat(observe(Service.COMPUTE))
        .contains(
            "flavor.id=9 (GET /compute/v2.1/flavors/detail)",
            "second-flavor.id=100 (GET /compute/v2.1/flavors/detail)");

    answers.flavors("only, 64, 2");
    assertThat(names(observe(Service.COMPUTE)))
        .contains("flavor.id")
        .doesNotContain("second-flavor.id");
  }

  @Test
  void takesAFlavorThatTheImageFitsInto() {
    answers.compute();
    answers.flavors("tiny, 32, 1", "small, 64, 1", "roomy, 64, 5", "none, 64, 0");
    answers.images("'id': 'i', 'size': 10, 'min_ram': 64, 'min_disk': 2");
    assertThat(observe(Service.COMPUTE, Service.IMAGE))
        .contains(
            "flavor.id=roomy (GET /compute/v2.1/flavors/detail)",
            "flavor.count=4 (GET /compute/v2.1/flavors/detail)")
        .noneMatch(it -> it.startsWith("second-flavor.id"));

    answers.images("'id': 'i', 'size': 10, 'min_ram': 128");
    assertThat(observe(Service.COMPUTE, Service.IMAGE))
        .contains(
            "flavor.id.unavailable=no flavor that fits image i (GET /compute/v2.1/flavors/detail)");
  }

  @Test
  void takesTheSmallestImagesThatBoot() {
    cloud.get("/image/", "{'versions': [{'id': 'v2.15'}, {'id': 'v2.9'}]}");
    answers.images(
        "'id': 'kernel', 'size': 1, 'disk_format': 'aki'",
        "'id': 'queued', 'size': 2, 'status': 'queued'",
        "'id': 'foreign', 'size': 3, 'visibility': 'private', 'owner': 'p2'",
        "'id': 'snapshot', 'size': 4, 'image_type': 'snapshot'",
        "'id': 'empty', 'size': 0",
        "'id': 'large', 'size': 30",
        "'id': 'own', 'size': 20, 'visibility': 'private', 'owner': 'p1', 'name': 'mine'");

    assertThat(observe(Service.IMAGE))
        .contains(
            "image.versions=v2.9 v2.15 (GET /image/ of image)",
            "image.id=own (GET /image/v2/images)",
            "image.name=mine (GET /image/v2/images)",
            "second-image.id=large (GET /image/v2/images)");

    answers.images();
    assertThat(observe(Service.IMAGE))
        .contains("image.id.unavailable=no active image that is a disk (GET /image/v2/images)");
  }

  @Test
  void prefersANetworkOfItsOwn() {
    answers.network();
    answers.networks(
        "'id': 'ext', 'router:external': true, 'tenant_id': 'p2', 'subnets': ['s']",
        "'id': 'shared', 'shared': true, 'tenant_id': 'p2', 'subnets': ['s'], 'name': 'a'",
        "'id': 'bare', 'tenant_id': 'p1', 'subnets': [], 'name': 'a'",
        "'id': 'down', 'tenant_id': 'p1', 'subnets': ['s'], 'name': 'a', 'admin_state_up': false",
        "'id': 'own', 'tenant_id': 'p1', 'subnets': ['s'], 'name': 'z'",
        "'id': 'foreign', 'tenant_id': 'p2', 'subnets': ['s'], 'name': 'a'");

    assertThat(observe(Service.NETWORK))
        .contains(
            "network.id=own (GET /network/v2.0/networks)",
            "network.name=z (GET /network/v2.0/networks)",
            "external-network.id=ext (GET /network/v2.0/networks)",
            "network.extension.dns-integration=DNS (GET /network/v2.0/extensions)",
            "network.quota.ports=1000 (GET /network/v2.0/quotas/p1)");
  }

  @Test
  void takesASharedNetworkElse() {
    answers.network();
    answers.networks("'id': 'shared', 'shared': true, 'tenant_id': 'p2', 'subnets': ['s']");
    assertThat(observe(Service.NETWORK))
        .contains("network.id=shared (GET /network/v2.0/networks)")
        .noneMatch(it -> it.startsWith("external-network.id"));

    answers.networks("'id': 'foreign', 'tenant_id': 'p2', 'subnets': ['s']");
    assertThat(observe(Service.NETWORK))
        .contains(
            "network.id.unavailable=no network with a subnet, own or shared"
                + " (GET /network/v2.0/networks)");
  }

  @Test
  void observesVolumes() {
    cloud.on(
        "GET /volumev3/",
        Reply.json(
            300,
            "{\"versions\": [{\"id\": \"v3.0\", \"version\": \"3.70\", \"min_version\": \"3.0\"}]}"));
    cloud.get(
        "/volumev3/v3/p1/os-quota-sets/p1",
        "{'quota_set': {'id': 'p1', 'volumes': 10, 'gigabytes': 1000, 'snapshots': 7, 'groups': 1}}");

    assertThat(observe(Service.VOLUME))
        .contains(
            "volume.microversion.max=3.70 (GET /volumev3/ of volume)",
            "volume.microversion.min=3.0 (GET /volumev3/ of volume)",
            "volume.quota.snapshots=7 (GET /volumev3/v3/p1/os-quota-sets/p1)",
            "volume.quota.volumes=10 (GET /volumev3/v3/p1/os-quota-sets/p1)");
  }

  @Test
  void observesTheOtherServices() {
    cloud.get("/", "{'versions': {'values': [{'id': 'v3.14'}]}}");
    cloud.get("/dns/", "{'versions': {'values': [{'id': 'v2.1'}, {'id': 'v2'}]}}");
    cloud.get("/object-store/info", "{'tempurl': {}, 'slo': {}, 'swift': {'version': '2.30'}}");

    assertThat(observe(Service.IDENTITY, Service.DNS, Service.OBJECT_STORE, Service.ORCHESTRATION))
        .contains(
            "dns.versions=v2 v2.1 (GET /dns/ of dns)",
            "identity.versions=v3.14 (GET / of identity)",
            "object-store.info=slo swift tempurl (GET /object-store/info)",
            "orchestration.unavailable=cloud 'acme': orchestration: expected an endpoint (public)"
                + " but found none; types there are: compute, dns, image, network, object-store,"
                + " volumev3; regions: One: check region_name and interface in clouds.yaml"
                + " (catalogue)");
  }

  @Test
  void saysWhyAFactIsNotKnown() {
    cloud.get("/compute/", "{'choices': []}");
    cloud.on("GET /compute/v2.1/flavors/detail", Reply.json(503, "{}").with("Retry-After", "0"));
    cloud.on(
        "GET /image/", new Reply(200, Map.of("Content-Type", "text/html"), "<html>hello</html>"));
    cloud.get("/image/v2/images", "{'images': 7}");

    List<String> facts = observe(Service.COMPUTE, Service.IMAGE);

    assertThat(names(facts))
        .containsExactly(
            "catalogue.types",
            "compute.availability-zones.unavailable",
            "compute.quota.unavailable",
            "compute.versions.unavailable",
            "flavor.id.unavailable",
            "image.id.unavailable",
            "image.versions.unavailable");
    assertThat(facts)
        .contains(
            "compute.quota.unavailable=cannot tell: GET /os-quota-sets/p1: expected 200 but found"
                + " 404 (GET /compute/v2.1/os-quota-sets/p1)",
            "flavor.id.unavailable=cannot tell: GET /flavors/detail: expected 200 but found 503"
                + " (gateway answered, after 5 requests): see whether the service or a proxy before"
                + " it restarts (GET /compute/v2.1/flavors/detail)",
            "image.id.unavailable=cannot tell: GET /v2/images: expected a list of images but found"
                + " none (GET /image/v2/images)")
        .allMatch(it -> it.lines().count() == 1);
  }

  @Test
  void stopsAskingAServiceThatDoesNotAnswer() {
    Session session = Session.login(cloud.config(), transport, recording);
    cloud.close();

    List<Fact> facts =
        Discovery.observe(session, Set.of(Service.COMPUTE, Service.NETWORK), recording);

    assertThat(facts)
        .extracting(Fact::name)
        .containsExactly(
            "catalogue.types",
            "compute.unavailable",
            "compute.versions.unavailable",
            "network.unavailable",
            "network.versions.unavailable");
    assertThat(recording.exchanges()).hasSizeLessThanOrEqualTo(9);
  }

  private List<String> observe(Service... services) {
    Session session = Session.login(cloud.config(), transport, recording);
    return Discovery.observe(session, Set.of(services), recording).stream()
        .map(it -> it.name() + "=" + it.value() + " (" + it.source() + ")")
        .toList();
  }

  private static List<String> names(List<String> facts) {
    return facts.stream().map(it -> it.substring(0, it.indexOf('='))).toList();
  }
}
