package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.defcore.client.CannedService;
import org.defcore.client.FieldRule;
import org.defcore.client.Variation;
import org.defcore.http.UnexpectedAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls on single volumes. */
class VolumeCallsTest {

  static final String VOLUME =
      """
      {"volume": {"id": "v1", "name": "data", "description": "d", "status": "in-use", "size": 1,
        "attachments": [{"id": "v1", "volume_id": "v1", "server_id": "s1", "attachment_id": "a1",
          "host_name": null, "device": "/dev/vdb", "attached_at": "2026-11-22T15:19:39.000000"}],
        "links": [{"rel": "self", "href": "http://v/v1"}], "encrypted": false,
        "created_at": "2026-11-22T15:19:30.000000", "updated_at": "2026-11-22T15:19:39.000000",
        "replication_status": "disabled", "user_id": "u1", "availability_zone": "nova",
        "metadata": {"a": "1"}, "multiattach": false, "bootable": "false",
        "consistencygroup_id": "c1", "volume_type": "lvm", "snapshot_id": "n1",
        "source_volid": "v0", "os-vol-tenant-attr:tenant_id": "p1",
        "os-vol-host-attr:host": "h", "os-vol-mig-status-attr:migstat": "none",
        "os-vol-mig-status-attr:name_id": "n", "volume_image_metadata": {"image_id": "i1"}}}
      """;

  private static List<FieldRule> rules() {
    return FieldRule.table(
        """
        id                             | REQUIRED | 1
        name                           | NULLABLE | 1
        description                    | NULLABLE | 1
        status                         | REQUIRED | 1
        size                           | REQUIRED | "1"
        attachments                    | REQUIRED | {}
        links                          | REQUIRED | {}
        encrypted                      | REQUIRED | "false"
        created_at                     | REQUIRED | "now"
        updated_at                     | NULLABLE | "now"
        replication_status             | NULLABLE | 1
        user_id                        | REQUIRED | 1
        availability_zone              | REQUIRED | 1
        metadata                       | REQUIRED | []
        multiattach                    | REQUIRED | 0
        bootable                       | REQUIRED | false
        consistencygroup_id            | NULLABLE | 1
        volume_type                    | NULLABLE | 1
        snapshot_id                    | NULLABLE | 1
        source_volid                   | NULLABLE | 1
        os-vol-tenant-attr:tenant_id   | OPTIONAL | 1
        os-vol-host-attr:host          | EITHER   | 1
        os-vol-mig-status-attr:migstat | EITHER   | 1
        os-vol-mig-status-attr:name_id | EITHER   | 1
        """);
  }

  private static List<FieldRule> attachmentRules() {
    return FieldRule.table(
        """
        id            | REQUIRED | 1
        volume_id     | REQUIRED | 1
        server_id     | REQUIRED | 1
        attachment_id | REQUIRED | 1
        host_name     | NULLABLE | 1
        device        | NULLABLE | 1
        """);
  }

  @Test
  void creates() throws IOException {
    try (CannedService service = CannedService.answering(202, VOLUME)) {
      assertThat(client(service).createVolume("data", 1)).hasToString("volume v1 in status in-use");

      assertThat(service.onlyRequest().line()).isEqualTo("POST /v3/p1/volumes");
      assertThat(service.onlyRequest().body())
          .isEqualTo("{\"volume\":{\"size\":1,\"name\":\"data\"}}");
      assertThat(service.onlyRequest().headers())
          .containsEntry("x-auth-token", "token-of-the-user")
          .doesNotContainKey("openstack-api-version");
    }
  }

  @Test
  void readsAndKnowsWhatItIsOn() throws IOException {
    try (CannedService service = CannedService.answering(200, VOLUME)) {
      Volume volume = client(service).getVolume("v/1");

      assertThat(volume.isOn("s1")).isTrue();
      assertThat(volume.isOn("s2")).isFalse();
      assertThat(service.onlyRequest().line()).isEqualTo("GET /v3/p1/volumes/v%2F1");
    }
  }

