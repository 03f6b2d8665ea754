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
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;
import org.defcore.simcloud.wire.TokenFilter;

/**
 * Volume v3 with one type, without backups, as version 3.0 answers, and with the messages of 3.3.
 */
public final class VolumeService implements Service {

  private static final String REQUEST_ID = "x-openstack-request-id";
  private static final String HIGHEST = "3.70";
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
    all.addAll(new SnapshotOperations(snapshots, defects).operations());
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
  public boolean guards(String path) {
    return isVersioned(path);
  }

  @Override
  public boolean headIsGet() {
    return true;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    return TokenFilter.unauthorized(request, "WWW-Authenticate");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return Reply.plainFault(404, "Not Found", "The resource could not be found.");
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return request.path().matches(".*/(volumes|snapshots).*") ? unknownPath(request) : notFound();
  }

  @Override
  public Optional<Reply> check(Incoming request) {
    String asked = microversion(request);
    if (!asked.matches("\\d{1,4}\\.\\d{1,4}")) {
      String message = "API version string " + asked + " is not of the form MajorNum.MinorNum.";
      return Optional.of(VolumeFaults.fault(400, "badRequest", message));
    }
    String[] parts = asked.split("\\.", 2);
    if (!parts[0].equals("3") || Integer.parseInt(parts[1]) > 70) {
      String message =
          "Version %s is not supported by the API. Minimum is 3.0 and maximum is %s."
              .formatted(asked, HIGHEST);
      return Optional.of(VolumeFaults.fault(406, "computeFault", message));
    }
    String project = request.part("project");
    return project.isEmpty() || project.equals(request.caller().project())
        ? Optional.empty()
        : Optional.of(VolumeFaults.fault(400, "badRequest", "Malformed request url"));
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    // What may fail later has its request's id before the answer is finished.
    String id = reply.field(REQUEST_ID).orElseGet(Ids::request);
    boolean outside = reply.status() == 401 || reply.status() == 302 || isBare404(reply);
    Reply finished = reply;
    if (!outside) {
      boolean hasDocument = reply.json().isPresent();
      finished = hasDocument ? finished.with("x-compute-request-id", id) : finished;
      boolean understood = microversion(request).matches("\\d{1,4}\\.\\d{1,4}");
      if (understood) {
        finished =
            finished
                .with("OpenStack-API-Version", "volume " + microversion(request))
                .with("Vary", "OpenStack-API-Version");
      }
    }
    return finished.replacing(REQUEST_ID, id);
  }

  private static boolean isBare404(Reply reply) {
    return reply.status() == 404 && reply.json().isEmpty();
  }

  private static boolean isVersioned(String path) {
    return path.equals("/v3") || path.startsWith("/v3/");
  }

  private static String microversion(Incoming request) {
    String asked =
        request
            .header("OpenStack-API-Version")
            .filter(it -> it.startsWith("volume "))
            .map(it -> it.substring("volume ".length()).trim())
            .orElse("3.0");
    return asked.equals("latest") ? HIGHEST : asked;
  }

  /** The second number of the version that is asked for. */
  static int minor(Incoming request) {
    return Integer.parseInt(microversion(request).substring("3.".length()));
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
            .put("version", HIGHEST)
            .put("min_version", "3.0")
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
