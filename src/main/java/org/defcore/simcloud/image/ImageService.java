package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Service;
import org.defcore.simcloud.wire.TokenFilter;

/** Image v2 without import tasks and members. */
public final class ImageService implements Service {

  private static final List<String> METHOD_ORDER = List.of("GET", "PUT", "POST", "PATCH", "DELETE");
  private static final List<String> VERSIONS =
      List.of("2.15", "2.9", "2.7", "2.6", "2.5", "2.4", "2.3", "2.2", "2.1", "2.0");

  private static final Set<String> SHARED = Set.of("public", "community");

  // Larger than any image that a test uploads to filter by size.
  private static final int BUILT_IN_SIZE = 65536;

  private final ImageData data;
  private final Timing timing;
  private final Shelf<ObjectNode> images;
  private final ImageFlaws flaws;

  public ImageService(ImageData data, Timing timing, Defects defects) {
    this.data = data;
    this.timing = timing;
    this.images =
        Shelf.ofDocuments(
            this, timing, ImageFaults::noImage, it -> SHARED.contains(visibility(it)));
    this.flaws = new ImageFlaws(images, defects);
  }

  private static String visibility(ObjectNode image) {
    return image.path("visibility").asText();
  }

  /**
   * Adds three public images of a project of nobody here: one that was never given data, and two
   * with data. They differ in status and formats, so that a filter that is ignored shows.
   *
   * @param marks attributes of those with data, which servers can be made of
   */
  public void addPublicImages(String owner, Map<String, String> marks) throws IOException {
    addPublicImage(new BuiltIn("simulated-appliance", "ova", "vmdk", false), owner, Map.of());
    addPublicImage(new BuiltIn("simulated-alternate", "bare", "qcow2", true), owner, marks);
    addPublicImage(new BuiltIn("simulated", "bare", "raw", true), owner, marks);
  }

  private record BuiltIn(String name, String container, String disk, boolean hasData) {}

  private void addPublicImage(BuiltIn builtIn, String owner, Map<String, String> marks)
      throws IOException {
    String id = Ids.builtIn("image " + builtIn.name());
    ObjectNode image = ImageOperations.blank(owner, timing.clock().instant());
    image
        .put("id", id)
        .put("name", builtIn.name())
        .put("container_format", builtIn.container())
        .put("disk_format", builtIn.disk())
        .put("visibility", "public");
    marks.forEach(image::put);
    if (builtIn.hasData()) {
      InputStream zeroes = new ByteArrayInputStream(new byte[BUILT_IN_SIZE]);
      FileOperations.describe(image, data.store(id, zeroes));
      image.put("status", "active");
    }
    images.add(id, owner, ImageOperations.linked(image, id));
  }

  /** The same images for the other services. */
  public ImageLibrary library() {
    return new ImageLibrary(images, data, timing);
  }

  @Override
  public String prefix() {
    return "/image";
  }

  @Override
  public String version() {
    return "/v2";
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
    all.addAll(new ImageOperations(images, data, timing.clock()).operations(flaws));
    all.addAll(new FileOperations(images, data, timing.clock()).operations());
    all.addAll(new TagOperations(images).operations());
    all.add(
        Operation.of(
            "image.schemas.image",
            "GET /v2/schemas/image",
            it -> Reply.json(200, ImageSchemas.image())));
    all.add(
        Operation.of(
            "image.schemas.images",
            "GET /v2/schemas/images",
            it -> Reply.json(200, ImageSchemas.images())));
    return all;
  }

  @Override
  public List<String> resources() {
    return images.everyone(it -> !visibility(it).equals("public")).stream()
        .map(it -> "image " + it.path("id").asText() + " " + it.path("name").asText())
        .toList();
  }

  @Override
  public boolean headIsGet() {
    return false;
  }

  @Override
  public Reply unauthorized(Incoming request) {
    return TokenFilter.challenged(
        Reply.plainFault(401, "Unauthorized", "This server could not verify who you are."),
        request,
        "Www-Authenticate");
  }

  @Override
  public Reply unknownPath(Incoming request) {
    return isVersioned(request.path()) ? notFound() : versions(request, 300);
  }

  @Override
  public Reply refusal(int status, String message) {
    return Reply.plainFault(status, "Refused", message);
  }

  @Override
  public Reply wrongMethod(Incoming request, List<String> allowed) {
    if (request.path().equals("/v2/images/")) {
      return notFound();
    }
    List<String> methods = new ArrayList<>(Set.copyOf(allowed));
    methods.sort(Comparator.comparingInt(METHOD_ORDER::indexOf));
    return Reply.plainFault(
            405,
            "Method Not Allowed",
            "The method " + request.method() + " is not allowed for this resource.")
        .with("Allow", String.join(", ", methods));
  }

  @Override
  public Reply finish(Incoming request, Reply reply) {
    return isVersioned(request.path()) && reply.status() != 401
        ? reply.with("X-Openstack-Request-Id", Ids.request())
        : reply;
  }

  private static Reply notFound() {
    return Reply.plainFault(404, "Not Found", "The resource could not be found.");
  }

  private Reply redirect(Incoming request) {
    return Reply.text(302, "text/plain; charset=utf8", "")
        .with("Location", request.base() + "/v2/");
  }

  private static Reply versions(Incoming request, int status) {
    ArrayNode versions = Json.array();
    String href = request.base() + "/v2/";
    for (String version : VERSIONS) {
      ObjectNode entry =
          Json.object()
              .put("id", "v" + version)
              .put("status", version.equals(VERSIONS.get(0)) ? "CURRENT" : "SUPPORTED");
      entry.set("links", Json.array().add(Json.link("self", href)));
      versions.add(entry);
    }
    return Reply.json(status, Json.wrap("versions", versions));
  }
}
