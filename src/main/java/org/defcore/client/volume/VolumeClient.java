package org.defcore.client.volume;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.http.Answer;
import org.defcore.http.Percent;
import org.defcore.http.ServiceEndpoint;

/** Block storage calls, at 3.0 by naming no microversion. */
public final class VolumeClient {

  private final ServiceEndpoint volume;

  public VolumeClient(ServiceEndpoint volume) {
    this.volume = volume;
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
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("volume").put("size", gibibytes).put("name", name);
    return volume.post("/volumes").json(body).expect(202).as(VolumeEnvelope.class).volume();
  }

  /** {@code GET /volumes/{id}} */
  public Volume getVolume(String id) {
    Answer answer = volume.get("/volumes/" + Percent.encode(id)).expect(200);
    return answer.as(VolumeEnvelope.class).volume();
  }
}
