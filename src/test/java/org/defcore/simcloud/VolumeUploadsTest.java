package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Images made of volumes as a client sees them, with a clock that is moved by hand. */
final class VolumeUploadsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String UPLOAD =
      "{'os-volume_upload_image': {'image_name': 'made', 'disk_format': 'qcow2'}}";

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private BlockStorage storage;
  private String volume;

  @BeforeEach
  void makeAVolume() throws Exception {
    storage = new BlockStorage(cloud);
    volume = "/volumes/" + storage.volume("'size': 1, 'name': 'data'");
    clock.pass(SECOND);
  }

  @Test
  void aVolumeIsUploadingUntilItsImageIsActive() throws Exception {
    String image = upload();

    assertThat(states(image)).containsExactly("uploading", "queued");
    clock.pass(SECOND);
    assertThat(states(image)).containsExactly("uploading", "saving");
    clock.pass(SECOND);
    assertThat(states(image)).containsExactly("available", "active");
    JsonNode made = Client.body(storage.image("GET", image));
    assertThat(made.path("name").asText()).isEqualTo("made");
    assertThat(made.path("disk_format").asText()).isEqualTo("qcow2");
    assertThat(made.path("visibility").asText()).isEqualTo("shared");
    assertThat(storage.messages()).isEmpty();
    assertThat(states(upload())).as("of the next one").containsExactly("uploading", "queued");
  }

  @Test
  void aVolumeThatIsBeingReadIsLeftAlone() throws Exception {
    upload();
    String id = volume.replace("/volumes/", "");

    assertThat(storage.refused(volume + "/action", UPLOAD)).isEqualTo(400);
    assertThat(storage.delete(volume)).isEqualTo(400);
    assertThat(storage.refused("/snapshots", "{'snapshot': {'volume_id': '%s'}}".formatted(id)))
        .isEqualTo(400);
    assertThat(
            storage.refused(
                "/volumes", "{'volume': {'size': 1, 'source_volid': '%s'}}".formatted(id)))
        .isEqualTo(400);
  }

  @Test
  void anImageThatIsDeletedMeanwhileEndsTheUploadWithAMessage() throws Exception {
    HttpResponse<byte[]> accepted = storage.post(volume + "/action", UPLOAD);
    String image = Client.body(accepted).at("/os-volume_upload_image/image_id").asText();

    storage.image("DELETE", image);

    assertThat(storage.messages()).hasSize(1);
    assertThat(storage.messages().get(0).path("request_id").asText())
        .isEqualTo(accepted.headers().firstValue("x-openstack-request-id").orElseThrow());
    assertThat(storage.messages().get(0).path("resource_uuid").asText())
        .isEqualTo(volume.replace("/volumes/", ""));
    assertThat(storage.status(volume)).isEqualTo("available");
  }

  @Test
  void aVolumeInUseIsUploadedByForceOnly() throws Exception {
    String young = "/volumes/" + storage.volume("'size': 1");

    assertThat(storage.refused(young + "/action", UPLOAD)).isEqualTo(400);
    assertThat(storage.refused(young + "/action", UPLOAD.replace("}}", ", 'force': true}}")))
        .isEqualTo(400);
  }

  @Test
  void aDefectRenamesTheVolume() throws Exception {
    cloud.switchOn(List.of("volume.volumes.upload-image.renames-volume"));

    upload();

    assertThat(storage.show(volume).path("name").asText()).isEqualTo("another name");
  }

  @Test
  void defectsMakeUploadsFailWithAndWithoutAWord() throws Exception {
    cloud.switchOn(List.of("volume.volumes.upload-image.fails"));
    String told = upload();
    clock.pass(SECOND);
    assertThat(states(told)).containsExactly("available", "404");
    assertThat(storage.messages()).hasSize(1);

    cloud.switchOn(List.of("volume.volumes.upload-image.fails-unsaid"));
    String untold = upload();
    clock.pass(SECOND);
    assertThat(states(untold)).containsExactly("available", "404");
    assertThat(storage.messages()).hasSize(1);
  }

  @Test
  void anUploadThatHasNotEndedCanBeGivenUp() throws Exception {
    String image = upload();
    assertThat(states(image)).containsExactly("uploading", "queued");

    storage.image("DELETE", image);

    assertThat(storage.delete(volume)).isEqualTo(202);
    clock.pass(SECOND);
    assertThat(cloud.resources()).isEmpty();
  }

  private String upload() throws Exception {
    HttpResponse<byte[]> accepted = storage.post(volume + "/action", UPLOAD);
    assertThat(accepted.statusCode()).as(Client.text(accepted)).isEqualTo(202);
    return Client.body(accepted).at("/os-volume_upload_image/image_id").asText();
  }

  private List<String> states(String image) throws Exception {
    HttpResponse<byte[]> shown = storage.image("GET", image);
    String found =
        shown.statusCode() == 200
            ? Client.body(shown).path("status").asText()
            : String.valueOf(shown.statusCode());
    return List.of(storage.status(volume), found);
  }
}
