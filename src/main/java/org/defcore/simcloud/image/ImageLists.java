package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
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
  private static final String VISIBILITIES = "community|public|private|shared|all";
  private static final String MEMBER_STATUSES = "pending|accepted|rejected|all";
  private static final String NUMBER = "-?\\d{1,18}";
  private static final String KEYS =
      "name|status|container_format|disk_format|size|id|created_at|updated_at";
  private static final Map<String, IntPredicate> TIMES =
      Map.of(
          "gt", it -> it > 0,
          "gte", it -> it >= 0,
          "lt", it -> it < 0,
          "lte", it -> it <= 0,
          "neq", it -> it != 0,
          "eq", it -> it == 0);

  private static final ListRules<ObjectNode> RULES =
      ListRules.<ObjectNode>of(it -> it.path("id").asText(), ImageLists::fault)
          .pages(25, 1000)
          .filter("tag", tag -> it -> hasTag(it, tag))
          .filter("size_min", text -> sized(bytes(text), Long.MAX_VALUE))
          .filter("size_max", text -> sized(0, bytes(text)))
          .filter("visibility", ImageLists::visibility)
          .filter("member_status", ImageLists::memberStatus)
          .filter("created_at", condition -> inTime("created_at", condition))
          .filter("updated_at", condition -> inTime("updated_at", condition))
          .otherFilters(ImageLists::equal)
          .otherOrders(ImageLists::rising);

  private ImageLists() {}

  /** The page that a request asks for, of all images that the caller may read. */
  static ObjectNode page(Incoming request, List<ObjectNode> readable) {
    Page<ObjectNode> page =
        RULES.page(request, readable.stream().filter(it -> isListed(request, it)).toList());
    String first = ("&" + request.rawQuery()).replaceAll("&(marker=[^&]*|$)", "");
    ObjectNode body =
        Json.wrap("images", Json.array(page.items()))
            .put("first", "/v2/images" + first.replaceFirst("&", "?"))
            .put("schema", "/v2/schemas/images");
    page.next(request).ifPresent(it -> body.put("next", "/v2/images?" + it));
    return body;
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
    require(text, NUMBER, "Unable to filter on a range with a non-numeric value: ");
    return Long.parseLong(text);
  }

  private static Predicate<ObjectNode> visibility(String wanted) {
    require(wanted, VISIBILITIES, "Invalid visibility value: ");
    return it -> wanted.equals("all") || it.path("visibility").asText().equals(wanted);
  }

  private static Predicate<ObjectNode> memberStatus(String wanted) {
    require(wanted, MEMBER_STATUSES, "Invalid status: ");
    return it -> true;
  }

  private static void require(String text, String allowed, String complaint) {
    if (!text.matches(allowed)) {
      throw ImageFaults.refusal(400, complaint + text);
    }
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

  private static Predicate<ObjectNode> inTime(String name, String condition) {
    String asked = condition.matches("[a-z]+:.*") ? condition : "eq:" + condition;
    int colon = asked.indexOf(':');
    require(asked.substring(0, colon), String.join("|", TIMES.keySet()), "Invalid operator: ");
    IntPredicate order = TIMES.getOrDefault(asked.substring(0, colon), it -> true);
    try {
      Instant bound = Instant.parse(asked.substring(colon + 1));
      return it -> order.test(Instant.parse(it.path(name).asText()).compareTo(bound));
    } catch (DateTimeParseException e) {
      throw ImageFaults.refusal(400, "Invalid time: " + condition);
    }
  }

  private static Optional<Comparator<ObjectNode>> rising(String key) {
    if (!key.matches(KEYS)) {
      return Optional.empty();
    }
    return Optional.of(
        key.equals("size")
            ? Comparator.comparingLong(it -> it.path(key).asLong(-1))
            : Comparator.comparing(it -> it.path(key).asText()));
  }

  private static Refusal fault(ListFaults.Problem problem, String parameter, String text) {
    return ImageFaults.refusal(
        400,
        switch (problem) {
          case NUMBER -> ListFaults.notPositive(parameter, text);
          case MARKER -> ImageLibrary.NO_IMAGE.formatted(text);
          case KEY -> "Invalid sort key: " + text + ". It must be one of: " + KEYS;
          case DIRECTION -> "Invalid sort direction: " + text;
        });
  }
}
