package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.compute.ComputeShapes.TRIAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.CannedService.Asked;
import org.defcore.client.ClientTrial;
import org.defcore.client.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of the calls to compute, and the answers that they accept. */
class ComputeCallsTest {

  /**
   * A call.
   *
   * @param sent method, path and query, from the version on
   * @param body with single quotes
   * @param answer of the status that the call takes
   */
  private record Call(
      String sent, String body, int status, String answer, Consumer<ComputeClient> call) {

    @Override
    public String toString() {
      return sent + " " + body;
    }
  }

  private static Call action(String body, int status, Consumer<ServerClient> call) {
    return new Call(
        "POST /servers/s%201/action", body, status, "", it -> call.accept(it.servers()));
  }

  private static Stream<Call> actions() {
    return Stream.of(
        action("{'reboot':{'type':'HARD'}}", 202, it -> it.rebootServer("s 1", "HARD")),
        action("{'os-stop':{}}", 202, it -> it.stopServer("s 1")),
        action("{'os-start':{}}", 202, it -> it.startServer("s 1")),
        action("{'lock':{}}", 202, it -> it.lockServer("s 1")),
        action("{'unlock':{}}", 202, it -> it.unlockServer("s 1")),
        action("{'resize':{'flavorRef':'2'}}", 202, it -> it.resizeServer("s 1", "2")),
        action("{'confirmResize':{}}", 204, it -> it.confirmResize("s 1")),
        action("{'revertResize':{}}", 202, it -> it.revertResize("s 1")),
        action(
            "{'createImage':{'name':'snap'}}", 202, it -> it.createImage("s 1", "snap", Map.of())),
        action(
            "{'createImage':{'name':'snap','metadata':{'a':'1','b':'2'}}}",
            202,
            it -> it.createImage("s 1", "snap", Map.of("b", "2", "a", "1"))));
  }

  private static Stream<Call> serverCalls() {
    Rebuild all = new Rebuild("i2", "db", Map.of("b", "2", "a", "1"), "pw");
    return Stream.of(
        new Call(
            "POST /servers",
            "{'server':{'name':'web','imageRef':'i1','flavorRef':'1','networks':[{'uuid':'n1'}],"
                + "'accessIPv4':'10.0.0.7','max_count':2,'metadata':{'a':'1','b':'2'}}}",
            202,
            ComputeBodies.CREATED,
            it ->
                it.servers()
                    .createServer(
                        NewServer.of("web", "i1", "1")
                            .on("n1")
                            .with("accessIPv4", "10.0.0.7")
                            .with("max_count", 2)
                            .with("metadata", Map.of("b", "2", "a", "1")))),
        new Call(
            "GET /servers?name=a%20b%26c&limit=1",
            "",
            200,
            ComputeBodies.SERVERS,
            it -> it.servers().listServers(Query.by("name", "a b&c"), Query.by("limit", 1))),
        new Call(
            "GET /servers/detail?status=ACTIVE",
            "",
            200,
            "{\"servers\": []}",
            it -> it.servers().listServersInDetail(Query.by("status", "ACTIVE"))),
        new Call(
            "GET /servers/s%2F1",
            "", 200, ComputeBodies.SERVER, it -> it.servers().getServer("s/1")),
        new Call(
            "PUT /servers/s1",
            "{'server':{'accessIPv4':'','name':'web'}}",
            200,
            ComputeBodies.UPDATED,
            it -> it.servers().updateServer("s1", Map.of("name", "web", "accessIPv4", ""))),
        new Call("DELETE /servers/s1", "", 204, "", it -> it.servers().deleteServer("s1")),
        new Call(
            "POST /servers/s1/action",
            "{'rebuild':{'imageRef':'i2'}}",
            202,
            ComputeBodies.REBUILT,
            it -> it.servers().rebuildServer("s1", Rebuild.from("i2"))),
        new Call(
            "POST /servers/s1/action",
            "{'rebuild':{'imageRef':'i2','name':'db','metadata':{'a':'1','b':'2'},"
                + "'adminPass':'pw'}}",
            202,
            ComputeBodies.REBUILT,
            it -> it.servers().rebuildServer("s1", all)),
        new Call(
            "POST /servers/s1/action",
            "{'os-getConsoleOutput':{}}",
            200,
            "{\"output\": \"one\\ntwo\\n\"}",
            it -> assertThat(it.servers().getConsoleOutput("s1")).isEqualTo("one\ntwo\n")),
        new Call(
            "GET /servers/s1/ips",
            "",
            200,
            "{\"addresses\": " + ComputeBodies.ADDRESSES + "}",
            it ->
                assertThat(it.servers().listAddresses("s1").get("shared"))
                    .extracting(BareAddress::version)
                    .containsExactly(4, 6)));
  }

