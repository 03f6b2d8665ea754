package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;

/** Which images a list query asks for. */
final class ImageFilter {

  private static final Set<String> PAGING =
      Set.of("limit", "marker", "sort_key", "sort_dir", "sort", "tag", "member_status");
  private static final Set<String> LISTS =
      Set.of("id", "name", "status", "container_format", "disk_format");
  private static final List<String> MEMBER_STATUSES =
      List.of("pending", "accepted", "rejected", "all");

  private final Map<String, List<String>> query;
  private final Caller caller;

  ImageFilter(Incoming request) {
    this.query = request.query();
    this.caller = request.caller();
    refuseNonsense(request);
  }

  private static void refuseNonsense(Incoming request) {
    for (String bound : List.of("size_min", "size_max")) {
      for (String value : request.queries(bound)) {
        if (!value.matches("-?\\d{1,18}")) {
          throw ImageFaults.refusal(400, "Unable to filter on a range with a non-numeric value.");
        }
      }
    }
    for (String value : request.queries("visibility")) {
      if (!ImageRules.VISIBILITIES.contains(value) && !value.equals("all")) {
        throw ImageFaults.refusal(400, "Invalid visibility value: " + value);
      }
    }
    for (String value : request.queries("member_status")) {
      if (!MEMBER_STATUSES.contains(value)) {
        throw ImageFaults.refusal(400, "Invalid status: " + value);
      }
    }
  }

  boolean matches(ObjectNode image) {
    return isListed(image)
        && query.getOrDefault("tag", List.of()).stream().allMatch(it -> hasTag(image, it))
        && query.entrySet().stream()
            .filter(it -> !PAGING.contains(it.getKey()))
            .allMatch(it -> it.getValue().stream().allMatch(v -> holds(image, it.getKey(), v)));
  }

  // Images of the community are listed to strangers, and hidden ones to anybody, when asked for.
  private boolean isListed(ObjectNode image) {
    boolean community = image.path("visibility").asText().equals("community");
    boolean own = image.path("owner").asText().equals(caller.project());
    boolean hidden = image.path("os_hidden").asBoolean();
    return (!community || own || query.containsKey("visibility"))
        && (!hidden || query.containsKey("os_hidden"));
  }

  private static boolean hasTag(ObjectNode image, String tag) {
    for (JsonNode it : image.path("tags")) {
      if (it.asText().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(ObjectNode image, String name, String value) {
    JsonNode size = image.path("size");
    return switch (name) {
      case "size_min" -> size.isNumber() && size.asLong() >= Long.parseLong(value);
      case "size_max" -> size.isNumber() && size.asLong() <= Long.parseLong(value);
      case "visibility" -> value.equals("all") || image.path(name).asText().equals(value);
      case "created_at", "updated_at" -> inTime(image.path(name).asText(), value);
      default -> equal(image, name, value);
    };
  }

  private static boolean equal(ObjectNode image, String name, String value) {
    String actual = image.path(name).asText();
    if (LISTS.contains(name) && value.startsWith("in:")) {
      return Arrays.asList(value.substring(3).split(",")).contains(actual);
    }
    JsonNode held = image.path(name);
    return held.isBoolean() ? actual.equalsIgnoreCase(value) : actual.equals(value);
  }

  private static boolean inTime(String moment, String condition) {
    int colon = condition.indexOf(':');
    String operator = colon > 0 && colon < 4 ? condition.substring(0, colon) : "eq";
    String bound = operator.length() == colon ? condition.substring(colon + 1) : condition;
    int order;
    try {
      order = Instant.parse(moment).compareTo(Instant.parse(bound));
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
}
