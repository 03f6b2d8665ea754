package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Frame;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;
import org.defcore.simcloud.wire.TokenFilter;

/** Image v2 without import tasks and members. */
public final class ImageService implements Service {

  private static final Frame FRAME =
      Frame.of("/image", "/v2", Reply::plainFault).with(ImageRules.SCHEMAS);
  private static final List<String> VERSIONS =
      List.of("2.15", "2.9", "2.7", "2.6", "2.5", "2.4", "2.3", "2.2", "2.1", "2.0");

  private static final String VERSION =
      """
      {"id": %s, "status": %s, "links": [{"rel": "self", "href": %s}]}
      """;
  private static final String BUILT_IN =
      """
      {"id": %s, "name": %s, "container_format": %s, "disk_format": %s, "visibility": "public"}
      """;
  // Larger than any image that a test uploads to filter by size.
  private static final int BUILT_IN_SIZE = 8192;

  private final ImageData data;
  private final ImageLibrary images;
  private final Defects defects;

  public ImageService(ImageData data, Timing timing, Defects defects) {
    this.data = data;
    this.images = new ImageLibrary(data, timing);
    this.defects = defects;
  }

  /**
   * Adds three public images of a project of nobody here: one that was never given data, and two
   * with data. They differ in status and formats, so that a filter that is ignored shows.
   *
   * @param marks attributes of those with data, which servers can be made of
   */
  public void addPublicImages(String owner, Map<String, String> marks) {
    images.add(owner, builtIn("simulated-appliance", "ova", "vmdk"));
    for (ObjectNode image :
        List.of(
            builtIn("simulated-alternate", "bare", "qcow2"), builtIn("simulated", "bare", "raw"))) {
      marks.forEach(image::put);
      images.fill(images.add(owner, image), new ByteArrayInputStream(new byte[BUILT_IN_SIZE]));
    }
  }

  private static ObjectNode builtIn(String name, String container, String disk) {
    return Json.form(BUILT_IN, Ids.builtIn("image " + name), name, container, disk);
  }

  /** The same images for the other services. */
  public ImageLibrary library() {
    return images;
  }

  @Override
  public Frame frame() {
    return FRAME;
  }

  @Override
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    String any = Operation.ANY;
    all.add(Operation.open("image.versions.list", any + " /", it -> versions(it, 300)));
    for (String path : List.of("/versions", "/versions/")) {
      all.add(Operation.open("image.versions.list", "GET " + path, it -> versions(it, 200)));
    }
    all.add(Operation.of("image.version.show", any + " /v2", this::redirect));
    // Operations of their own, so that defects can be addressed to what an empty id answers.
    all.add(Operation.of("image.images.show-empty-id", "GET /v2/images/", it -> notFound()));
    all.add(Operation.of("image.images.delete-empty-id", "DELETE /v2/images/", it -> notFound()));
    all.addAll(new ImageOperations(images, defects).operations());
    all.addAll(new ImageFiles(images, data).operations());
    all.add(schema("image", "image.images.create"));
    all.add(schema("images", "images"));
    return all;
  }

  private static Operation schema(String path, String name) {
    return Operation.of(
        "image.schemas." + path,
        "GET /v2/schemas/" + path,
        it -> Reply.json(200, ImageRules.SCHEMAS.schema(name)));
  }

  @Override
  public void check(Incoming request) {
    String type = request.mediaType();
    if (request.method().equals("PATCH") && !ImageRules.DIALECTS.contains(type)) {
      Reply refused = ImageFaults.mediaType(type).reply();
      throw new Refusal(refused.with("Accept-Patch", String.join(", ", ImageRules.DIALECTS)));
    }
  }

  @Override
  public List<String> resources() {
    return images.resources();
  }

  @Override
  public boolean headIsGet() {
    return false;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    return TokenFilter.challenged(
        Reply.plainFault(401, "This server could not verify who you are."),
        request,
        "Www-Authenticate");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return isVersioned(request.path()) ? notFound() : versions(request, 300);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    return request.path().equals("/v2/images/")
        ? notFound()
        : Service.super
            .wrongMethod(request, allowed)
            .with("Allow", String.join(", ", new TreeSet<>(allowed)));
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    return isVersioned(request.path()) && reply.status() != 401
        ? reply.with("X-Openstack-Request-Id", Ids.request())
        : reply;
  }

  private static Reply notFound() {
    return Reply.plainFault(404, "The resource could not be found.");
  }

  private Reply redirect(Incoming request) {
    return Reply.text(302, "text/plain; charset=utf8", "")
        .with("Location", request.base() + "/v2/");
  }

  private static Reply versions(Incoming request, int status) {
    ArrayNode versions = Json.array();
    String standing = "CURRENT";
    for (String version : VERSIONS) {
      versions.add(Json.form(VERSION, "v" + version, standing, request.base() + "/v2/"));
      standing = "SUPPORTED";
    }
    return Reply.json(status, Json.wrap("versions", versions));
  }
}
