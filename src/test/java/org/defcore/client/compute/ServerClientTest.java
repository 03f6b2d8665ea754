package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.client.CannedService;
import org.defcore.client.CannedService.Asked;
import org.defcore.client.Query;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServerClientTest {

  private static final String LIST =
      """
      {"servers": [{"id": "s1", "name": "web", "links": [{"rel": "self", "href": "http://c/s1"}]}],
       "servers_links": [{"rel": "next", "href": "http://c/?marker=s1"}]}
      """;

  /** An action whose answer has no body, and what it is to send. */
  private record Action(String body, int status, Consumer<ServerClient> call) {

    @Override
    public String toString() {
      return body;
    }
  }

  private static Stream<Action> actions() {
    return Stream.of(
        new Action("{'reboot':{'type':'HARD'}}", 202, it -> it.rebootServer("s 1", "HARD")),
        new Action("{'os-stop':{}}", 202, it -> it.stopServer("s 1")),
        new Action("{'os-start':{}}", 202, it -> it.startServer("s 1")),
        new Action("{'lock':{}}", 202, it -> it.lockServer("s 1")),
        new Action("{'unlock':{}}", 202, it -> it.unlockServer("s 1")),
        new Action("{'resize':{'flavorRef':'2'}}", 202, it -> it.resizeServer("s 1", "2")),
        new Action("{'confirmResize':{}}", 204, it -> it.confirmResize("s 1")),
        new Action("{'revertResize':{}}", 202, it -> it.revertResize("s 1")));
  }

  private static Stream<Action> acceptedActions() {
    return actions().filter(it -> it.status() == 202);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void sendsTheAction(Action action) throws IOException {
    try (CannedService service = CannedService.answering(action.status(), "")) {
      action.call().accept(client(service));

      assertSent(service, "POST /v2.1/servers/s%201/action", action.body());
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void refusesAnotherStatusOfTheAction(Action action) throws IOException {
    int other = action.status() == 202 ? 200 : 202;
    try (CannedService service = CannedService.answering(other, "")) {
      assertThatThrownBy(() -> action.call().accept(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage(
              "POST /servers/s%%201/action: expected %d but found %d", action.status(), other);
    }
  }

  @ParameterizedTest
  @MethodSource("acceptedActions")
  void refusesABodyWithTheAnswerToTheAction(Action action) throws IOException {
    try (CannedService service = CannedService.answering(202, "{}")) {
      assertThatThrownBy(() -> action.call().accept(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage("POST /servers/s%201/action: expected no body with 202 but found 2 bytes");
    }
  }

  @Test
  void createsWhatIsWished() throws IOException {
    Map<String, String> ids =
        Map.of("x-openstack-request-id", "req-new", "x-compute-request-id", "req-old");
    try (CannedService service = CannedService.answering(202, ServerBodies.CREATED, ids)) {
      ServerCreation creation =
          client(service)
              .createServer(
                  NewServer.of("web", "i1", "1")
                      .on("n1")
                      .with("accessIPv4", "10.0.0.7")
                      .with("max_count", JsonNodeFactory.instance.numberNode(2))
                      .withMetadata(Map.of("b", "2", "a", "1")));

      assertThat(creation.id()).isEqualTo("s1");
      assertThat(creation.requestId()).contains("req-old");
      assertSent(
          service,
          "POST /v2.1/servers",
          "{'server':{'name':'web','imageRef':'i1','flavorRef':'1','networks':[{'uuid':'n1'}],"
              + "'accessIPv4':'10.0.0.7','max_count':2,'metadata':{'a':'1','b':'2'}}}");
    }
  }

  @Test
  void changeOfAWishLeavesTheWishAsItWas() {
    NewServer least = NewServer.of("web", "i1", "1");

    NewServer changed = least.on("n1").with("adminPass", "the-password").with("name", "db");

    assertThat(least.fields().has("networks")).isFalse();
    assertThat(least.name()).isEqualTo("web");
    assertThat(changed.name()).isEqualTo("db");
  }

  @Test
  void wishesDoNotShowTheirPasswords() {
    assertThat(NewServer.of("web", "i1", "1").with("adminPass", "the-password").toString())
        .contains("web")
        .doesNotContain("the-password");
    assertThat(new Rebuild("i1", "web", Map.of("a", "1"), "the-password"))
        .hasToString("Rebuild[i1, web, {a=1}]");
  }

  @Test
  void listsByFilters() throws IOException {
    try (CannedService service = CannedService.answering(200, LIST)) {
      assertThat(client(service).listServers(Query.by("name", "a b&c"), Query.by("limit", 1)))
          .extracting(ServerSummary::id)
          .containsExactly("s1");

      assertSent(service, "GET /v2.1/servers?name=a%20b%26c&limit=1", "");
    }
  }

  @Test
  void listsInDetail() throws IOException {
    try (CannedService service = CannedService.answering(200, "{\"servers\": []}")) {
      assertThat(client(service).listServersInDetail(Query.by("status", "ACTIVE"))).isEmpty();

      assertSent(service, "GET /v2.1/servers/detail?status=ACTIVE", "");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                   | 1      | extra
          /servers                 | absent | servers
          /servers                 | null   | servers
          /servers_links           | null   | servers_links
          /servers_links/0/href    | absent | href
          /servers/0/id            | absent | id
          /servers/0/name          | null   | name
          /servers/0/links         | absent | links
          /servers/0/links/0/rel   | 1      | rel
          /servers/0/status        | "A"    | status
          """)
  void refusesAListThatDiffersIn(String pointer, String value, String reason) throws IOException {
    refuses(200, Variation.of(LIST, pointer, value), ServerClient::listServers, reason);
  }

  @Test
  void readsOne() throws IOException {
    try (CannedService service = CannedService.answering(200, ServerBodies.SERVER)) {
      assertThat(client(service).getServer("s/1").id()).isEqualTo("s1");

      assertSent(service, "GET /v2.1/servers/s%2F1", "");
    }
  }

  @Test
  void updates() throws IOException {
    try (CannedService service = CannedService.answering(200, ServerBodies.UPDATED)) {
      assertThat(client(service).updateServer("s1", Map.of("name", "web", "accessIPv4", "")).name())
          .isEqualTo("web");

      assertSent(service, "PUT /v2.1/servers/s1", "{'server':{'accessIPv4':'','name':'web'}}");
    }
  }

  @Test
  void deletesWithA204AndNothingElse() throws IOException {
    try (CannedService service = CannedService.answering(204, "")) {
      client(service).deleteServer("s1");

      assertSent(service, "DELETE /v2.1/servers/s1", "");
    }
    try (CannedService service = CannedService.answering(202, "")) {
      assertThatThrownBy(() -> client(service).deleteServer("s1"))
          .hasMessage("DELETE /servers/s1: expected 204 but found 202");
    }
  }

  @Test
  void rebuildsWithWhatIsWishedAndNothingElse() throws IOException {
    try (CannedService service = CannedService.answering(202, ServerBodies.REBUILT)) {
      client(service).rebuildServer("s1", Rebuild.from("i2"));
      client(service)
          .rebuildServer("s1", new Rebuild("i2", "db", Map.of("b", "2", "a", "1"), "pw"));

      assertThat(service.asked())
          .extracting(Asked::body)
          .containsExactly(
              quoted("{'rebuild':{'imageRef':'i2'}}"),
              quoted(
                  "{'rebuild':{'imageRef':'i2','name':'db','adminPass':'pw',"
                      + "'metadata':{'a':'1','b':'2'}}}"));
      assertThat(service.asked())
          .extracting(Asked::line)
          .containsOnly("POST /v2.1/servers/s1/action");
    }
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() {
    refuses(
        200, ServerBodies.CREATED, it -> it.createServer(NewServer.of("web", "i1", "1")), "202");
    refuses(203, ServerBodies.SERVER, it -> it.getServer("s1"), "expected 200 but found 203");
    refuses(203, LIST, ServerClient::listServers, "expected 200 but found 203");
    refuses(203, "{\"servers\": []}", ServerClient::listServersInDetail, "expected 200");
    refuses(202, ServerBodies.UPDATED, it -> it.updateServer("s1", Map.of()), "expected 200");
    refuses(200, ServerBodies.REBUILT, it -> it.rebuildServer("s1", Rebuild.from("i1")), "202");
  }

  @Test
  void listsTheAddresses() throws IOException {
    String body = "{\"addresses\": " + ServerBodies.ADDRESSES + "}";
    try (CannedService service = CannedService.answering(200, body)) {
      assertThat(client(service).listAddresses("s1").get("shared"))
          .extracting(BareAddress::version)
          .containsExactly(4, 6);

      assertSent(service, "GET /v2.1/servers/s1/ips", "");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                      | 1       | extra
          /addresses                  | absent  | addresses
          /addresses/shared           | null    | shared
          /addresses/shared/0/version | 6       | version: expected 4 for 10.0.0.7 but found 6
          /addresses/shared/1/version | 4       | version: expected 6 for fd00::7 but found 4
          /addresses/shared/0/version | 4.5     | version
          /addresses/shared/0/addr    | "host"  | expected an IP address but found "host"
          /addresses/shared/0/addr    | 7       | addr
          /addresses/shared/0/extra   | 1       | extra
          """)
  void refusesAddressesThatDifferIn(String pointer, String value, String reason)
      throws IOException {
    String body = "{\"addresses\": " + ServerBodies.ADDRESSES + "}";
    refuses(200, Variation.of(body, pointer, value), it -> it.listAddresses("s1"), reason);
  }

  private static void refuses(
      int status, String body, Function<ServerClient, ?> call, String reason) {
    assertThatThrownBy(
            () -> {
              try (CannedService service = CannedService.answering(status, body)) {
                call.apply(client(service));
              }
            })
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static void assertSent(CannedService service, String line, String body) {
    Asked asked = service.onlyRequest();
    assertThat(asked.line()).isEqualTo(line);
    assertThat(asked.body()).isEqualTo(quoted(body));
    assertThat(asked.headers())
        .containsEntry("x-auth-token", "token-of-the-user")
        .doesNotContainKeys("openstack-api-version", "x-openstack-nova-api-version");
    if (!body.isEmpty()) {
      assertThat(asked.headers()).containsEntry("content-type", "application/json");
    }
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }

  private static ServerClient client(CannedService service) {
    return new ServerClient(service.endpoint("/v2.1"));
  }

  @Test
  void readsWhatTheConsoleHasKept() throws IOException {
    try (CannedService service = CannedService.answering(200, "{\"output\": \"one\\ntwo\\n\"}")) {
      assertThat(client(service).getConsoleOutput("s1")).isEqualTo("one\ntwo\n");

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v2.1/servers/s1/action");
      assertThat(service.onlyRequest().body()).isEqualTo("{\"os-getConsoleOutput\":{}}");
    }
  }
}
