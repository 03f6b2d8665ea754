package org.defcore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.defcore.clouds.CloudConfig;
import org.defcore.clouds.Session;
import org.defcore.clouds.TinyCloud;
import org.defcore.http.HttpTransport;
import org.defcore.http.LocalServer.Reply;
import org.defcore.http.message.Recording;
import org.defcore.http.redact.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks, subnets, ports and routers: made, found by name and removed. */
class NetworkCleanupTest {

  private static final Reply GONE = Reply.json(404, "{}");
  private static final Reply DELETED = Reply.json(204, "");
  private static final String INTERFACE = "{'port_id':'p9'}";

  @TempDir Path dir;

  private final TinyCloud network = new TinyCloud().serving("network");
  private HttpTransport transport;
  private Ledger ledger;
  private TestBed bed;
  private Cleanup cleanup;
  private Provisioner provisioner;

  @BeforeEach
  void start() {
    CloudConfig config = network.config();
    transport = new HttpTransport(config.transport(), new Secrets());
    Session session = Session.login(config, transport, new Recording());
    ledger = new Ledger(dir.resolve("ledger.jsonl"), Clock.systemUTC());
    AtomicBoolean cancelled = new AtomicBoolean();
    Poll poll = new Poll(Duration.ofSeconds(10), cancelled::get, new ManualTime());
    bed =
        new TestBed(
            new TestBed.Settings("run-7", poll, cancelled, Optional.empty()),
            Map.of(Role.MEMBER, session),
            List.of(),
            ledger,
            it -> {});
    cleanup = bed.cleanup(new Recording());
    provisioner = new Cloud(bed, new Recording()).provision(cleanup);
  }

  @AfterEach
  void stop() {
    transport.close();
    network.close();
  }

  @Test
  void everythingIsMadeAndRemovedInReverseOrder() {
    answers("networks", "network", "n1");
    answers("subnets", "subnet", "s1");
    answers("ports", "port", "p1");
    answers("routers", "router", "r1");

    String made = provisioner.network("net");
    provisioner.subnet("sub", made, "10.7.0.0/24");
    provisioner.router("way");
    provisioner.port("plug", made);
    cleanup.runAll(TestEnd.PASSED);

    assertThat(bodyOf("POST /network/v2.0/networks"))
        .isEqualTo("{'network':{'name':'net','shared':false,'admin_state_up':true}}");
    assertThat(bodyOf("POST /network/v2.0/subnets"))
        .contains("'network_id':'n1'", "'cidr':'10.7.0.0/24'", "'ip_version':4")
        .contains("'enable_dhcp':true");
    assertThat(bodyOf("POST /network/v2.0/routers"))
        .contains("'name':'way'", "'admin_state_up':false");
    assertThat(bodyOf("POST /network/v2.0/ports"))
        .contains("'network_id':'n1'", "'admin_state_up':true");
    assertThat(network.lines())
        .filteredOn(it -> it.startsWith("DELETE"))
        .containsExactly(
            "DELETE /network/v2.0/ports/p1",
            "DELETE /network/v2.0/routers/r1",
            "DELETE /network/v2.0/subnets/s1",
            "DELETE /network/v2.0/networks/n1");
    assertNothingLeft();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void routesAndInterfacesOfARouterGoBeforeIt(boolean used) {
    answers("routers", "router", "r1");
    AtomicBoolean routes = new AtomicBoolean(used);
    AtomicBoolean attached = new AtomicBoolean(true);
    network.on(
        "PUT /network/v2.0/routers/r1",
        it -> {
          routes.set(false);
          return Reply.json(200, "{}");
        });
    network.on(
        "DELETE /network/v2.0/routers/r1", it -> attached.get() ? Reply.json(409, "{}") : DELETED);
    network.get(
        "/network/v2.0/ports",
        "{'ports': [{'id': 'p9', 'device_id': 'r1'}, {'id': 'p8', 'device_id': 'other'}]}");
    network.on(
        "PUT /network/v2.0/routers/r1/remove_router_interface",
        it -> {
          attached.set(routes.get());
          return Reply.json(routes.get() ? 409 : 200, "{}");
        });

    provisioner.router("way");
    cleanup.runAll(TestEnd.PASSED);

    assertThat(network.seen())
        .filteredOn(it -> it.line().startsWith("PUT"))
        .extracting(it -> it.body().replace('"', '\''))
        .isEqualTo(
            used ? List.of(INTERFACE, "{'router':{'routes':[]}}", INTERFACE) : List.of(INTERFACE));
    assertNothingLeft();
  }

  @Test
  void networkWithoutAnAnswerIsFoundByItsExactNameOnAnyPage() {
    String first =
        """
        {"networks": [{"id": "n1", "name": "net-2"}], "networks_links": [{"rel": "next", "href": ""}]}
        """;
    String second =
        """
        {"networks": [{"id": "n2", "name": "net"}]}
        """;
    network.on("POST /network/v2.0/networks", Reply.json(504, "{}"));
    network.on(
        "GET /network/v2.0/networks",
        it ->
            Reply.json(200, it.uri().toString().endsWith("?name=net&marker=n1") ? second : first));
    network.on("DELETE /network/v2.0/networks/n2", DELETED);
    network.on("GET /network/v2.0/networks/n2", GONE);

    assertThat(catchThrowable(() -> provisioner.network("net"))).isNotNull();
    cleanup.runAll(TestEnd.BROKE);

    assertThat(network.lines())
        .filteredOn(it -> it.startsWith("DELETE"))
        .containsExactly("DELETE /network/v2.0/networks/n2");
    assertNothingLeft();
  }

  private void answers(String path, String key, String id) {
    String base = "/network/v2.0/" + path;
    network.on("POST " + base, Reply.json(201, "{\"%s\": {\"id\": \"%s\"}}".formatted(key, id)));
    network.on("DELETE " + base + "/" + id, DELETED);
    network.on("GET " + base + "/" + id, GONE);
  }

  private String bodyOf(String line) {
    return network.seen().stream()
        .filter(it -> it.line().equals(line))
        .findFirst()
        .orElseThrow()
        .body()
        .replaceAll("\\s", "")
        .replace('"', '\'');
  }

  private void assertNothingLeft() {
    assertThat(bed.leaks().all()).isEmpty();
    assertThat(Ledger.outstanding(dir.resolve("ledger.jsonl"))).isEmpty();
  }
}
