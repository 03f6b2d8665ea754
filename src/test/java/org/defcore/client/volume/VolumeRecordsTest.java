package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.client.Variation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes and snapshots, in what is sent and in what is read. */
class VolumeRecordsTest {

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

  private static final String CREATED =
      """
      {"snapshot": {"id": "s1", "created_at": "2026-11-25T16:23:45.669253",
        "updated_at": "2026-11-25T16:23:46.000000", "name": "n", "description": "d",
        "volume_id": "v1", "status": "available", "size": 1, "metadata": {"a": "1"}}}
      """;

  private static final String CREATED_RULES =
      """
      id          | REQUIRED | 1
      created_at  | REQUIRED | "now"
      updated_at  | NULLABLE | "now"
      name        | NULLABLE | 1
      description | NULLABLE | 1
      volume_id   | REQUIRED | 1
      status      | REQUIRED | 1
      size        | REQUIRED | "1"
      metadata    | REQUIRED | []
      """;

  private static final String PROGRESS = "os-extended-snapshot-attributes:progress";
  private static final String PROJECT = "os-extended-snapshot-attributes:project_id";

  private static final ClientTrial<VolumeClient> CLIENT =
      ClientTrial.of(VolumeClient::new, "/v3/p1");

  @TestFactory
  Stream<DynamicTest> holdsAVolumeToTheRuleOf() {
    return volume("/volume")
        .holds(
            Volume.class,
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
            volume_image_metadata          | EITHER   | none
            """);
  }

  @TestFactory
  Stream<DynamicTest> holdsAnAttachmentToTheRuleOf() {
    return volume("/volume/attachments/0")
        .holds(
            Volume.Attachment.class,
            """
            id            | REQUIRED | 1
            volume_id     | REQUIRED | 1
            server_id     | REQUIRED | 1
            attachment_id | REQUIRED | 1
            host_name     | NULLABLE | 1
            device        | NULLABLE | 1
            """);
  }

  private static RecordSample volume(String at) {
    return new RecordSample(
        VOLUME, at, "GET /volumes/v1", CLIENT.reading(200, it -> it.volumes().get("v1")));
  }

  @TestFactory
  Stream<DynamicTest> holdsACreatedSnapshotToTheRuleOf() {
    return new RecordSample(
            CREATED,
            "/snapshot",
            "POST /snapshots",
            CLIENT.reading(
                202,
                it -> it.snapshots().as(VolumeSnapshot.Brief.class).create(Map.of("name", "n"))))
        .holds(VolumeSnapshot.Brief.class, CREATED_RULES);
  }

  @TestFactory
  Stream<DynamicTest> holdsAShownSnapshotToTheRuleOf() throws JsonProcessingException {
    return new RecordSample(
            shownSnapshot(),
            "/snapshot",
            "GET /snapshots/s1",
            CLIENT.reading(200, it -> it.snapshots().get("s1")))
        .holds(
            VolumeSnapshot.class,
            CREATED_RULES + PROGRESS + " | NULLABLE | 1\n" + PROJECT + " | NULLABLE | 1\n");
  }

  private static String shownSnapshot() throws JsonProcessingException {
    return Variation.of(
        Variation.of(CREATED, "/snapshot/" + PROGRESS, "\"100%\""),
        "/snapshot/" + PROJECT,
        "\"p1\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /volume/shared     | true | shared
          /volume/size       | 1.5  | size
          /volume/metadata/a | 1    | a
          /volume/metadata/a | null | a
          """)
  void refusesAVolumeThatDiffersIn(String pointer, String value, String reason)
      throws JsonProcessingException {
    CLIENT.refuses(200, Variation.of(VOLUME, pointer, value), it -> it.volumes().get("v1"), reason);
  }

  @Test
  void sayWhatTheyAre() throws JsonProcessingException {
    Volume volume = CLIENT.reads(200, VOLUME, it -> it.volumes().get("v1"));

    assertThat(volume).hasToString("volume v1 in status in-use");
    assertThat(volume.isOn("s1")).isTrue();
    assertThat(volume.isOn("s2")).isFalse();
    CLIENT
        .assertRead(200, shownSnapshot(), it -> it.snapshots().get("s1"))
        .hasToString("snapshot s1 in status available");
  }
}
