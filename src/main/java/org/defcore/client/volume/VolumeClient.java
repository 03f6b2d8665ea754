package org.defcore.client.volume;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Accepted;
import org.defcore.client.CallMicroversion;
import org.defcore.client.MetadataClient;
import org.defcore.client.Refusable;
import org.defcore.client.Resource;
import org.defcore.client.ResourceCalls;
import org.defcore.client.ResourceCalls.Statuses;
import org.defcore.http.Answer;
import org.defcore.http.Call;
import org.defcore.http.ServiceEndpoint;
import org.defcore.http.json.Envelope;

/** Block storage calls, at 3.0 by naming no microversion where none is said. */
public final class VolumeClient {

  private static final String UPLOAD = "os-volume_upload_image";
  private static final CallMicroversion MESSAGES = CallMicroversion.volume("3.3");

  /**
   * The API reference lists no refusals call by call, so these are those of its list for all calls
   * by which the service says that it will not or cannot. Not 413: room in the quota is what the
   * caller has to see to.
   */
  private static final List<Integer> REFUSALS = List.of(400, 403, 409, 501);

  private static final Statuses STATUSES = new Statuses(202, 200, 202, REFUSALS);

  private final ServiceEndpoint volume;

  public VolumeClient(ServiceEndpoint volume) {
    this.volume = volume;
  }

  public Resource<Volume> volumes() {
    return resource("/volumes", "volume", Volume.class);
  }

  /** Volumes as {@code GET /volumes} lists them. */
  public Resource<Volume.Brief> briefVolumes() {
    return volumes().as(Volume.Brief.class);
  }

  /** Volumes as {@code GET /volumes/detail} lists them. */
  public Resource<Volume> detailedVolumes() {
    return resource("/volumes/detail", "volume", Volume.class);
  }

  /** Snapshots as they are shown; a creation answers with a {@link VolumeSnapshot.Brief}. */
  public Resource<VolumeSnapshot> snapshots() {
    return resource("/snapshots", "snapshot", VolumeSnapshot.class);
  }

  /** Snapshots as {@code GET /snapshots} lists them. */
  public Resource<VolumeSnapshot.Brief> briefSnapshots() {
    return snapshots().as(VolumeSnapshot.Brief.class);
  }

  /** Snapshots as {@code GET /snapshots/detail} lists them. */
  public Resource<VolumeSnapshot> detailedSnapshots() {
    return resource("/snapshots/detail", "snapshot", VolumeSnapshot.class);
  }

  /** The metadata of a volume, at {@code /volumes/{id}/metadata}. */
  public MetadataClient volumeMetadata(String id) {
    return new MetadataClient(volume, volumes().path(id) + "/metadata", 200);
  }

  /** The metadata of a snapshot, at {@code /snapshots/{id}/metadata}. */
  public MetadataClient snapshotMetadata(String id) {
    return new MetadataClient(volume, snapshots().path(id) + "/metadata", 200);
  }

  /** {@code POST /volumes/{id}/action} */
  public void set(VolumeFlag flag, boolean value, String id) {
    Call call = action(id, flag.action(), Map.of(flag.field(), value));
    call.expect(flag.status()).withoutBody();
  }

  private Call action(String id, String name, Object fields) {
    return volume.post(volumes().path(id) + "/action").json(Map.of(name, fields));
  }

  /** {@code POST /volumes/{id}/action} with {@code os-volume_upload_image}; the image's id. */
  public String uploadImage(String id, String name, String diskFormat) {
    return imageId(upload(id, name, diskFormat).expect(STATUSES.created()));
  }

  /** As {@link #uploadImage}; nothing if refused. */
  public Optional<Accepted<String>> uploadImageUnlessRefused(
      String id, String name, String diskFormat) {
    return new Refusable(STATUSES.created(), REFUSALS)
        .send(upload(id, name, diskFormat))
        .map(it -> new Accepted<>(imageId(it), it.requiredHeader("x-openstack-request-id")));
  }

  private Call upload(String id, String name, String diskFormat) {
    return action(id, UPLOAD, Map.of("image_name", name, "disk_format", diskFormat));
  }

  private static String imageId(Answer answer) {
    return answer.one(UPLOAD, Upload.class, Envelope.OPEN).imageId();
  }

  /** {@code GET /} above the version, without a token: 300, there is a choice. */
  public List<VolumeApiVersion> listVersions() {
    Answer answer = volume.unversioned().get("/").anonymous().expect(300);
    return answer.list("versions", VolumeApiVersion.class, Envelope.OPEN);
  }

  /** {@code GET /os-availability-zone} */
  public List<VolumeZone> listZones() {
    Answer answer = volume.get("/os-availability-zone").expect(200);
    return answer.list("availabilityZoneInfo", VolumeZone.class, Envelope.OPEN);
  }

  /** {@code GET /extensions} */
  public List<Extension> listExtensions() {
    return volume.get("/extensions").expect(200).list("extensions", Extension.class);
  }

  /** Messages at 3.3, the newest first. */
  public Resource<Message> messages() {
    ResourceCalls calls =
        new ResourceCalls("/messages", "message", "messages", STATUSES, Envelope.OPEN);
    return new Resource<>(volume, calls, Message.class).at(MESSAGES);
  }

  private <T> Resource<T> resource(String path, String one, Class<T> shape) {
    return new Resource<>(
        volume, new ResourceCalls(path, one, one + "s", STATUSES, Envelope.PAGED), shape);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Upload(@JsonProperty("image_id") String imageId) {}
}
