package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Microversions;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;

/**
 * Volume v3 with one type, without backups, as version 3.0 answers, and with the messages of 3.3.
 */
public final class VolumeService implements Service {

  private static final String REQUEST_ID = "x-openstack-request-id";
  static final Microversions VERSIONS =
      new Microversions("volume", new Microversion(3, 0), new Microversion(3, 70), "");

  private static final String EXTENSION = "Administration of hosts, for administrators only.";

  private final VolumeStore volumes;
  private final SnapshotStore snapshots;
  private final Messages messages;
  private final ImageLibrary images;
  private final Defects defects;

  /** What changes by itself, changes by this. */
  public record Time(Clock clock, Pace pace) {}

  public VolumeService(VolumeStore volumes, ImageLibrary images, Time time, Defects defects) {
    this.volumes = volumes;
    this.snapshots = new SnapshotStore(volumes, time.clock(), time.pace());
    this.messages = new Messages(time.clock());
    this.images = images;
    this.defects = defects;
  }

  @Override
  public String prefix() {
    return "/volume";
  }

  @Override
  public String version() {
    return "/v3";
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("volume.versions.list", "GET /", it -> versions(it, 300)));
    all.add(Operation.of("volume.version.show", "GET /v3/", it -> versions(it, 200)));
    all.add(Operation.of("volume.version.show", "GET /v3", this::redirect));
    String project = "GET /v3/{project}/";
    all.add(
        Operation.of(
            "volume.availability-zones.list", project + "os-availability-zone", this::zones));
    all.add(Operation.of("volume.types.list", project + "types", this::types));
    all.add(Operation.of("volume.extensions.list", project + "extensions", this::extensions));
    all.add(
        Operation.of("volume.extensions.show", project + "extensions/{alias}", this::extension));
    all.addAll(new VolumeQuotas(volumes, snapshots).operations());
    all.addAll(new VolumeOperations(volumes, snapshots, images, defects).operations());
    all.addAll(new SnapshotOperations(snapshots).operations());
    all.addAll(new UploadAction(volumes, images, messages, defects).operations());
    all.addAll(messages.operations(volumes));
    all.addAll(new VolumeMetadata(volumes).operations());
    return all;
  }

  @Override
  public List<String> resources() {
    return Stream.concat(snapshots.resources().stream(), volumes.resources().stream()).toList();
  }

  @Override
  public Reply refusal(int status, String message) {
    return VolumeFaults.fault(status, VolumeFaults.kind(status), message);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return request.path().matches(".*/(volumes|snapshots).*") ? unknownPath(request) : notFound();
  }

  @Override
  public Optional<Microversions> microversions() {
    return Optional.of(VERSIONS);
  }

  @Override
  public void check(Incoming request) {
    VERSIONS.require(request, VolumeFaults::fault);
    String project = request.part("project");
    if (!project.isEmpty() && !project.equals(request.caller().project())) {
      throw VolumeFaults.badRequest("Malformed request url");
    }
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    // What may fail later has its request's id before the answer is finished.
    Reply identified = Service.identified(reply, REQUEST_ID);
    boolean hasDocument = reply.json().isPresent() && reply.status() != 401;
    Reply finished =
        hasDocument
            ? identified.with("x-compute-request-id", identified.field(REQUEST_ID).orElse(""))
            : identified;
    return VERSIONS.told(request, finished);
  }

  private static Reply notFound() {
    return VolumeFaults.fault(404, "itemNotFound", "The resource could not be found.");
  }

  private Reply redirect(Incoming request) {
    return Reply.text(302, "text/plain; charset=utf8", "")
        .with("Location", request.base() + "/v3/");
  }

  private static Reply versions(Incoming request, int status) {
    ObjectNode version =
        Json.object()
            .put("id", "v3.0")
            .put("status", "CURRENT")
            .put("version", VERSIONS.highest().toString())
            .put("min_version", VERSIONS.lowest().toString())
            .put("updated", "2022-08-31T00:00:00Z");
    version.set(
        "links",
        Json.array()
            .add(
                Json.object()
                    .put("rel", "describedby")
                    .put("type", "text/html")
                    .put("href", "https://docs.openstack.org/"))
            .add(Json.object().put("rel", "self").put("href", request.base() + "/v3/")));
    version.set(
        "media-types",
        Json.array()
            .add(
                Json.object()
                    .put("base", "application/json")
                    .put("type", "application/vnd.openstack.volume+json;version=3")));
    return Reply.json(status, Json.wrap("versions", Json.array().add(version)));
  }

  private Reply zones(Incoming request) {
    ObjectNode zone = Json.object().put("zoneName", "nova");
    zone.set("zoneState", Json.object().put("available", true));
    return Reply.json(200, Json.wrap("availabilityZoneInfo", Json.array().add(zone)));
  }

  private Reply types(Incoming request) {
    ObjectNode type =
        Json.object()
            .put("id", Ids.builtIn("volume type " + VolumeView.TYPE))
            .put("name", VolumeView.TYPE)
            .put("is_public", true)
            .put("description", "Default Volume Type")
            .put("os-volume-type-access:is_public", true);
    type.set("extra_specs", Json.object());
    return Reply.json(200, Json.wrap("volume_types", Json.array().add(type)));
  }

  private Reply extensions(Incoming request) {
    ArrayNode all = Json.array();
    all.add(extension("Hosts", "os-hosts", EXTENSION));
    all.add(extension("AvailabilityZones", "os-availability-zone", "Zones of volumes."));
    all.add(extension("Quotas", "os-quota-sets", "Quotas of projects."));
    return Reply.json(200, Json.wrap("extensions", all));
  }

  private Reply extension(Incoming request) {
    JsonNode all = extensions(request).json().map(it -> it.path("extensions")).orElseThrow();
    for (JsonNode extension : all) {
      if (extension.path("alias").asText().equals(request.part("alias"))) {
        return Reply.json(200, Json.wrap("extension", extension));
      }
    }
    return notFound();
  }

  private static ObjectNode extension(String name, String alias, String description) {
    ObjectNode extension =
        Json.object()
            .put("name", name)
            .put("alias", alias)
            .put("description", description)
            .put("updated", "2011-06-29T00:00:00+00:00");
    extension.set("links", Json.array());
    return extension;
  }
}
