package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;

/** Lists of images: filtered, ordered, page by page. */
final class ImageListing {

  private static final int USUAL_PAGE = 25;
  private static final int LARGEST_PAGE = 1000;

  private final ImageStore images;
  private final Defects defects;

  ImageListing(ImageStore images, Defects defects) {
    this.images = images;
    this.defects = defects;
  }

  Reply list(Incoming request) {
    ImageFilter filter = new ImageFilter(request);
    int limit = limit(request);
    List<ObjectNode> found =
        images.all(request.caller()).stream()
            .filter(it -> filter.matches(it) || defects.on(Behaviour.IMAGES_UNFILTERED))
            .toList();
    List<ObjectNode> rest = after(request, ImageOrder.sorted(request, found));
    if (defects.on(Behaviour.IMAGES_OMITTED)) {
      rest = List.of();
    }
    boolean unlimited = defects.on(Behaviour.IMAGES_UNLIMITED);
    List<ObjectNode> page = unlimited ? rest : rest.stream().limit(limit).toList();
    ObjectNode body = Json.wrap("images", Json.array(page));
    String query = withoutMarker(request);
    body.put("first", "/v2/images" + (query.isEmpty() ? "" : "?" + query));
    // As the real service: a full page has a next one, even when that turns out to be empty.
    if (page.size() == limit && limit > 0) {
      String marker = "marker=" + page.get(page.size() - 1).path("id").asText();
      body.put("next", "/v2/images?" + marker + (query.isEmpty() ? "" : "&" + query));
    }
    return Reply.json(200, body.put("schema", "/v2/schemas/images"));
  }

  private List<ObjectNode> after(Incoming request, List<ObjectNode> sorted) {
    Optional<String> marker = request.query("marker");
    if (marker.isEmpty()) {
      return sorted;
    }
    if (images.find(marker.get(), request.caller()).isEmpty()) {
      throw ImageFaults.refusal(400, "No image found with ID " + marker.get());
    }
    List<String> ids = sorted.stream().map(it -> it.path("id").asText()).toList();
    return sorted.subList(ids.indexOf(marker.get()) + 1, sorted.size());
  }

  private static int limit(Incoming request) {
    String text = request.query("limit").orElse(String.valueOf(USUAL_PAGE));
    if (!text.matches("-?\\d{1,9}")) {
      throw ImageFaults.refusal(400, "limit param must be an integer");
    }
    int limit = Integer.parseInt(text);
    if (limit < 0) {
      throw ImageFaults.refusal(400, "limit param must be positive");
    }
    return Math.min(limit, LARGEST_PAGE);
  }

  private static String withoutMarker(Incoming request) {
    return Stream.of(request.rawQuery().split("&"))
        .filter(it -> !it.startsWith("marker="))
        .collect(Collectors.joining("&"));
  }
}
