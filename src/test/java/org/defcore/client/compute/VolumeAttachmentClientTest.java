package org.defcore.client.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VolumeAttachmentClientTest {

  private static final String ATTACHED =
      """
      {"volumeAttachment":
        {"id": "v1", "volumeId": "v1", "serverId": "s1", "device": "/dev/vdb"}}
      """;

  private static final String LIST =
      """
      {"volumeAttachments": [{"id": "v1", "volumeId": "v1", "serverId": "s1", "device": null}]}
      """;

  private static List<FieldRule> rules() {
    return FieldRule.table(
        """
        id       | REQUIRED | 1
        volumeId | REQUIRED | 1
        serverId | REQUIRED | 1
        device   | EITHER   | 1
        """);
  }

  @Test
  void attaches() throws IOException {
    try (CannedService service = CannedService.answering(200, ATTACHED)) {
      assertThat(client(service).attachVolume("s1", "v1"))
          .isEqualTo(new VolumeAttachment("v1", "v1", "s1", Optional.of("/dev/vdb")));

      assertThat(service.onlyRequest().line())
          .isEqualTo("POST /v2.1/servers/s1/os-volume_attachments");
      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"volumeAttachment\":{\"volumeId\":\"v1\"}}");
    }
  }

  @Test
  void listsAndReads() throws IOException {
    try (CannedService all = CannedService.answering(200, LIST);
        CannedService one = CannedService.answering(200, ATTACHED)) {
      assertThat(client(all).listAttachments("s1"))
          .containsExactly(new VolumeAttachment("v1", "v1", "s1", Optional.empty()));
      assertThat(client(one).getAttachment("s1", "v/1").volumeId()).isEqualTo("v1");

      assertThat(all.onlyRequest().line()).isEqualTo("GET /v2.1/servers/s1/os-volume_attachments");
      assertThat(one.onlyRequest().line())
          .isEqualTo("GET /v2.1/servers/s1/os-volume_attachments/v%2F1");
    }
  }

  @Test
  void detaches() throws IOException {
    try (CannedService service = CannedService.answering(202, "")) {
      client(service).detachVolume("s1", "v1");

      assertThat(service.onlyRequest().line())
          .isEqualTo("DELETE /v2.1/servers/s1/os-volume_attachments/v1");
    }
  }

  @Test
  void refusesABodyWithAnAcceptedDetachment() {
    refuses(202, "{}", VolumeAttachmentClientTest::detached, "no body with 202 but found 2 bytes");
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() {
    refuses(202, ATTACHED, it -> it.attachVolume("s1", "v1"), "expected 200 but found 202");
    refuses(202, ATTACHED, it -> it.getAttachment("s1", "v1"), "expected 200 but found 202");
    refuses(202, LIST, it -> it.listAttachments("s1"), "expected 200 but found 202");
    refuses(204, "", VolumeAttachmentClientTest::detached, "expected 202 but found 204");
  }

  private static String detached(VolumeAttachmentClient attachments) {
    attachments.detachVolume("s1", "v1");
    return "detached";
  }

  @Test
  void knowsARuleForEveryField() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(FieldRule.fields(ATTACHED, "/volumeAttachment"))
        .hasSameSizeAs(VolumeAttachment.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsAnAttachmentToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        ATTACHED,
        "/volumeAttachment",
        "POST /servers/s1/os-volume_attachments",
        body -> given(200, body, it -> it.attachVolume("s1", "v1")));
    rule.check(
        ATTACHED,
        "/volumeAttachment",
        "GET /servers/s1/os-volume_attachments/v1",
        body -> given(200, body, it -> it.getAttachment("s1", "v1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra                                       | 1      | extra
          /volumeAttachments                           | absent | volumeAttachments
          /volumeAttachments/0/id                      | absent | id
          /volumeAttachments/0/device                  | 1      | device
          /volumeAttachments/0/tag                     | null   | tag
          /volumeAttachments/0/delete_on_termination   | false  | delete_on_termination
          """)
  void refusesAListThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    refuses(200, Variation.of(LIST, pointer, value), it -> it.listAttachments("s1"), reason);
  }

  private static <T> T given(int status, String body, Function<VolumeAttachmentClient, T> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      return call.apply(client(service));
    }
  }

  private static void refuses(
      int status, String body, Function<VolumeAttachmentClient, ?> call, String reason) {
    assertThatThrownBy(() -> given(status, body, call))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static VolumeAttachmentClient client(CannedService service) {
    return new VolumeAttachmentClient(service.endpoint("/v2.1"));
  }
}
