package org.defcore.simcloud.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defcore.simcloud.pace.HandClock;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.junit.jupiter.api.Test;

/** States of volumes that servers attach, seen from the side of the compute service. */
final class VolumeStoreTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Caller OWNER = new Caller("user", Optional.of("own"));
  private static final Attachment ATTACHMENT =
      new Attachment("attachment", "server", "/dev/vdb", "host");

  private final HandClock clock = new HandClock();
  private final VolumeStore store =
      new VolumeStore(new Timing(clock, new Pace(SECOND, SECOND)), 10);

  @Test
  void anAttachedVolumeIsInUseUntilItIsDetached() {
    String id = available();

    store.attach("own", id, ATTACHMENT);
    assertThat(status(id)).isEqualTo("attaching");
    assertThat(store.isAttached(id, "server")).isTrue();

    clock.pass(SECOND);
    assertThat(status(id)).isEqualTo("in-use");
    assertThat(store.isAttached(id, "other")).isFalse();

    store.detach("own", id, "server");
    assertThat(status(id)).isEqualTo("detaching");
    assertThat(store.isAttached(id, "server")).isTrue();

    clock.pass(SECOND);
    assertThat(status(id)).isEqualTo("available");
    assertThat(store.isAttached(id, "server")).isFalse();
  }

  @Test
  void onlyAnAvailableVolumeOfTheProjectIsAttached() {
    String young = VolumeForms.id(store.add(OWNER, small(), List.of("available")));

    refuses(400, () -> store.attach("own", young, ATTACHMENT));
    refuses(404, () -> store.attach("other", young, ATTACHMENT));
    refuses(404, () -> store.attach("own", "nothing", ATTACHMENT));
    clock.pass(SECOND);
    store.attach("own", young, ATTACHMENT);
    refuses(400, () -> store.attach("own", young, ATTACHMENT));
  }

  @Test
  void onlyAVolumeInUseByTheServerIsDetached() {
    String id = available();

    refuses(404, () -> store.detach("own", id, "server"));
    store.attach("own", id, ATTACHMENT);
    refuses(400, () -> store.detach("own", id, "server"));
    clock.pass(SECOND);
    refuses(404, () -> store.detach("own", id, "other"));
    refuses(404, () -> store.detach("other", id, "server"));
    store.detach("own", id, "server");
    refuses(400, () -> store.detach("own", id, "server"));
  }

  @Test
  void aVolumeIsCreatedAtOneMoment() {
    HandClock fast = new HandClock(Duration.ofMillis(999));
    VolumeStore busy = new VolumeStore(new Timing(fast, Pace.INSTANT), 10);

    ObjectNode answered = busy.add(OWNER, small(), List.of("available"));
    ObjectNode kept = busy.volumes().require("own", VolumeForms.id(answered));

    assertThat(kept.path("created_at").asText())
        .isEqualTo(answered.path("created_at").asText().replaceFirst("\\.\\d+$", ".000000"));
  }

  @Test
  void aVolumeInUseIsNotDeleted() {
    String id = available();
    store.attach("own", id, ATTACHMENT);
    clock.pass(SECOND);

    refuses(400, () -> store.delete(store.volumes(), "own", id));

    assertThat(status(id)).isEqualTo("in-use");
  }

  @Test
  void aVolumeInUseTellsItsServer() {
    String id = inUse();

    JsonNode attachments = show(id).path("attachments");

    assertThat(attachments).hasSize(1);
    assertThat(attachments.get(0).toString())
        .isEqualTo(
            """
            {"id":"%s","attachment_id":"attachment","volume_id":"%s","server_id":"server",\
            "host_name":null,"device":"/dev/vdb","attached_at":"2026-01-31T12:00:02.000000"}"""
                .formatted(id, id));
  }

  @Test
  void anAttachmentShowsFromInUseToDetaching() {
    String id = available();

    store.attach("own", id, ATTACHMENT);
    assertThat(show(id).path("attachments")).isEmpty();
    clock.pass(SECOND);
    store.detach("own", id, "server");
    assertThat(show(id).path("attachments")).hasSize(1);
    clock.pass(SECOND);
    assertThat(show(id).path("attachments")).isEmpty();
  }

  private String available() {
    String id = VolumeForms.id(store.add(OWNER, small(), List.of("available")));
    clock.pass(SECOND);
    return id;
  }

  private String inUse() {
    String id = available();
    store.attach("own", id, ATTACHMENT);
    clock.pass(SECOND);
    return id;
  }

  private static ObjectNode small() {
    return Json.object().put("size", 1);
  }

  private String status(String id) {
    return store.volumes().find("own", id).map(VolumeForms::status).orElse("gone");
  }

  private JsonNode show(String id) {
    return VolumeForms.detailed("http://127.0.0.1/volume", store.volumes().require("own", id));
  }

  private static void refuses(int status, ThrowingCallable call) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call)
        .extracting(Refusal::status)
        .isEqualTo(status);
  }
}
