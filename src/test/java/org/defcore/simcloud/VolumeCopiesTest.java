package org.defcore.simcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.defcore.simcloud.pace.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Volumes that are made of other things, with a clock that is moved by hand. */
final class VolumeCopiesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private BlockStorage storage;

  @BeforeEach
  void logIn() throws Exception {
    storage = new BlockStorage(cloud);
  }

  @Test
  void aCopyNamesItsSourceAndIsAsLargeAtLeast() throws Exception {
    String source = available("'size': 2, 'name': 'source'");

    String copy = storage.volume("'source_volid': '%s', 'name': 'copy'".formatted(source));
    String larger = storage.volume("'source_volid': '%s', 'size': 3".formatted(source));

    assertThat(storage.status("/volumes/" + copy)).isEqualTo("creating");
    clock.pass(SECOND);
    assertThat(storage.status("/volumes/" + copy)).isEqualTo("available");
    assertThat(storage.show("/volumes/" + copy).path("size").asInt()).isEqualTo(2);
    assertThat(storage.show("/volumes/" + copy).path("source_volid").asText()).isEqualTo(source);
    assertThat(storage.show("/volumes/" + copy).path("snapshot_id").isNull()).isTrue();
    assertThat(storage.show("/volumes/" + larger).path("size").asInt()).isEqualTo(3);
    assertThat(refused("'source_volid': '%s', 'size': 1".formatted(source))).isEqualTo(400);
  }

  @Test
  void onlyAVolumeAtRestIsCopied() throws Exception {
    String young = storage.volume("'size': 1");

    assertThat(refused("'source_volid': '%s'".formatted(young))).isEqualTo(400);
    clock.pass(SECOND);
    storage.delete("/volumes/" + young);
    assertThat(refused("'source_volid': '%s'".formatted(young))).isEqualTo(400);
    clock.pass(SECOND);
    assertThat(refused("'source_volid': '%s'".formatted(young))).isEqualTo(404);
    assertThat(refused("'source_volid': 'nothing'")).isEqualTo(400);
  }

  @Test
  void aCopyOfABootableVolumeIsBootableFromTheStart() throws Exception {
    String image = storage.publicImage();
    String source = storage.volume("'size': 1, 'imageRef': '%s'".formatted(image));
    clock.pass(SECOND.multipliedBy(2));
    String snapshot = storage.snapshot("'volume_id': '%s'".formatted(source));
    clock.pass(SECOND);

    String copy = storage.volume("'source_volid': '%s'".formatted(source));
    String restored = storage.volume("'snapshot_id': '%s'".formatted(snapshot));

    for (String id : List.of(copy, restored)) {
      assertThat(storage.status("/volumes/" + id)).isEqualTo("creating");
      assertThat(storage.show("/volumes/" + id).path("bootable").asText()).isEqualTo("true");
    }
  }

  @Test
  void aVolumeOfASnapshotNamesItAndIsAsLargeAtLeast() throws Exception {
    String source = available("'size': 2");
    String snapshot = storage.snapshot("'volume_id': '%s'".formatted(source));
    String wish = "'snapshot_id': '%s'".formatted(snapshot);

    assertThat(refused(wish)).as("of one that is being made").isEqualTo(400);
    clock.pass(SECOND);
    String larger = storage.volume(wish + ", 'size': 3");

    clock.pass(SECOND);
    assertThat(storage.status("/volumes/" + larger)).isEqualTo("available");
    assertThat(storage.show("/volumes/" + larger).path("snapshot_id").asText()).isEqualTo(snapshot);
    assertThat(storage.show("/volumes/" + larger).path("source_volid").isNull()).isTrue();
    assertThat(storage.show("/volumes/" + larger).path("size").asInt()).isEqualTo(3);
    assertThat(refused(wish + ", 'size': 1")).isEqualTo(400);
  }

  @Test
  void aVolumeIsMadeOfOneThingOnly() throws Exception {
    String source = available("'size': 1");

    HttpResponse<byte[]> refusal =
        storage.post(
            "/volumes",
            "{'volume': {'size': 1, 'source_volid': '%s', 'imageRef': '%s'}}"
                .formatted(source, storage.publicImage()));

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(Client.body(refusal).at("/badRequest/message").asText())
        .isEqualTo("A volume is made of one thing: image, snapshot or volume.");
  }

  @Test
  void defectsSpoilTheEndOfAFilling() throws Exception {
    String wish = "'source_volid': '%s'".formatted(available("'size': 1, 'name': 'source'"));

    cloud.switchOn(List.of("volume.volumes.create.fails-to-fill"));
    String failed = storage.volume(wish);
    String empty = storage.volume("'size': 1");
    cloud.switchOn(List.of("volume.volumes.create.never-fills"));
    String stuck = storage.volume(wish);
    cloud.switchOn(List.of("volume.volumes.create.drops-filled"));
    String dropped = storage.volume(wish);
    cloud.switchOn(List.of("volume.volumes.create.refuses-to-fill"));

    clock.pass(Duration.ofMinutes(30));
    assertThat(storage.status("/volumes/" + failed)).isEqualTo("error");
    assertThat(storage.status("/volumes/" + empty)).isEqualTo("available");
    assertThat(storage.status("/volumes/" + stuck)).isEqualTo("creating");
    assertThat(storage.status("/volumes/" + dropped)).isEqualTo("404");
    assertThat(refused(wish)).isEqualTo(400);
    assertThat(storage.delete("/volumes/" + failed)).isEqualTo(202);
    assertThat(storage.delete("/volumes/" + stuck)).isEqualTo(202);
  }

  @Test
  void aDefectRenamesWhatAVolumeIsMadeOf() throws Exception {
    String source = available("'size': 1, 'name': 'source'");
    String image = storage.publicImage();
    cloud.switchOn(List.of("volume.volumes.create.renames-source"));

    storage.volume("'source_volid': '%s', 'name': 'copy'".formatted(source));
    storage.volume("'size': 1, 'imageRef': '%s'".formatted(image));

    assertThat(storage.show("/volumes/" + source).path("name").asText()).isEqualTo("another name");
    assertThat(Client.body(storage.image("GET", image)).path("name").asText())
        .isEqualTo("another name");
  }

  private String available(String fields) throws Exception {
    String id = storage.volume(fields);
    clock.pass(SECOND);
    assertThat(storage.status("/volumes/" + id)).isEqualTo("available");
    return id;
  }

  private int refused(String fields) throws Exception {
    String size = fields.contains("'size'") ? "" : ", 'size': 1";
    return storage.refused("/volumes", "{'volume': {%s%s}}".formatted(fields, size));
  }
}
