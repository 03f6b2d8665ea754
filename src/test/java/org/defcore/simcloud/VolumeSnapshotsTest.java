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

/** Snapshots of volumes as a client sees them, with a clock that is moved by hand. */
final class VolumeSnapshotsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @RegisterExtension final SteppedCloud stepped = SteppedCloud.inStagesOf(SECOND);

  private final HandClock clock = stepped.clock();
  private final SimulatedCloud cloud = stepped.cloud();
  private BlockStorage storage;
  private String volume;

  @BeforeEach
  void makeAVolume() throws Exception {
    storage = new BlockStorage(cloud);
    volume = storage.volume("'size': 1, 'name': 'data'");
    clock.pass(SECOND);
  }

  @Test
  void aSnapshotIsTakenAndDeletedStageByStage() throws Exception {
    String one = "/snapshots/" + snapshot("one");

    assertThat(storage.show(one).path("status").asText()).isEqualTo("creating");
    assertThat(storage.show(one).path("updated_at").isNull()).isTrue();
    assertThat(storage.delete(one)).as("while it is made").isEqualTo(400);
    clock.pass(SECOND);
    assertThat(storage.status(one)).isEqualTo("available");
    assertThat(storage.show(one).path("os-extended-snapshot-attributes:progress").asText())
        .isEqualTo("100%");
    assertThat(storage.delete(one)).isEqualTo(202);
    assertThat(storage.status(one)).isEqualTo("deleting");
    clock.pass(SECOND);
    assertThat(storage.status(one)).isEqualTo("404");
    assertThat(cloud.resources()).singleElement().asString().startsWith("volume ");
  }

  @Test
  void aVolumeStaysAsLongAsItHasSnapshots() throws Exception {
    String one = snapshot("one");
    clock.pass(SECOND);

    assertThat(storage.delete("/volumes/" + volume)).isEqualTo(400);
    storage.delete("/snapshots/" + one);
    assertThat(storage.delete("/volumes/" + volume)).isEqualTo(400);
    clock.pass(SECOND);
    assertThat(storage.delete("/volumes/" + volume)).isEqualTo(202);
    clock.pass(SECOND);

    assertThat(cloud.resources()).isEmpty();
  }

  @Test
  void onlyAVolumeAtRestIsTakenASnapshotOf() throws Exception {
    String young = storage.volume("'size': 1");

    assertThat(refused("'volume_id': '%s'".formatted(young))).isEqualTo(400);
    assertThat(refused("'volume_id': 'nothing'")).isEqualTo(400);
    assertThat(refused("'name': 'x'")).isEqualTo(400);
    assertThat(refused("'volume_id': null")).isEqualTo(404);
  }

  @Test
  void theListIsCutByNameStatusAndVolumeAndComesInPages() throws Exception {
    String first = snapshot("first");
    String second = snapshot("second");
    clock.pass(SECOND);
    String third = snapshot("third");

    assertThat(ids("")).containsExactly(third, second, first);
    assertThat(ids("?name=second")).containsExactly(second);
    assertThat(ids("?status=creating")).containsExactly(third);
    assertThat(ids("?volume_id=" + volume)).hasSize(3);
    assertThat(ids("/detail?name=first&status=available")).containsExactly(first);
    assertThat(ids("?marker=" + third)).containsExactly(second, first);
    assertThat(ids("?offset=2")).containsExactly(first);
    assertThat(ids("?limit=2")).containsExactly(third, second);
  }

  @Test
  void aSnapshotIsRenamedAndNothingElse() throws Exception {
    String one = "/snapshots/" + snapshot("one");

    HttpResponse<byte[]> renamed =
        storage.put(one, "{'snapshot': {'name': 'other', 'description': 'd'}}");

    assertThat(renamed.statusCode()).isEqualTo(200);
    assertThat(
            Client.body(renamed).path("snapshot").has("os-extended-snapshot-attributes:progress"))
        .isFalse();
    assertThat(storage.show(one).path("name").asText()).isEqualTo("other");
    assertThat(storage.show(one).path("description").asText()).isEqualTo("d");
    assertThat(storage.put(one, "{'snapshot': {'size': 2}}").statusCode()).isEqualTo(400);
  }

  @Test
  void tenSnapshotsAreAllThatAProjectMayHave() throws Exception {
    for (int i = 0; i < 10; i++) {
      snapshot("one of ten");
    }

    HttpResponse<byte[]> refusal =
        storage.post("/snapshots", "{'snapshot': {'volume_id': '%s'}}".formatted(volume));

    assertThat(refusal.statusCode()).isEqualTo(413);
    assertThat(Client.body(refusal).path("overLimit").path("message").asText())
        .isEqualTo("SnapshotLimitExceeded: no more than 10 snapshots are allowed.");
  }

  @Test
  void snapshotsShareTheGigabytesOfTheProject() throws Exception {
    String large = storage.volume("'size': 500");
    clock.pass(SECOND);

    assertThat(refused("'volume_id': '%s'".formatted(large))).isEqualTo(413);
    snapshot("small");

    JsonNode absolute = storage.show("/limits").path("absolute");
    assertThat(absolute.path("totalSnapshotsUsed").asInt()).isEqualTo(1);
    assertThat(absolute.path("totalGigabytesUsed").asInt()).isEqualTo(502);
  }

  private String snapshot(String name) throws Exception {
    return storage.snapshot("'volume_id': '%s', 'name': '%s'".formatted(volume, name));
  }

  private int refused(String fields) throws Exception {
    return storage.refused("/snapshots", "{'snapshot': {%s}}".formatted(fields));
  }

  private List<String> ids(String query) throws Exception {
    return storage.show("/snapshots" + query).findValuesAsText("id");
  }
}
