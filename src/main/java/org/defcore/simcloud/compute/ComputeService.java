package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.network.NetworkStore;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Microversions;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;

/** Compute 2.1 with microversions. */
public final class ComputeService implements Service {

  static final String REQUEST_ID = "x-compute-request-id";

  private record Version(String id, String status, String path, Optional<Microversion> highest) {

    String mediaType() {
      return "application/vnd.openstack.compute+json;version=" + path.substring(2);
    }

    String updated() {
      return id.equals("v2.0") ? "2011-01-21T11:33:21Z" : "2013-07-23T11:33:21Z";
    }
  }

  private static final Version LEGACY = new Version("v2.0", "SUPPORTED", "/v2", Optional.empty());
  private static final Version CURRENT =
      new Version("v2.1", "CURRENT", "/v2.1", Optional.of(ComputeVersions.ALL.highest()));

  private final KeyPairs keyPairs;
  private final Flavors flavors;
  private final Quotas quotas;
  private final Servers servers;
  private final ImageProxy images;

  /** What servers are made of in the other services, and how long that takes. */
  public record World(
      Kind kind,
      NetworkStore networks,
      ImageLibrary images,
      VolumeStore volumes,
      Clock clock,
      Pace pace) {}

  public ComputeService(World world, Defects defects) {
    this.keyPairs = new KeyPairs(world.clock());
    this.flavors = new Flavors(world.kind());
    ServerStore store =
        new ServerStore(
            world.kind(),
            new ServerStore.Surroundings(
                flavors, world.networks(), world.images(), world.volumes()),
            world.clock());
    this.servers = new Servers(store, keyPairs, world.pace(), defects);
    this.images = new ImageProxy(world.images());
    this.quotas = new Quotas(servers);
  }

  /** What runs in the server that is active at an address. */
  public Optional<Guest> guest(String address) {
    return servers.guest(address);
  }

  @Override
  public String prefix() {
    return "/compute";
  }

  @Override
  public String version() {
    return "/v2.1";
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("compute.versions.list", Operation.ANY + " /", this::versions));
    for (String slash : List.of("", "/")) {
      all.add(
          Operation.open("compute.version.show", "GET /v2.1" + slash, it -> version(it, CURRENT)));
      all.add(
          Operation.open(
              "compute.legacy-version.show", "GET /v2" + slash, it -> version(it, LEGACY)));
    }
    all.add(
        Operation.of(
            "compute.availability-zones.list", "GET /v2.1/os-availability-zone", this::zones));
    all.add(
        Operation.of(
            "compute.availability-zones.detail",
            "GET /v2.1/os-availability-zone/detail",
            this::zonesWithHosts));
    all.addAll(flavors.operations());
    all.addAll(quotas.operations());
    all.addAll(keyPairs.operations());
    all.addAll(servers.operations());
    all.addAll(images.operations());
    return all;
  }

  @Override
  public List<String> resources() {
    List<String> all = new ArrayList<>(keyPairs.resources());
    all.addAll(servers.resources());
    return all;
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return isVersioned(request.path()) ? notFound() : choices(request);
  }

  @Override
  public Reply refusal(int status, String message) {
    return ComputeFaults.fault(status, ComputeFaults.kind(status), message);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return notFound();
  }

  @Override
  public void check(Incoming request) {
    if (isVersioned(request.path())) {
      ComputeVersions.ALL.require(request, ComputeFaults::fault);
    }
  }

  @Override
  public Optional<Microversions> microversions() {
    return Optional.of(ComputeVersions.ALL);
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    if (request.path().matches("/v2/?")) {
      return identified(reply);
    }
    return isVersioned(request.path())
        ? identified(ComputeVersions.ALL.told(request, reply))
        : reply;
  }

  // What is logged for a server has its request's id before the answer is finished.
  private static Reply identified(Reply reply) {
    String id = reply.field(REQUEST_ID).orElseGet(Ids::request);
    return reply.with("x-openstack-request-id", id).replacing(REQUEST_ID, id);
  }

  private static Reply notFound() {
    return Reply.plainFault(404, "Not Found", "The resource could not be found.");
  }

  private Reply zones(Incoming request) {
    ObjectNode zone = Json.object().put("zoneName", "nova");
    zone.set("zoneState", Json.object().put("available", true));
    zone.putNull("hosts");
    return Reply.json(200, Json.wrap("availabilityZoneInfo", Json.array().add(zone)));
  }

  private Reply zonesWithHosts(Incoming request) {
    throw ComputeFaults.forbidden("os-availability-zone:detail");
  }

  private Reply versions(Incoming request) {
    ArrayNode versions = Json.array();
    for (Version version : List.of(LEGACY, CURRENT)) {
      ObjectNode entry = entry(version);
      entry.set("links", Json.array().add(self(request, version)));
      versions.add(entry);
    }
    return Reply.json(200, Json.wrap("versions", versions));
  }

  private Reply version(Incoming request, Version version) {
    ObjectNode entry = entry(version);
    entry.set(
        "links",
        Json.array()
            .add(self(request, version))
            .add(
                Json.object()
                    .put("rel", "describedby")
                    .put("type", "text/html")
                    .put("href", "https://docs.openstack.org/")));
    entry.set("media-types", mediaTypes(version));
    return Reply.json(200, Json.wrap("version", entry));
  }

  private static ObjectNode entry(Version version) {
    return Json.object()
        .put("id", version.id())
        .put("status", version.status())
        .put("version", version.highest().map(Microversion::toString).orElse(""))
        .put(
            "min_version",
            version.highest().map(it -> ComputeVersions.ALL.lowest().toString()).orElse(""))
        .put("updated", version.updated());
  }

  private static ObjectNode self(Incoming request, Version version) {
    return Json.object().put("rel", "self").put("href", request.base() + version.path() + "/");
  }

  private static ArrayNode mediaTypes(Version version) {
    return Json.array()
        .add(Json.object().put("base", "application/json").put("type", version.mediaType()));
  }

  private static Reply choices(Incoming request) {
    ArrayNode choices = Json.array();
    for (Version version : List.of(LEGACY, CURRENT)) {
      ObjectNode choice = Json.object().put("id", version.id()).put("status", version.status());
      String href = request.base() + version.path() + request.path();
      choice.set("links", Json.array().add(Json.object().put("rel", "self").put("href", href)));
      choice.set("media-types", mediaTypes(version));
      choices.add(choice);
    }
    return Reply.json(300, Json.wrap("choices", choices));
  }
}
