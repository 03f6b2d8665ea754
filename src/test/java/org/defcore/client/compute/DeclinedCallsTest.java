package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.compute.ServerAction.reboot;
import static org.defcore.client.compute.ServerAction.resize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.defcore.client.Accepted;
import org.defcore.client.ClientTrial;
import org.defcore.client.Wanted;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls on servers that a cloud may decline. */
class DeclinedCallsTest {

  private static final ClientTrial<ServerClient> SERVERS =
      ClientTrial.of(it -> new ComputeClient(it).server("s1"), "/v2.1")
          .with(Map.of("x-openstack-request-id", "req-1", "Location", "http://x/images/i1"));

  private static final Wanted SENT = Wanted.named("n");

  private static Stream<Named<Function<ServerClient, Optional<?>>>> calls() {
    return Stream.of(
        Named.of("reboot", it -> it.actUnlessRefused(reboot("HARD"))),
        Named.of("resize", it -> it.actUnlessRefused(resize("f1"))),
        Named.of("rebuild", it -> it.rebuildUnlessRefused(SENT)),
        Named.of("image", it -> it.createImageUnlessRefused(SENT)),
        Named.of("attach", it -> it.attachUnlessRefused("v1")));
  }

  private static Stream<Arguments> statuses(List<Integer> always, Predicate<String> with400) {
    return calls()
        .flatMap(
            call ->
                Stream.concat(
                        always.stream(), Stream.of(400).filter(it -> with400.test(call.getName())))
                    .map(it -> Arguments.of(it, call)));
  }

  static Stream<Arguments> documented() {
    return statuses(List.of(403, 409), it -> !it.equals("reboot"));
  }

  static Stream<Arguments> undocumented() {
    return statuses(List.of(404, 422, 500, 501, 204), "reboot"::equals);
  }

  private static String fault(int status) {
    return "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);
  }

  @Test
  void acceptedOnesTellTheirRequest() {
    SERVERS
        .assertRead(202, "", it -> it.actUnlessRefused(reboot("HARD")))
        .isEqualTo(Optional.of("req-1"));
    SERVERS
        .assertRead(202, "", it -> it.actUnlessRefused(resize("f1")))
        .isEqualTo(Optional.of("req-1"));
    SERVERS
        .assertRead(202, "", it -> it.createImageUnlessRefused(SENT))
        .isEqualTo(Optional.of(new Accepted<>("i1", "req-1")));
    SERVERS
        .assertRead(
            200,
            ComputeBodies.ATTACHMENT,
            it -> it.attachUnlessRefused("v1").map(Accepted::request))
        .isEqualTo(Optional.of("req-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reboot  | 202 | {"reboot":{"type":"HARD"}}
          resize  | 202 | {"resize":{"flavorRef":"f1"}}
          rebuild | 202 | {"rebuild":{"name":"n"}}
          image   | 202 | {"createImage":{"name":"n"}}
          attach  | 200 | {"volumeAttachment":{"volumeId":"v1"}}
          """)
  void theySend(String name, int status, String body) {
    Function<ServerClient, Optional<?>> call =
        calls().filter(it -> it.getName().equals(name)).findFirst().orElseThrow().getPayload();
    Map<String, String> answers =
        Map.of("rebuild", ComputeBodies.REBUILT, "attach", ComputeBodies.ATTACHMENT);

    Asked asked =
        SERVERS.sends(
            status, answers.getOrDefault(name, ""), it -> assertThat(call.apply(it)).isPresent());

    assertThat(asked.body()).isEqualTo(body);
    assertThat(asked.line())
        .isEqualTo(
            "POST /v2.1/servers/s1/"
                + (name.equals("attach") ? "os-volume_attachments" : "action"));
  }

  @ParameterizedTest
  @MethodSource("documented")
  void theyGiveNothingIfRefusedAsDocumented(int status, Function<ServerClient, Optional<?>> call) {
    Optional<?> declined = SERVERS.reads(status, fault(status), call);

    assertThat(declined).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("undocumented")
  void theyTakeNoOtherRefusal(int status, Function<ServerClient, Optional<?>> call) {
    SERVERS
        .with(Map.of())
        .refusal(status, fault(status), it -> assertThat(call.apply(it)).isEmpty())
        .hasMessageMatching("POST /servers/s1/.*: expected 20[02] or .*40[39] but found " + status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"fault": {"code": 400, "message": "No."}}
          {"fault": {"code": "409", "message": "No."}}
          {"fault": {"code": 409, "message": " "}}
          {"fault": {"code": 409}}
          {"fault": {"message": "No."}}
          {"code": 409, "message": "No."}
          {}
          []
          """)
  void theyTakeNoRefusalWithoutAFault(String body) {
    SERVERS.refuses(
        409,
        body,
        it -> it.actUnlessRefused(resize("f1")),
        "POST /servers/s1/action: expected a fault with the code 409 and a message but found"
            + " another body");
  }

  @Test
  void theyTakeNoRefusalWithMoreThanAFault() {
    SERVERS.refuses(
        409,
        "{\"more\": 1, \"fault\": {\"code\": 409, \"message\": \"No.\"}}",
        it -> it.actUnlessRefused(resize("f1")),
        "POST /servers/s1/action: /more: expected no such field but found the number 1");
  }

  @Test
  void theyDemandTheIdOfAnAcceptedRequest() {
    SERVERS
        .with(Map.of())
        .refuses(
            202,
            "",
            it -> it.actUnlessRefused(reboot("HARD")),
            "expected header x-openstack-request-id but found none");
  }
}
