package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Query;
import org.defcore.client.Resource;
import org.defcore.client.Wanted;
import org.defcore.client.network.NetworkClient;
import org.defcore.client.network.SecurityGroup;
import org.defcore.client.objectstore.ObjectStoreClient;
import org.defcore.client.orchestration.OrchestrationClient;
import org.defcore.http.message.Recording;
import org.defcore.kit.resource.CleanupAccess;
import org.defcore.kit.resource.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Removal of security groups, floating IPs, stacks, containers and metadata of accounts. */
@ExtendWith(BenchExtension.class)
class StoreCleanupTest {

  private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

  private final Workbench bench;
  private final Cleanup cleanup;

  StoreCleanupTest(Workbench bench) {
    this.bench = bench;
    this.cleanup = bench.cleanup();
  }

  @Test
  void securityGroupIsRemovedWithItsRules() {
    Resource<SecurityGroup> groups = bench.cloud().member().network().securityGroups();
    SecurityGroup made =
        cleanup.create(
            ResourceKind.SECURITY_GROUP,
            "web",
            () -> groups.create(Map.of("name", "web")),
            SecurityGroup::id);
    bench
        .session
        .service("network", new Recording())
        .post("/v2.0/security-group-rules")
        .json(rule(made.id()))
        .expect(201);

    cleanup.runAll(TestEnd.PASSED);

    assertNothingLeft();
  }

  @Test
  void floatingIpIsFoundByItsDescription() {
    NetworkClient network = bench.cloud().member().network();
    String id = network.networks().list(Query.by("router:external", true)).get(0).id();
    List.of("web", "web-2")
        .forEach(
            it ->
                network.floatingIps().create(Map.of("floating_network_id", id, "description", it)));

    assertThat(remove(ResourceKind.FLOATING_IP, "web")).isEqualTo(1);

    assertThat(bench.simulated.resources()).singleElement().asString().endsWith(" web-2");
  }

  private static Object rule(String group) {
    return Map.of(
        "security_group_rule", Map.of("security_group_id", group, "direction", "ingress"));
  }

  @Test
  void securityGroupWhoseAnswerWasLostIsFoundByItsName() {
    Resource<SecurityGroup> groups = bench.cloud().member().network().securityGroups();
    groups.create(Map.of("name", "web"));
    groups.create(Map.of("name", "web-2"));

    assertThat(remove(ResourceKind.SECURITY_GROUP, "web")).isEqualTo(1);

    assertThat(bench.simulated.resources()).singleElement().asString().endsWith(" web-2");
  }

  @Test
  void stackIsRemovedByItsName() {
    OrchestrationClient heat = bench.cloud().member().orchestration();
    Wanted stack = Wanted.nameless().with("template", "heat_template_version: 2016-04-08");
    heat.create(stack.with("stack_name", "one"));
    heat.create(stack.with("stack_name", "one-2"));

    assertThat(remove(ResourceKind.STACK, "one")).isEqualTo(1);

    assertThat(bench.simulated.resources()).singleElement().asString().endsWith(" one-2");
  }

  @Test
  void containerIsRemovedWithItsObjects() {
    ObjectStoreClient store = container("box");
    store.upload("/box/one", DATA, Map.of());
    store.upload("/box/a%20folder%2Fzwei%20%C3%BC", DATA, Map.of());

    cleanup.runAll(TestEnd.PASSED);

    assertNothingLeft();
  }

  @Test
  void containerWithAnExpiredObjectIsRemoved() {
    ObjectStoreClient store = container("box");
    store.upload("/box/one", DATA, Map.of());
    // As if it had expired: listed, and not found any more.
    bench.simulated.switchOn(
        List.of("object-store.objects.show.status=404", "object-store.objects.read.status=404"));
    assertThat(store.find("/box/one")).isEmpty();
    assertThat(bench.simulated.resources()).contains("object box/one");

    cleanup.runAll(TestEnd.PASSED);

    assertNothingLeft();
  }

  @Test
  void containerThatNeverWasIsNoLeak() {
    assertThat(remove(ResourceKind.CONTAINER, "box")).isZero();
  }

  @Test
  void signingKeyIsRemovedAndThatOfOthersStays() {
    ObjectStoreClient store = bench.cloud().member().objectStore();
    String place = "X-Account-Meta-Temp-URL-Key";
    store.update("", Map.of(place, "theirs"));
    cleanup.create(
        ResourceKind.SIGNING_KEY,
        "ours",
        () -> store.update("", Map.of(place + "-2", "ours.9f3a")),
        it -> "ours");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(store.show("").names("x-account-meta-"))
        .containsExactly("x-account-meta-temp-url-key");
    assertThat(remove(ResourceKind.SIGNING_KEY, "ours")).isZero();
  }

  @Test
  void metadataOfTheAccountIsRemovedAndThatOfOthersStays() {
    ObjectStoreClient store = bench.cloud().member().objectStore();
    store.update("", Map.of("X-Account-Meta-Ours-2", "theirs"));
    Map<String, String> ours = Map.of("X-Account-Meta-Ours", "red");
    cleanup.create(
        ResourceKind.ACCOUNT_METADATA, "ours", () -> store.update("", ours), it -> "ours");

    cleanup.runAll(TestEnd.PASSED);

    assertThat(store.show("").names("x-account-meta-")).containsExactly("x-account-meta-ours-2");
    assertThat(remove(ResourceKind.ACCOUNT_METADATA, "ours")).isZero();
  }

  private ObjectStoreClient container(String name) {
    ObjectStoreClient store = bench.cloud().member().objectStore();
    cleanup.create(
        ResourceKind.CONTAINER, name, () -> store.create("/" + name, Map.of()), it -> name);
    return store;
  }

  private int remove(ResourceKind kind, String name) {
    return new Janitor(
            new CleanupAccess(bench.session, new Recording(), Optional.empty()), bench.bed.poll())
        .remove(new Ledger.Entry(Role.MEMBER, kind, name, Optional.empty()), Duration.ZERO);
  }

  private void assertNothingLeft() {
    assertThat(bench.simulated.resources()).isEmpty();
    assertThat(bench.bed.leaks().all()).isEmpty();
  }
}
