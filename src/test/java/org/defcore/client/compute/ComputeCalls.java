package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.Query;

/** Calls to compute, each with its request and with an answer that it accepts. */
final class ComputeCalls {

  private ComputeCalls() {}

  /**
   * A call.
   *
   * @param sent method, path and query, from the version on
   * @param body with single quotes
   * @param answer of the status that the call takes
   */
  record Call(String sent, String body, int status, String answer, Consumer<ComputeClient> call) {

    @Override
    public String toString() {
      return sent + " " + body;
    }
  }

  private static Call action(String body, int status, Consumer<ServerClient> call) {
    return new Call(
        "POST /servers/s%201/action", body, status, "", it -> call.accept(it.servers()));
  }

  static Stream<Call> actions() {
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

  static Stream<Call> all() {
    return Stream.of(actions(), serverCalls(), callsOnPartsOfServers(), otherCalls())
        .flatMap(it -> it);
  }
}