  private static Stream<Call> callsOnPartsOfServers() {
    Map<String, String> metadata = Map.of("b", "", "a", "1");
    String sent = "{'metadata':{'a':'1','b':''}}";
    String volumes = "/servers/s1/os-volume_attachments";
    return Stream.of(
        new Call(
            "GET /servers/s1/metadata",
            "",
            200,
            ComputeBodies.METADATA,
            it -> assertHasA(it.serverMetadata().listMetadata("s1"))),
        new Call(
            "PUT /servers/s1/metadata",
            sent,
            200,
            ComputeBodies.METADATA,
            it -> assertHasA(it.serverMetadata().replaceMetadata("s1", metadata))),
        new Call(
            "POST /servers/s1/metadata",
            sent,
            200,
            ComputeBodies.METADATA,
            it -> assertHasA(it.serverMetadata().updateMetadata("s1", metadata))),
        new Call(
            "GET /servers/s1/metadata/a%2Fb",
            "",
            200,
            ComputeBodies.ITEM,
            it -> assertHasA(it.serverMetadata().getItem("s1", "a/b"))),
        new Call(
            "PUT /servers/s1/metadata/a",
            "{'meta':{'a':'1'}}",
            200,
            ComputeBodies.ITEM,
            it -> assertHasA(it.serverMetadata().setItem("s1", "a", "1"))),
        new Call(
            "DELETE /servers/s1/metadata/a%20b",
            "", 204, "", it -> it.serverMetadata().deleteItem("s1", "a b")),
        new Call(
            "POST " + volumes,
            "{'volumeAttachment':{'volumeId':'v1'}}",
            200,
            ComputeBodies.ATTACHMENT,
            it ->
                assertThat(it.servers().attachVolume("s1", "v1"))
                    .isEqualTo(new VolumeAttachment("v1", "v1", "s1", Optional.of("/dev/vdb")))),
        new Call(
            "GET " + volumes,
            "",
            200,
            ComputeBodies.ATTACHMENTS,
            it ->
                assertThat(it.servers().attachments("s1").list())
                    .containsExactly(new VolumeAttachment("v1", "v1", "s1", Optional.empty()))),
        new Call(
            "GET " + volumes + "/v%2F1",
            "",
            200,
            ComputeBodies.ATTACHMENT,
            it -> it.servers().attachments("s1").get("v/1")),
        new Call(
            "DELETE " + volumes + "/v1",
            "",
            202,
            "",
            it -> it.servers().attachments("s1").delete("v1")));
  }

  private static void assertHasA(Map<String, String> metadata) {
    assertThat(metadata).containsEntry("a", "1");
  }

