package org.defcore.simcloud.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageData;
import org.defcore.simcloud.image.ImageService;
import org.defcore.simcloud.pace.HandClock;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;
import org.junit.jupiter.api.Test;

/** What becomes of volumes that servers attach, seen from the side of the compute service. */
final class VolumeStoreTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Caller OWNER = new Caller("user", Optional.of("own"));
  private static final Attachment ATTACHMENT =
      new Attachment("attachment", "server", "/dev/vdb", "host");

  private final HandClock clock = new HandClock();
  private final VolumeStore store = new VolumeStore(clock, new Pace(SECOND, SECOND));

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
    Volume young = store.add(OWNER, spec(), List.of("available"));

    refuses(400, () -> store.attach("own", young.id(), ATTACHMENT));
    refuses(404, () -> store.attach("other", young.id(), ATTACHMENT));
    refuses(404, () -> store.attach("own", "nothing", ATTACHMENT));
    clock.pass(SECOND);
    store.attach("own", young.id(), ATTACHMENT);
    refuses(400, () -> store.attach("own", young.id(), ATTACHMENT));
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
  void aVolumeInUseIsNotDeleted() {
    String id = available();
    store.attach("own", id, ATTACHMENT);
    clock.pass(SECOND);

    refuses(400, () -> store.delete("own", id));

    assertThat(status(id)).isEqualTo("in-use");
    assertThat(store.resources()).containsExactly("volume " + id + " ");
  }

  @Test
  void aVolumeInUseTellsItsServer() throws IOException {
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
  void anAttachmentShowsFromInUseToDetaching() throws IOException {
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
    Volume volume = store.add(OWNER, spec(), List.of("available"));
    clock.pass(SECOND);
    return volume.id();
  }

  private String inUse() {
    String id = available();
    store.attach("own", id, ATTACHMENT);
    clock.pass(SECOND);
    return id;
  }

  private static VolumeSpec spec() {
    NullNode nothing = NullNode.getInstance();
    return new VolumeSpec(
        new VolumeSpec.Texts(nothing, nothing), 1, VolumeSpec.Source.NOTHING, Map.of());
  }

  private String status(String id) {
    return store.find("own", id).map(Volume::status).orElse("gone");
  }

  private JsonNode show(String id) throws IOException {
    Pace pace = new Pace(SECOND, SECOND);
    Defects none = Defects.none();
    ImageService images =
        new ImageService(new ImageData(Path.of("")), new Timing(clock, pace), none);
    VolumeService service =
        new VolumeService(store, images.library(), new VolumeService.Time(clock, pace), none);
    Operation show =
        service.operations().stream()
            .filter(it -> it.name().equals("volume.volumes.show"))
            .findFirst()
            .orElseThrow();
    return show.handler().answer(asking(id)).json().orElseThrow().path("volume");
  }

  private static Incoming asking(String id) {
    return new Incoming(
        "GET",
        "/v3/own/volumes/" + id,
        "http://127.0.0.1/volume",
        "",
        Map.of(),
        Map.of(),
        Map.of("project", "own", "volume", id),
        InputStream.nullInputStream(),
        Optional.of(OWNER));
  }

  private static void refuses(int status, ThrowingCallable call) {
    assertThatExceptionOfType(VolumeRefusal.class)
        .isThrownBy(call)
        .extracting(VolumeRefusal::status)
        .isEqualTo(status);
  }
}
