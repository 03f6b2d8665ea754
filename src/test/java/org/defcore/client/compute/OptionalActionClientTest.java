package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.defcore.client.CannedService;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionalActionClientTest {

  private static final Map<String, String> ID = Map.of("x-openstack-request-id", "req-1");
  private static final String ATTACHED =
      """
      {"volumeAttachment":
        {"id": "v1", "volumeId": "v1", "serverId": "s1", "device": "/dev/vdb"}}
      """;

  @Test
  void rebootsAndResizesAndTellsTheRequest() throws IOException {
    try (CannedService reboot = CannedService.answering(202, "", ID);
        CannedService resize = CannedService.answering(202, "", ID)) {
      assertThat(client(reboot).rebootServer("s1", "HARD")).contains("req-1");
      assertThat(client(resize).resizeServer("s1", "f1")).contains("req-1");

      assertThat(reboot.onlyRequest().line()).isEqualTo("POST /v2.1/servers/s1/action");
      assertThat(reboot.onlyRequest().body()).isEqualTo("{\"reboot\":{\"type\":\"HARD\"}}");
      assertThat(resize.onlyRequest().body()).isEqualTo("{\"resize\":{\"flavorRef\":\"f1\"}}");
    }
  }

  @Test
  void asksForAnImageAndTellsItsId() throws IOException {
    Map<String, String> headers =
        Map.of("x-openstack-request-id", "req-1", "Location", "http://x/images/i1");
    try (CannedService service = CannedService.answering(202, "", headers)) {
      assertThat(client(service).createImage("s1", "n", Map.of("a", "b")))
          .contains(new AcceptedImage("i1", "req-1"));

      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"createImage\":{\"name\":\"n\",\"metadata\":{\"a\":\"b\"}}}");
    }
  }

  @Test
  void attaches() throws IOException {
    try (CannedService service = CannedService.answering(200, ATTACHED, ID)) {
      assertThat(client(service).attachVolume("s1", "v1"))
          .map(it -> it.attachment().volumeId() + " " + it.request())
          .contains("v1 req-1");

      assertThat(service.onlyRequest().line())
          .isEqualTo("POST /v2.1/servers/s1/os-volume_attachments");
    }
  }

  @ParameterizedTest
  @MethodSource("documented")
  void givesNothingIfRefusedAsDocumented(
      int status, Function<OptionalActionClient, Optional<?>> call) throws IOException {
    String fault = "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);

    try (CannedService service = CannedService.answering(status, fault)) {
      assertThat(call.apply(client(service))).isEmpty();
    }
  }

  static Stream<Arguments> documented() {
    return calls()
        .flatMap(
            call ->
                Stream.of(400, 403, 409)
                    .filter(it -> it != 400 || !call.getName().equals("reboot"))
                    .map(it -> Arguments.of(it, call)));
  }

  @ParameterizedTest
  @MethodSource("undocumented")
  void takesNoOtherRefusal(int status, Function<OptionalActionClient, Optional<?>> call)
      throws IOException {
    String fault = "{\"fault\": {\"code\": %d, \"message\": \"No.\"}}".formatted(status);

    try (CannedService service = CannedService.answering(status, fault)) {
      assertThatThrownBy(() -> call.apply(client(service)))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageMatching(
              "POST /servers/s1/.*: expected 20[02] or .*40[39] but found " + status);
    }
  }

  static Stream<Arguments> undocumented() {
    return calls()
        .flatMap(
            call ->
                Stream.of(400, 401, 404, 422, 500, 501, 503, 204)
                    .filter(it -> it != 400 || call.getName().equals("reboot"))
                    .map(it -> Arguments.of(it, call)));
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
          {"fault": {"code": 409, "message": "No."}, "more": 1}
          {}
          []
          """)
  void takesNoRefusalWithoutAFault(String body) throws IOException {
    try (CannedService service = CannedService.answering(409, body)) {
      assertThatThrownBy(() -> client(service).resizeServer("s1", "f1"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessage(
              "POST /servers/s1/action: expected a fault with the code 409 and a message but found"
                  + " another body");
    }
  }

  @Test
  void demandsTheIdOfAnAcceptedRequest() throws IOException {
    try (CannedService service = CannedService.answering(202, "")) {
      assertThatThrownBy(() -> client(service).rebootServer("s1", "HARD"))
          .isInstanceOf(UnexpectedAnswer.class)
          .hasMessageContaining("expected header x-openstack-request-id but found none");
    }
  }

  private static Stream<Named<Function<OptionalActionClient, Optional<?>>>> calls() {
    return Stream.of(
        Named.of("reboot", it -> it.rebootServer("s1", "HARD")),
        Named.of("resize", it -> it.resizeServer("s1", "f1")),
        Named.of("rebuild", it -> it.rebuildServer("s1", Rebuild.from("i1"))),
        Named.of("image", it -> it.createImage("s1", "n", Map.of())),
        Named.of("attach", it -> it.attachVolume("s1", "v1")));
  }

  private static OptionalActionClient client(CannedService service) {
    return new OptionalActionClient(service.endpoint("/v2.1"));
  }
}
