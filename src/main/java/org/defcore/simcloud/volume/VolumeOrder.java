package org.defcore.simcloud.volume;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.defcore.simcloud.wire.Incoming;

/** The order of a list: by {@code sort=key:direction,...} or by sort_key and sort_dir. */
final class VolumeOrder {

  private static final String DESCENDING = "desc";

  private VolumeOrder() {}

  /** Sorts what comes newest first. */
  static List<Volume> sorted(Incoming request, List<Volume> newestFirst) {
    String old =
        request.query("sort_key").orElse("created_at")
            + ":"
            + request.query("sort_dir").orElse(DESCENDING);
    List<Volume> sorted = new ArrayList<>(newestFirst);
    Comparator<Volume> order = Comparator.comparingInt(it -> 0);
    boolean ascending = false;
    for (String wish : request.query("sort").orElse(old).split(",", -1)) {
      String[] parts = (wish + ":" + DESCENDING).split(":", 3);
      Comparator<Volume> key = key(parts[0].trim());
      ascending = isAscending(parts[1].trim());
      order = order.thenComparing(ascending ? key : key.reversed());
    }
    // What is equal in all that was asked for follows the last direction, too.
    if (ascending) {
      Collections.reverse(sorted);
    }
    sorted.sort(order);
    return sorted;
  }

  private static boolean isAscending(String direction) {
    if (!direction.equals("asc") && !direction.equals(DESCENDING)) {
      throw VolumeFaults.badRequest(
          "Invalid input received: the direction of a sort is asc or desc");
    }
    return direction.equals("asc");
  }

  private static Comparator<Volume> key(String name) {
    return switch (name) {
      case "created_at" -> Comparator.comparing(Volume::createdAt);
      case "updated_at" -> Comparator.comparing(Volume::updatedAt);
      case "id" -> Comparator.comparing(Volume::id);
      case "status" -> Comparator.comparing(Volume::status);
      case "size" -> Comparator.comparingInt(it -> it.spec().size());
      case "name", "display_name" ->
          Comparator.comparing(it -> it.spec().texts().name().asText(""));
      default -> throw VolumeFaults.badRequest("Invalid input received: Invalid sort key");
    };
  }
}
