package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.network.NetworkStore;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Schemas;
import org.defcore.simcloud.wire.Service;

/** Compute 2.1 with microversions. */
public final class ComputeService implements Service {

  static final String REQUEST_ID = "x-compute-request-id";

  private static final Frame FRAME =
      Frame.of("/compute", "/v2.1", ComputeFaults::fault)
          .with(
              Schemas.of(
                  ComputeService.class,
                  ComputeVersions.ALL::of,
                  it -> ComputeFaults.bad(it.sentence())));

  /** A version of the API: its path, and what is told of it beside links. */
  private record Version(String path, String text) {

    ObjectNode document(String href) {
      ObjectNode document = (ObjectNode) Json.document(text);
      document.putArray("links").add(Json.link("self", href));
      return document;
    }
  }

  private static final Version LEGACY =
      new Version(
          "/v2",
          """
          {"id": "v2.0", "status": "SUPPORTED", "updated": "2011-01-21T11:33:21Z",
           "version": "", "min_version": "",
           "media-types": [{"base": "application/json",
            "type": "application/vnd.openstack.compute+json;version=2"}]}
          """);
  private static final Version CURRENT =
      new Version(
          "/v2.1",
          """
          {"id": "v2.1", "status": "CURRENT", "updated": "2013-07-23T11:33:21Z",
           "version": "%s", "min_version": "%s",
           "media-types": [{"base": "application/json",
            "type": "application/vnd.openstack.compute+json;version=2.1"}]}
          """
              .formatted(ComputeVersions.ALL.highest(), ComputeVersions.ALL.lowest()));

  private static final String ZONES =
      """
      {"availabilityZoneInfo":
       [{"zoneName": "nova", "zoneState": {"available": true}, "hosts": null}]}
      """;

  private final KeyPairs keyPairs;
  private final Flavors flavors;
  private final Quotas quotas;
  private final Servers servers;
  private final ImageProxy images;
  private final GroupProxy groups;

  /** The things of other services that servers are made of, and clock and pace. */
  public record World(
      Kind kind,
      NetworkStore networks,
      ImageLibrary images,
      VolumeStore volumes,
      Timing timing,
      Disks disks) {}

  public ComputeService(World world, Defects defects) {
    this.keyPairs = new KeyPairs(world.timing().clock());
    this.flavors = new Flavors(world.kind(), world.disks());
    ServerStore store = new ServerStore(world, flavors, defects);
    this.servers = new Servers(store, keyPairs);
    this.images = new ImageProxy(world.images());
    this.groups = new GroupProxy(store);
    this.quotas = new Quotas(store);
  }

  /** The guest in the server that is active at an address. */
  public Optional<Guest> guest(String address) {
    return servers.guest(address);
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("compute.versions.list", Operation.ANY + " /", this::versions));
    for (String slash : List.of("", "/")) {
      String name = "compute.version.show";
      all.add(Operation.open(name, "GET /v2.1" + slash, it -> show(it, CURRENT)));
      name = "compute.legacy-version.show";
      all.add(Operation.open(name, "GET /v2" + slash, it -> show(it, LEGACY)));
    }
    String zones = "GET /v2.1/os-availability-zone";
    all.add(
        Operation.of(
            "compute.availability-zones.list", zones, it -> Reply.json(200, Json.document(ZONES))));
    all.add(
        Operation.of("compute.availability-zones.detail", zones + "/detail", this::zonesWithHosts));
    all.addAll(flavors.operations());
    all.addAll(quotas.operations());
    all.addAll(keyPairs.operations());
    all.addAll(servers.operations());
    all.addAll(images.operations());
    all.addAll(groups.operations());
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
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return notFound();
  }

  @Override
  public void check(Incoming request) {
    if (isVersioned(request.path())) {
      if (!Set.of("", "text/plain", "application/json").contains(request.mediaType())) {
        throw ComputeFaults.refusal(415, "Unsupported Content-Type");
      }
      ComputeVersions.ALL.require(request, FRAME.faults());
    }
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
    return Reply.plainFault(404, "The resource could not be found.");
  }

  private Reply zonesWithHosts(Incoming request) {
    throw ComputeFaults.forbidden("os-availability-zone:detail");
  }

  private Reply versions(Incoming request) {
    List<ObjectNode> versions =
        Stream.of(LEGACY, CURRENT)
            .map(it -> it.document(request.base() + it.path() + "/").remove(List.of("media-types")))
            .toList();
    return Reply.json(200, Json.wrap("versions", Json.array(versions)));
  }

  private static Reply choices(Incoming request) {
    List<ObjectNode> choices =
        Stream.of(LEGACY, CURRENT)
            .map(it -> it.document(request.base() + it.path() + request.path()))
            .map(it -> it.retain("id", "status", "links", "media-types"))
            .toList();
    return Reply.json(300, Json.wrap("choices", Json.array(choices)));
  }

  private static Reply show(Incoming request, Version version) {
    ObjectNode document = version.document(request.base() + version.path() + "/");
    document
        .withArray("links")
        .add(Json.link("describedby", "https://docs.openstack.org/").put("type", "text/html"));
    return Reply.json(200, Json.wrap("version", document));
  }
}
