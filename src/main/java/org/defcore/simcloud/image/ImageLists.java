package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.resource.Page;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/** Lists of images: filtered by any attribute, ordered, page by page. */
final class ImageLists {

  private static final Set<String> NO_FILTERS =
      Set.of("limit", "marker", "sort_key", "sort_dir", "sort");
  private static final Set<String> TAKING_LISTS =
      Set.of("id", "name", "status", "container_format", "disk_format");
  private static final List<String> MEMBER_STATUSES =
      List.of("pending", "accepted", "rejected", "all");
  private static final List<String> KEYS =
      List.of(
          "name",
          "status",
          "container_format",
          "disk_format",
          "size",
          "id",
          "created_at",
          "updated_at");

  private static final ListRules<ObjectNode> RULES =
      ListRules.<ObjectNode>of(it -> it.path("id").asText(), new Faults())
          .pages(25, 1000)
          .filter("tag", tag -> it -> hasTag(it, tag))
          .filter("size_min", text -> sized(bytes(text), Long.MAX_VALUE))
          .filter("size_max", text -> sized(0, bytes(text)))
          .filter("visibility", ImageLists::visibility)
          .filter("member_status", ImageLists::memberStatus)
          .filter("created_at", condition -> it -> inTime(it.path("created_at"), condition))
          .filter("updated_at", condition -> it -> inTime(it.path("updated_at"), condition))
          .otherFilters(ImageLists::equal)
          .otherOrders(ImageLists::rising);

  private ImageLists() {}

  /** The page that a request asks for, of all images that the caller may read. */
  static ObjectNode page(Incoming request, List<ObjectNode> readable) {
    Page<ObjectNode> page =
        RULES.page(request, readable.stream().filter(it -> isListed(request, it)).toList());
    String query =
        Stream.of(request.rawQuery().split("&"))
            .filter(it -> !it.startsWith("marker="))
            .collect(Collectors.joining("&"));
    ObjectNode body = Json.wrap("images", Json.array(page.items()));
    body.put("first", "/v2/images" + (query.isEmpty() ? "" : "?" + query));
    page.next(request).ifPresent(it -> body.put("next", "/v2/images?" + it));
    return body.put("schema", "/v2/schemas/images");
  }

  // Images of the community are listed to strangers, and hidden ones to anybody, when asked for.
  private static boolean isListed(Incoming request, ObjectNode image) {
    boolean community = image.path("visibility").asText().equals("community");
    boolean own = image.path("owner").asText().equals(request.caller().project());
    return (!community || own || request.query("visibility").isPresent())
        && (!image.path("os_hidden").asBoolean() || request.query("os_hidden").isPresent());
  }

  private static boolean hasTag(ObjectNode image, String tag) {
    return StreamSupport.stream(image.path("tags").spliterator(), false)
        .anyMatch(it -> it.asText().equals(tag));
  }

  private static Predicate<ObjectNode> sized(long least, long most) {
    return it ->
        it.path("size").isNumber()
            && it.path("size").asLong() >= least
            && it.path("size").asLong() <= most;
  }

  private static long bytes(String text) {
    if (!text.matches("-?\\d{1,18}")) {
      throw ImageFaults.refusal(400, "Unable to filter on a range with a non-numeric value.");
    }
    return Long.parseLong(text);
  }

  private static Predicate<ObjectNode> visibility(String wanted) {
    if (!ImageRules.VISIBILITIES.contains(wanted) && !wanted.equals("all")) {
      throw ImageFaults.refusal(400, "Invalid visibility value: " + wanted);
    }
    return it -> wanted.equals("all") || it.path("visibility").asText().equals(wanted);
  }

  private static Predicate<ObjectNode> memberStatus(String wanted) {
    if (!MEMBER_STATUSES.contains(wanted)) {
      throw ImageFaults.refusal(400, "Invalid status: " + wanted);
    }
    return it -> true;
  }

  private static Optional<Predicate<ObjectNode>> equal(String name, String value) {
    return NO_FILTERS.contains(name) ? Optional.empty() : Optional.of(it -> equal(it, name, value));
  }

  private static boolean equal(ObjectNode image, String name, String value) {
    JsonNode held = image.path(name);
    if (TAKING_LISTS.contains(name) && value.startsWith("in:")) {
      return Arrays.asList(value.substring(3).split(",")).contains(held.asText());
    }
    return held.isBoolean() ? held.asText().equalsIgnoreCase(value) : held.asText().equals(value);
  }

  private static boolean inTime(JsonNode moment, String condition) {
    int colon = condition.indexOf(':');
    String operator = colon > 0 && colon < 4 ? condition.substring(0, colon) : "eq";
    String bound = operator.length() == colon ? condition.substring(colon + 1) : condition;
    int order;
    try {
      order = Instant.parse(moment.asText()).compareTo(Instant.parse(bound));
    } catch (DateTimeParseException e) {
      throw ImageFaults.refusal(400, "Invalid time: " + bound);
    }
    return switch (operator) {
      case "gt" -> order > 0;
      case "gte" -> order >= 0;
      case "lt" -> order < 0;
      case "lte" -> order <= 0;
      case "neq" -> order != 0;
      default -> order == 0;
    };
  }

  private static Optional<Comparator<ObjectNode>> rising(String key) {
    if (!KEYS.contains(key)) {
      return Optional.empty();
    }
    return Optional.of(
        key.equals("size")
            ? Comparator.comparingLong(it -> it.path(key).asLong(-1))
            : Comparator.comparing(it -> it.path(key).asText()));
  }

  private static final class Faults implements ListFaults {

    @Override
    public Refusal number(String parameter, String text) {
      String expected = text.matches("-\\d+") ? "positive" : "an integer";
      return ImageFaults.refusal(400, parameter + " param must be " + expected);
    }

    @Override
    public Refusal marker(String id) {
      return ImageFaults.refusal(400, "No image found with ID " + id);
    }

    @Override
    public Refusal key(String key) {
      return ImageFaults.refusal(
          400, "Invalid sort key: " + key + ". It must be one of: " + String.join(", ", KEYS));
    }

    @Override
    public Refusal direction(String direction) {
      return ImageFaults.refusal(400, "Invalid sort direction: " + direction);
    }
  }
}