  @Test
  void renamesAndDeletes() throws IOException {
    try (CannedService update = CannedService.answering(200, VOLUME);
        CannedService delete = CannedService.answering(202, "")) {
      assertThat(client(update).updateVolume("v/1", "data", "d").id()).isEqualTo("v1");
      client(delete).deleteVolume("v/1");

      assertThat(update.onlyRequest().line()).isEqualTo("PUT /v3/p1/volumes/v%2F1");
      assertThat(update.onlyRequest().body())
          .isEqualTo("{\"volume\":{\"name\":\"data\",\"description\":\"d\"}}");
      assertThat(delete.onlyRequest().line()).isEqualTo("DELETE /v3/p1/volumes/v%2F1");
    }
  }

  @Test
  void refusesAnotherSuccessThanTheDocumentedOne() {
    refuses(200, VOLUME, it -> it.createVolume("data", 1), "expected 202 but found 200");
    refuses(202, VOLUME, it -> it.getVolume("v1"), "expected 200 but found 202");
    refuses(202, VOLUME, it -> it.updateVolume("v1", "data", "d"), "expected 200 but found 202");
    refuses(200, "", VolumeCallsTest::deleted, "expected 202 but found 200");
    refuses(202, "{}", VolumeCallsTest::deleted, "expected no body with 202 but found 2 bytes");
  }

  private static String deleted(VolumeClient client) {
    client.deleteVolume("v1");
    return "deleted";
  }

  @Test
  void knowsARuleForEveryFieldButThatOfAnyContents() throws JsonProcessingException {
    assertThat(rules())
        .extracting(FieldRule::field)
        .containsExactlyInAnyOrderElementsOf(
            FieldRule.fields(
                Variation.of(VOLUME, "/volume/volume_image_metadata", "absent"), "/volume"))
        .hasSize(Volume.class.getRecordComponents().length - 1);
    assertThat(attachmentRules()).hasSameSizeAs(Volume.Attachment.class.getRecordComponents());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsAVolumeToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        VOLUME, "/volume", "GET /volumes/v1", body -> given(200, body, it -> it.getVolume("v1")));
    rule.check(
        VOLUME,
        "/volume",
        "POST /volumes",
        body -> given(202, body, it -> it.createVolume("data", 1)));
    rule.check(
        VOLUME,
        "/volume",
        "PUT /volumes/v1",
        body -> given(200, body, it -> it.updateVolume("v1", "data", "d")));
  }

  @ParameterizedTest
  @MethodSource("attachmentRules")
  void holdsAnAttachmentToTheRuleOf(FieldRule rule) throws JsonProcessingException {
    rule.check(
        VOLUME,
        "/volume/attachments/0",
        "GET /volumes/v1",
        body -> given(200, body, it -> it.getVolume("v1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /extra             | 1    | extra
          /volume/extra      | 1    | extra
          /volume/shared     | true | shared
          /volume/size       | 1.5  | size
          /volume/metadata/a | 1    | a
          /volume/metadata/a | null | a
          """)
  void refusesAVolumeThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    refuses(200, Variation.of(VOLUME, pointer, value), it -> it.getVolume("v1"), reason);
  }

  private static <T> T given(int status, String body, Function<VolumeClient, T> call)
      throws IOException {
    try (CannedService service = CannedService.answering(status, body)) {
      return call.apply(client(service));
    }
  }

  private static void refuses(
      int status, String body, Function<VolumeClient, ?> call, String reason) {
    assertThatThrownBy(() -> given(status, body, call))
        .isInstanceOf(UnexpectedAnswer.class)
        .hasMessageContaining(reason);
  }

  private static VolumeClient client(CannedService service) {
    return new VolumeClient(service.endpoint("/v3/p1"));
  }
}
