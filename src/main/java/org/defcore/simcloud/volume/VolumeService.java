package org.defcore.simcloud.volume;

import static org.defcore.simcloud.volume.VolumeFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Microversion;
import org.defcore.simcloud.wire.Microversions;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Schemas;
import org.defcore.simcloud.wire.Service;

/**
 * Volume v3 with one type, without backups, as version 3.0 answers, and with the messages of 3.3.
 */
public final class VolumeService implements Service {

  private static final String REQUEST_ID = "x-openstack-request-id";
  static final Microversions VERSIONS =
      new Microversions("volume", new Microversion(3, 0), new Microversion(3, 70), "");
  private static final Frame FRAME =
      Frame.of("/volume", "/v3", Reply::keyedFault)
          .with(VERSIONS)
          .with(
              Schemas.of(
                  VolumeService.class,
                  VERSIONS::of,
                  it -> VolumeFaults.of("sentence", it.sentence())));

  private static final String VERSION =
      """
      {"id": "v3.0", "status": "CURRENT", "version": "%s", "min_version": "%s",
       "updated": "2022-08-31T00:00:00Z",
       "links": [
        {"rel": "describedby", "type": "text/html", "href": "https://docs.openstack.org/"},
        {"rel": "self", "href": "%s/v3/"}],
       "media-types": [
        {"base": "application/json", "type": "application/vnd.openstack.volume+json;version=3"}]}
      """;
  private static final String PROJECT = "GET /v3/{project}/";
  static final JsonNode ABOUT = Json.data(VolumeService.class, "service.yaml");

  private final VolumeStore store;
  private final Messages messages;
  private final ImageLibrary images;
  private final Defects defects;

  public VolumeService(VolumeStore store, ImageLibrary images, Defects defects) {
    this.store = store;
    this.messages = new Messages(store);
    this.images = images;
    this.defects = defects;
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    all.add(Operation.open("volume.versions.list", "GET /", it -> versions(it, 300)));
    all.add(Operation.of("volume.version.show", "GET /v3/", it -> versions(it, 200)));
    all.add(Operation.of("volume.version.show", "GET /v3", this::redirect));
    all.add(told("availability-zones", "os-availability-zone"));
    all.add(told("types", "types"));
    all.add(told("extensions", "extensions"));
    all.add(
        Operation.of("volume.extensions.show", PROJECT + "extensions/{alias}", this::extension));
    all.addAll(store.quotas().operations());
    all.addAll(new VolumeOperations(store, images, defects).operations());
    all.addAll(new VolumeActions(store, images, messages, defects).operations());
    all.addAll(messages.operations());
    all.addAll(metadata("volume", "volume.metadata.", store.volumes()));
    all.addAll(metadata("snapshot", "volume.snapshot-metadata.", store.snapshots()));
    return all;
  }

  /** The list of what the service has by itself. */
  private static Operation told(String things, String path) {
    return Operation.of(
        "volume." + things + ".list",
        PROJECT + path,
        it -> Reply.json(200, ABOUT.path(things).deepCopy()));
  }

  /**
   * @param key of one resource in paths
   * @param name the beginning of the operations' names
   */
  private List<Operation> metadata(String key, String name, Shelf<ObjectNode> shelf) {
    Metadata.Holder holder =
        new Metadata.Holder(
            it -> shelf.require(it.caller().project(), it.part(key)),
            (it, how) -> store.change(shelf, it, how),
            it ->
                "The %s %s has no metadata with key %s."
                    .formatted(key, it.part(key), it.part("key")),
            FRAME.faults());
    return new Metadata(holder, Reply.bare(200))
        .operations(
            "/v3/{project}/%ss/{%1$s}".formatted(key),
            Stream.of("list", "replace", "add", "show", "update", "delete")
                .map(name::concat)
                .toList());
  }

  @Override
  public List<String> resources() {
    return Stream.of(store.snapshots(), store.volumes())
        .flatMap(it -> it.everyone(any -> true).stream())
        .map(
            it ->
                VolumeForms.kind(it) + " " + VolumeForms.id(it) + " " + it.path("name").asText(""))
        .sorted()
        .toList();
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return request.path().matches(".*/(volumes|snapshots).*") ? unknownPath(request) : notFound();
  }

  @Override
  public void check(Incoming request) {
    Service.super.check(request);
    String project = request.part("project");
    refuseIf(!project.isEmpty() && !project.equals(request.caller().project()), "url");
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    // What may fail later has its request's id before the answer is finished.
    Reply identified = Service.identified(reply, REQUEST_ID);
    boolean isJson = reply.field("Content-Type").filter("application/json"::equals).isPresent();
    String id = identified.field(REQUEST_ID).orElse("");
    return VERSIONS.told(
        request,
        isJson && reply.status() != 401 ? identified.with("x-compute-request-id", id) : identified);
  }

  private static Reply notFound() {
    return Reply.keyedFault(404, "The resource could not be found.");
  }

  private Reply redirect(Incoming request) {
    return Reply.text(302, "text/plain; charset=utf8", "")
        .with("Location", request.base() + "/v3/");
  }

  private static Reply versions(Incoming request, int status) {
    JsonNode version =
        Json.document(VERSION.formatted(VERSIONS.highest(), VERSIONS.lowest(), request.base()));
    return Reply.json(status, Json.wrap("versions", Json.array().add(version)));
  }

  private Reply extension(Incoming request) {
    return ABOUT
        .at("/extensions/extensions")
        .valueStream()
        .filter(it -> it.path("alias").asText().equals(request.part("alias")))
        .findFirst()
        .map(it -> Reply.json(200, Json.wrap("extension", it.deepCopy())))
        .orElseGet(VolumeService::notFound);
  }
}
