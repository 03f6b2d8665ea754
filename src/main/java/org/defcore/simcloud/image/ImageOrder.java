package org.defcore.simcloud.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;

/** The order in which a list query wants its images; newest first when it does not say. */
final class ImageOrder {

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

  private ImageOrder() {}

  /** Sorts a list that has the newest first. */
  static List<ObjectNode> sorted(Incoming request, List<ObjectNode> newestFirst) {
    List<ObjectNode> images = new ArrayList<>(newestFirst);
    List<String> wishes = wishes(request);
    for (int i = wishes.size() - 1; i >= 0; i--) {
      String[] wish = wishes.get(i).split(":", 2);
      images.sort(comparator(wish[0], wish.length == 2 ? wish[1] : "desc"));
    }
    return images;
  }

  private static List<String> wishes(Incoming request) {
    if (request.query("sort").isPresent()) {
      return List.of(request.query("sort").get().split(","));
    }
    List<String> keys = request.queries("sort_key");
    List<String> directions = request.queries("sort_dir");
    List<String> wishes = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String direction = directions.isEmpty() ? "desc" : directions.get(i % directions.size());
      wishes.add(keys.get(i) + ":" + direction);
    }
    if (keys.isEmpty() && !directions.isEmpty()) {
      wishes.add("created_at:" + directions.get(0));
    }
    return wishes;
  }

  private static Comparator<ObjectNode> comparator(String key, String direction) {
    if (!KEYS.contains(key)) {
      throw ImageFaults.refusal(
          400, "Invalid sort key: " + key + ". It must be one of: " + String.join(", ", KEYS));
    }
    Comparator<ObjectNode> rising =
        key.equals("size")
            ? Comparator.comparingLong(it -> it.path(key).asLong(-1))
            : Comparator.comparing(it -> it.path(key).asText());
    return switch (direction) {
      case "asc" -> rising;
      case "desc" -> rising.reversed();
      default -> throw ImageFaults.refusal(400, "Invalid sort direction: " + direction);
    };
  }
}
