package org.defcore.client.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.defcore.client.ClientTrial;
import org.defcore.client.RecordSample;
import org.defcore.http.LocalServer.Asked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lists of volumes and snapshots, their metadata, and flags of volumes. */
class VolumeCallsTest {

  private static final String BRIEF =
      "{\"volumes\": [{\"id\": \"v1\", \"name\": \"data\", \"links\": []}]}";

  private static final ClientTrial<VolumeClient> CLIENT =
      ClientTrial.of(VolumeClient::new, "/volume/v3/p1");

  @Test
  void listsVolumesAndSnapshotsInBriefAndInDetail() {
    String snapshots = "{\"snapshots\": []}";
    String volumes = "{\"volumes\": []}";

    assertThat(CLIENT.sends(200, BRIEF, it -> it.briefVolumes().list()).line())
        .isEqualTo("GET /volume/v3/p1/volumes");
    assertThat(CLIENT.sends(200, volumes, it -> it.detailedVolumes().list()).line())
        .isEqualTo("GET /volume/v3/p1/volumes/detail");
    assertThat(CLIENT.sends(200, snapshots, it -> it.briefSnapshots().list()).line())
        .isEqualTo("GET /volume/v3/p1/snapshots");
    assertThat(CLIENT.sends(200, snapshots, it -> it.detailedSnapshots().list()).line())
        .isEqualTo("GET /volume/v3/p1/snapshots/detail");
  }

  @Test
  void setsFlagsOfAVolume() {
    Asked bootable = CLIENT.sends(200, "", it -> it.set(VolumeFlag.BOOTABLE, true, "v/1"));
    Asked writable = CLIENT.sends(202, "", it -> it.set(VolumeFlag.READ_ONLY, false, "v/1"));

    assertThat(bootable.line()).isEqualTo("POST /volume/v3/p1/volumes/v%2F1/action");
    assertThat(bootable.body()).isEqualTo("{\"os-set_bootable\":{\"bootable\":true}}");
    assertThat(CLIENT.sends(200, "", it -> it.set(VolumeFlag.BOOTABLE, false, "v1")).body())
        .isEqualTo("{\"os-set_bootable\":{\"bootable\":false}}");
    assertThat(writable.body()).isEqualTo("{\"os-update_readonly_flag\":{\"readonly\":false}}");
    assertThat(CLIENT.sends(202, "", it -> it.set(VolumeFlag.READ_ONLY, true, "v1")).body())
        .isEqualTo("{\"os-update_readonly_flag\":{\"readonly\":true}}");
    CLIENT.refuses(
        202, "", it -> it.set(VolumeFlag.BOOTABLE, true, "v1"), "expected 200 but found 202");
    CLIENT.refuses(
        200, "", it -> it.set(VolumeFlag.READ_ONLY, true, "v1"), "expected 202 but found 200");
    CLIENT.refuses(
        202, "{}", it -> it.set(VolumeFlag.READ_ONLY, true, "v1"), "expected no body with 202");
  }

  @Test
  void deletesMetadataOfVolumesAndSnapshotsByKey() {
    assertThat(CLIENT.sends(200, "", it -> it.volumeMetadata("v/1").deleteItem("a b")).line())
        .isEqualTo("DELETE /volume/v3/p1/volumes/v%2F1/metadata/a%20b");
    assertThat(CLIENT.sends(200, "", it -> it.snapshotMetadata("s/1").deleteItem("a")).line())
        .isEqualTo("DELETE /volume/v3/p1/snapshots/s%2F1/metadata/a");
    CLIENT.refuses(
        204, "", it -> it.volumeMetadata("v1").deleteItem("a"), "expected 200 but found 204");
    CLIENT.refuses(
        200, "{}", it -> it.snapshotMetadata("s1").deleteItem("a"), "expected no body with 200");
  }

  @TestFactory
  Stream<DynamicTest> holdsABriefVolumeToTheRuleOf() {
    return new RecordSample(
            BRIEF,
            "/volumes/0",
            "GET /volumes",
            CLIENT.reading(200, it -> it.briefVolumes().list()))
        .holds(
            Volume.Brief.class,
            """
            id    | REQUIRED | 1
            name  | NULLABLE | 1
            links | REQUIRED | {}
            """);
  }
}
