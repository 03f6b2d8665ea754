package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defcore.client.Query;
import org.defcore.client.Wanted;

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
        "POST /servers/s%201/action", body, status, "", it -> call.accept(it.server("s 1")));
  }

  static Stream<Call> actions() {
    return Stream.of(
        action("{'reboot':{'type':'HARD'}}", 202, it -> it.act(ServerAction.reboot("HARD"))),
        action("{'os-stop':{}}", 202, it -> it.act(ServerAction.STOP)),
        action("{'os-start':{}}", 202, it -> it.act(ServerAction.START)),
        action(
            "{'addSecurityGroup':{'name':'g'}}",
            202,
            it -> it.act(ServerAction.addSecurityGroup("g"))),
        action(
            "{'removeSecurityGroup':{'name':'g'}}",
            202,
            it -> it.act(ServerAction.removeSecurityGroup("g"))),
        action("{'forceDelete':{}}", 202, it -> it.act(ServerAction.FORCE_DELETE)),
        action("{'lock':{}}", 202, it -> it.act(ServerAction.LOCK)),
        action("{'unlock':{}}", 202, it -> it.act(ServerAction.UNLOCK)),
        action("{'resize':{'flavorRef':'2'}}", 202, it -> it.act(ServerAction.resize("2"))),
        action("{'confirmResize':{}}", 204, it -> it.act(ServerAction.CONFIRM_RESIZE)),
        action("{'revertResize':{}}", 202, it -> it.act(ServerAction.REVERT_RESIZE)),
        action("{'createImage':{'name':'snap'}}", 202, it -> it.createImage(Wanted.named("snap"))),
        action(
            "{'createImage':{'name':'snap','metadata':{'a':'1','b':'2'}}}",
            202,
            it ->
                it.createImage(Wanted.named("snap").with("metadata", Map.of("b", "2", "a", "1")))));
  }

  private static Stream<Call> serverCalls() {
    Wanted all =
        Wanted.named("db").with("imageRef", "i2").with("metadata", Map.of("b", "2", "a", "1"));
    return Stream.of(
        new Call(
            "POST /servers",
            "{'server':{'name':'web','max_count':2,'metadata':{'a':'1','b':'2'}}}",
            202,
            ComputeBodies.CREATED,
            it ->
                it.createServer(
                    Wanted.named("web")
                        .with("max_count", 2)
                        .with("metadata", Map.of("b", "2", "a", "1")))),
        new Call(
            "GET /servers?name=a%20b%26c&limit=1",
            "",
            200,
            ComputeBodies.SERVERS,
            it -> it.briefServers().list(Query.by("name", "a b&c"), Query.by("limit", 1))),
        new Call(
            "GET /servers/detail?status=ACTIVE",
            "",
            200,
            "{\"servers\": []}",
            it -> it.detailedServers().list(Query.by("status", "ACTIVE"))),
        new Call(
            "GET /servers/s%2F1", "", 200, ComputeBodies.SERVER, it -> it.servers().get("s/1")),
        new Call(
            "PUT /servers/s1",
            "{'server':{'accessIPv4':'','name':'web'}}",
            200,
            ComputeBodies.UPDATED,
            it ->
                it.server("s1")
                    .update(Wanted.nameless().with("accessIPv4", "").with("name", "web"))),
        new Call("DELETE /servers/s1", "", 204, "", it -> it.servers().delete("s1")),
        new Call(
            "POST /servers/s1/action",
            "{'rebuild':{'imageRef':'i2'}}",
            202,
            ComputeBodies.REBUILT,
            it -> it.server("s1").rebuild(Wanted.nameless().with("imageRef", "i2"))),
        new Call(
            "POST /servers/s1/action",
            "{'rebuild':{'name':'db','imageRef':'i2','metadata':{'a':'1','b':'2'}}}",
            202,
            ComputeBodies.REBUILT,
            it -> it.server("s1").rebuild(all)),
        new Call(
            "POST /servers/s1/action",
            "{'os-getConsoleOutput':{}}",
            200,
            "{\"output\": \"one\\ntwo\\n\"}",
            it -> assertThat(it.server("s1").getConsoleOutput()).isEqualTo("one\ntwo\n")));
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
            it -> assertHasA(it.server("s1").metadata().list())),
        new Call(
            "PUT /servers/s1/metadata",
            sent,
            200,
            ComputeBodies.METADATA,
            it -> assertHasA(it.server("s1").metadata().replace(metadata))),
        new Call(
            "POST /servers/s1/metadata",
            sent,
            200,
            ComputeBodies.METADATA,
            it -> assertHasA(it.server("s1").metadata().update(metadata))),
        new Call(
            "GET /servers/s1/metadata/a%2Fb",
            "",
            200,
            ComputeBodies.ITEM,
            it -> assertHasA(it.server("s1").metadata().getItem("a/b"))),
        new Call(
            "PUT /servers/s1/metadata/a",
            "{'meta':{'a':'1'}}",
            200,
            ComputeBodies.ITEM,
            it -> assertHasA(it.server("s1").metadata().setItem("a", "1"))),
        new Call(
            "DELETE /servers/s1/metadata/a%20b",
            "", 204, "", it -> it.server("s1").metadata().deleteItem("a b")),
        new Call(
            "POST " + volumes,
            "{'volumeAttachment':{'volumeId':'v1'}}",
            200,
            ComputeBodies.ATTACHMENT,
            it ->
                assertThat(it.server("s1").attach("v1"))
                    .isEqualTo(new VolumeAttachment("v1", "v1", "s1", Optional.of("/dev/vdb")))),
        new Call(
            "GET " + volumes,
            "",
            200,
            ComputeBodies.ATTACHMENTS,
            it ->
                assertThat(it.server("s1").attachments().list())
                    .containsExactly(new VolumeAttachment("v1", "v1", "s1", Optional.empty()))),
        new Call(
            "GET " + volumes + "/v%2F1",
            "",
            200,
            ComputeBodies.ATTACHMENT,
            it -> it.server("s1").attachments().get("v/1")),
        new Call(
            "DELETE " + volumes + "/v1",
            "",
            202,
            "",
            it -> it.server("s1").attachments().delete("v1")));
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
            it -> it.keyPairs().create(Wanted.named("k"))),
        new Call(
            "GET /os-keypairs",
            "",
            200,
            ComputeBodies.KEY_PAIRS,
            it ->
                assertThat(it.keyPairs().as(KeyPair.Item.class).list())
                    .containsExactly(
                        new KeyPair.Item(new KeyPair.Listed("ssh-rsa", "k", "55:8a")))),
        new Call(
            "GET /os-availability-zone",
            "",
            200,
            ComputeBodies.ZONES,
            ComputeClient::listAvailabilityZones),
        new Call("DELETE /os-security-groups/", "", 202, "", it -> it.securityGroups().delete("")),
        new Call(
            "GET /os-quota-sets/p1", "", 200, ComputeBodies.QUOTAS, it -> it.quotas().get("p1")),
        new Call(
            "GET /os-quota-sets/p1?user_id=u1",
            "",
            200,
            ComputeBodies.QUOTAS,
            it -> it.quotas().get("p1", Query.by("user_id", "u1"))),
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
