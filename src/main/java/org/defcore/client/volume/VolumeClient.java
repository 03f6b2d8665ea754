package org.defcore.client.volume;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.message.PercentEncoding;

/** Block storage calls, at 3.0 by naming no microversion where none is said. */
public final class VolumeClient {

  private static final String VERSION = "OpenStack-API-Version";
  private static final String MESSAGES = "volume 3.3";

  private final ServiceEndpoint volume;

  public VolumeClient(ServiceEndpoint volume) {
    this.volume = volume;
  }

  public OptionalVolumeClient optionalVolumes() {
    return new OptionalVolumeClient(volume);
  }

  public SnapshotClient snapshots() {
    return new SnapshotClient(volume);
  }

  /** {@code GET /} above the version, without a token: 300, there is a choice. */
  public List<ApiVersion> listVersions() {
    Answer answer = volume.unversioned().get("/").anonymous().expect(300);
    return answer.as(VersionsEnvelope.class).versions();
  }

  /** {@code GET /os-availability-zone} */
  public List<AvailabilityZone> listAvailabilityZones() {
    Answer answer = volume.get("/os-availability-zone").expect(200);
    return answer.as(AvailabilityZonesEnvelope.class).availabilityZoneInfo();
  }

  /** {@code GET /extensions} */
  public List<Extension> listExtensions() {
    return volume.get("/extensions").expect(200).as(ExtensionsEnvelope.class).extensions();
  }

  /**
   * {@code POST /volumes}
   *
   * @param gibibytes size
   */
  public Volume createVolume(String name, int gibibytes) {
    return createVolume(NewVolume.of(name, gibibytes));
  }

  /** {@code POST /volumes} */
  public Volume createVolume(NewVolume wanted) {
    Answer answer = volume.post("/volumes").json(wanted.body()).expect(202);
    return answer.as(VolumeEnvelope.class).volume();
  }

  /** {@code GET /volumes/{id}} */
  public Volume getVolume(String id) {
    return volume.get(path(id)).expect(200).as(VolumeEnvelope.class).volume();
  }

  /** {@code PUT /volumes/{id}} */
  public Volume updateVolume(String id, String name, String description) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("volume").put("name", name).put("description", description);
    return volume.put(path(id)).json(body).expect(200).as(VolumeEnvelope.class).volume();
  }

  /** {@code DELETE /volumes/{id}} */
  public void deleteVolume(String id) {
    withoutBody(volume.delete(path(id)).expect(202));
  }

  /** {@code GET /messages} at 3.3, the first page only: the newest. */
  public List<Message> listMessages() {
    Answer answer = volume.get("/messages").header(VERSION, MESSAGES).expect(200);
    String answered = answer.requiredHeader(VERSION);
    if (!answered.equals(MESSAGES)) {
      throw answer.unexpected(VERSION + " \"" + MESSAGES + "\"", "\"" + answered + "\"");
    }
    return answer.as(MessagesEnvelope.class).messages();
  }

  static void withoutBody(Answer answer) {
    int length = answer.bytes().length;
    if (length > 0) {
      throw answer.unexpected("no body with " + answer.status(), length + " bytes");
    }
  }

  private static String path(String id) {
    return "/volumes/" + PercentEncoding.encode(id);
  }
}