  private static Stream<Call> otherCalls() {
    return Stream.of(
        new Call(
            "GET /images/i%2F7", "", 200, ComputeBodies.SNAPSHOT, it -> it.snapshots().get("i/7")),
        new Call("DELETE /images/i7", "", 204, "", it -> it.snapshots().delete("i7")),
        new Call(
            "POST /os-keypairs",
            "{'keypair':{'name':'k'}}",
            200,
            ComputeBodies.KEY_PAIR,
            it -> it.keyPairs().create("k")),
        new Call(
            "POST /os-keypairs",
            "{'keypair':{'name':'k','public_key':'ssh-rsa'}}",
            200,
            ComputeBodies.KEY_PAIR,
            it -> it.keyPairs().importKey("k", "ssh-rsa")),
        new Call(
            "GET /os-keypairs",
            "",
            200,
            ComputeBodies.KEY_PAIRS,
            it ->
                assertThat(it.keyPairs().list())
                    .containsExactly(new KeyPairClient.Listed("ssh-rsa", "k", "55:8a"))),
        new Call(
            "GET /os-availability-zone",
            "",
            200,
            ComputeBodies.ZONES,
            ComputeClient::listAvailabilityZones),
        new Call("GET /os-quota-sets/p1", "", 200, ComputeBodies.QUOTAS, it -> it.getQuotas("p1")),
        new Call(
            "GET /os-quota-sets/p1?user_id=u1",
            "",
            200,
            ComputeBodies.QUOTAS,
            it -> it.getQuotas("p1", "u1")),
        new Call(
            "GET /os-quota-sets/p1/defaults",
            "",
            200,
            ComputeBodies.QUOTAS,
            it -> it.getDefaultQuotas("p1")));
  }

  private static Stream<Call> all() {
    return Stream.of(actions(), serverCalls(), callsOnPartsOfServers(), otherCalls())
        .flatMap(it -> it);
  }

