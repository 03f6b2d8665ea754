package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.compute.ComputeShapes.TRIAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.Wanted;
import org.defcore.client.compute.ComputeCalls.Call;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of the calls to compute, and the answers that they accept. */
class ComputeCallsTest {

  private static Stream<Call> actions() {
    return ComputeCalls.actions();
  }

  private static Stream<Call> all() {
    return ComputeCalls.all();
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
            202, ComputeBodies.CREATED, it -> it.createServer(Wanted.named("web")).requestId())
        .isEqualTo(Optional.of("req-2"));
    TRIAL
        .assertRead(202, "", it -> it.server("s1").createImage(Wanted.named("snap")))
        .isEqualTo("i7");
    bare.refuses(
        202,
        ComputeBodies.CREATED,
        it -> it.createServer(Wanted.named("web")),
        "POST /servers: expected header x-openstack-request-id but found none");
    bare.refuses(
        202,
        "",
        it -> it.server("s1").createImage(Wanted.named("snap")),
        "POST /servers/s1/action: expected header Location but found none");
  }

  private static ClientTrial<ComputeClient> at(String microversion) {
    return TRIAL.with(Map.of("X-OpenStack-Nova-API-Version", microversion));
  }

  @Test
  void laterCallsNameTheirMicroversions() {
    List<Asked> asked =
        List.of(
            at("2.47").sends(200, ComputeBodies.SIZED, it -> it.sizedServers().get("s1")),
            at("2.90").sends(200, ComputeBodies.NAMED, it -> it.namedHosts().get("s1")),
            at("2.90")
                .sends(
                    200,
                    ComputeBodies.NAMED,
                    it -> it.namedHosts().update("s1", Map.of("hostname", "one"))),
            at("2.2").sends(201, ComputeBodies.TYPED_KEY_PAIR, it -> ComputeShapes.typed(it)),
            at("2.2")
                .sends(
                    200,
                    ComputeBodies.TYPED_KEY_PAIRS,
                    it -> it.typedKeyPairs().as(KeyPair.ItemWithType.class).list()),
            at("2.2").sends(200, ComputeBodies.READ_KEY_PAIR, it -> it.typedKeyPairs().get("k")));

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
            it -> it.namedHosts().get("s1"),
            "GET /servers/s1: expected X-OpenStack-Nova-API-Version \"2.90\" but found \"2.1\"");
    TRIAL.refuses(
        201,
        ComputeBodies.TYPED_KEY_PAIR,
        it -> ComputeShapes.typed(it),
        "X-OpenStack-Nova-API-Version");
  }

  @Test
  void laterCallsReadWhatTheyAskFor() {
    at("2.47")
        .assertRead(200, ComputeBodies.SIZED, it -> it.sizedServers().get("s1").flavor())
        .isEqualTo(
            new Server.Sized.EmbeddedFlavor(
                "small", 2, 512, 1, 0, 0, Optional.of(Map.of("a", "b"))));
    at("2.90")
        .assertRead(200, ComputeBodies.NAMED, it -> it.namedHosts().get("s1"))
        .isEqualTo(new Server.Named("s1", "One", "one"));
    at("2.2")
        .assertRead(
            200, ComputeBodies.READ_KEY_PAIR, it -> it.typedKeyPairs().get("k").listed().type())
        .isEqualTo("x509");
  }
}