  @ParameterizedTest
  @MethodSource("all")
  void sends(Call call) {
    Asked asked = TRIAL.sends(call.status(), call.answer(), call.call());

    assertThat(asked.line()).isEqualTo(call.sent().replaceFirst(" ", " /v2.1"));
    assertThat(asked.body()).isEqualTo(call.body().replace('\'', '"'));
    assertThat(asked.headers())
        .containsEntry("x-auth-token", "token-of-the-user")
        .doesNotContainKeys("openstack-api-version", "x-openstack-nova-api-version");
    if (!call.body().isEmpty()) {
      assertThat(asked.headers()).containsEntry("content-type", "application/json");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesNoOtherSuccess(Call call) {
    int other = call.status() == 200 ? 202 : 200;

    TRIAL.refuses(
        other,
        call.answer(),
        call.call(),
        "%s: expected %d but found %d"
            .formatted(call.sent().replaceFirst("[?].*", ""), call.status(), other));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void takesNoBodyWithTheAnswerToAnAction(Call call) {
    if (call.status() == 202) {
      TRIAL.refuses(202, "{}", call.call(), "expected no body with 202 but found 2 bytes");
    }
  }

  @Test
  void versionsAreListedAboveTheVersionWithoutAToken() {
    Asked asked =
        ClientTrial.of(ComputeClient::new, "/compute/v2.1/p1")
            .sends(
                200,
                ComputeBodies.VERSIONS,
                it ->
                    assertThat(it.listVersions())
                        .extracting(ComputeVersion::id)
                        .containsExactly("v2.0", "v2.1"));

    assertThat(asked.line()).isEqualTo("GET /compute/");
    assertThat(asked.headers()).doesNotContainKey("x-auth-token");
  }

  @Test
  void creationHasToBearTheIdOfItsRequestAndImageItsLocation() {
    ClientTrial<ComputeClient> bare = TRIAL.with(Map.of());

    TRIAL
        .assertRead(
            202,
            ComputeBodies.CREATED,
            it -> it.servers().createServer(NewServer.of("web", "i1", "1")).requestId())
        .isEqualTo(Optional.of("req-2"));
    TRIAL
        .assertRead(202, "", it -> it.servers().createImage("s1", "snap", Map.of()))
        .isEqualTo("i7");
    bare.refuses(
        202,
        ComputeBodies.CREATED,
        it -> it.servers().createServer(NewServer.of("web", "i1", "1")),
        "POST /servers: expected header x-openstack-request-id but found none");
    bare.refuses(
        202,
        "",
        it -> it.servers().createImage("s1", "snap", Map.of()),
        "POST /servers/s1/action: expected header Location but found none");
  }

  @Test
  void changeOfAWishLeavesTheWishAsItWasAndShowsNoPassword() {
    NewServer least = NewServer.of("web", "i1", "1");

    NewServer changed = least.on("n1").with("adminPass", "the-password").with("name", "db");

    assertThat(least.fields().has("networks")).isFalse();
    assertThat(least.name()).isEqualTo("web");
    assertThat(changed.name()).isEqualTo("db");
    assertThat(changed.toString()).contains("db").doesNotContain("the-password");
    assertThat(new Rebuild("i1", "web", Map.of("a", "1"), "the-password"))
        .hasToString("Rebuild[i1, web, {a=1}]");
  }

  private static ClientTrial<ComputeClient> at(String microversion) {
    return TRIAL.with(Map.of("X-OpenStack-Nova-API-Version", microversion));
  }

  @Test
  void laterCallsNameTheirMicroversions() {
    List<Asked> asked =
        List.of(
            at("2.47").sends(200, ComputeBodies.SIZED, it -> it.servers().getSizedServer("s1")),
            at("2.90").sends(200, ComputeBodies.NAMED, it -> it.servers().getNamedHost("s1")),
            at("2.90")
                .sends(200, ComputeBodies.NAMED, it -> it.servers().updateHostName("s1", "one")),
            at("2.2")
                .sends(
                    201,
                    ComputeBodies.TYPED_KEY_PAIR,
                    it -> it.keyPairs().createWithType("k", "x509")),
            at("2.2")
                .sends(200, ComputeBodies.TYPED_KEY_PAIRS, it -> it.keyPairs().listWithTypes()),
            at("2.2")
                .sends(200, ComputeBodies.READ_KEY_PAIR, it -> it.keyPairs().getWithType("k")));

    assertThat(asked)
        .extracting(it -> it.line() + " " + it.body().replace('"', '\''))
        .containsExactly(
            "GET /v2.1/servers/s1 ",
            "GET /v2.1/servers/s1 ",
            "PUT /v2.1/servers/s1 {'server':{'hostname':'one'}}",
            "POST /v2.1/os-keypairs {'keypair':{'name':'k','type':'x509'}}",
            "GET /v2.1/os-keypairs ",
            "GET /v2.1/os-keypairs/k ");
    assertThat(asked)
        .extracting(
            it ->
                it.headers().get("openstack-api-version")
                    + " "
                    + it.headers().get("x-openstack-nova-api-version"))
        .containsExactly(
            "compute 2.47 2.47",
            "compute 2.90 2.90",
            "compute 2.90 2.90",
            "compute 2.2 2.2",
            "compute 2.2 2.2",
            "compute 2.2 2.2");
  }

  @Test
  void laterCallsTakeNoAnswerOfAnotherMicroversion() {
    at("2.1")
        .refuses(
            200,
            ComputeBodies.NAMED,
            it -> it.servers().getNamedHost("s1"),
            "GET /servers/s1: expected X-OpenStack-Nova-API-Version \"2.90\" but found \"2.1\"");
    TRIAL.refuses(
        201,
        ComputeBodies.TYPED_KEY_PAIR,
        it -> it.keyPairs().createWithType("k", "x509"),
        "X-OpenStack-Nova-API-Version");
  }

  @Test
  void laterCallsReadWhatTheyAskFor() {
    at("2.47")
        .assertRead(200, ComputeBodies.SIZED, it -> it.servers().getSizedServer("s1").flavor())
        .isEqualTo(
            new SizedServer.EmbeddedFlavor(
                "small", 2, 512, 1, 0, 0, Optional.of(Map.of("a", "b"))));
    at("2.90")
        .assertRead(200, ComputeBodies.NAMED, it -> it.servers().getNamedHost("s1"))
        .isEqualTo(new NamedHost("s1", "One", "one"));
    at("2.2")
        .assertRead(200, ComputeBodies.READ_KEY_PAIR, it -> it.keyPairs().getWithType("k").type())
        .isEqualTo("x509");
  }
}
