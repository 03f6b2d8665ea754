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
    List<String> wishes = new ArrayList<>(List.of(request.query("sort").orElse(old).split(",")));
    // The last wish first: what comes before it weighs more.
    Collections.reverse(wishes);
    for (String wish : wishes) {
      String[] parts = (wish + ":" + DESCENDING).split(":");
      sort(sorted, key(parts[0].trim()), parts[1].trim());
    }
    return sorted;
  }

  private static void sort(List<Volume> volumes, Comparator<Volume> key, String direction) {
    switch (direction) {
      case DESCENDING -> volumes.sort(key.reversed());
      case "asc" -> {
        Collections.reverse(volumes);
        volumes.sort(key);
      }
      default ->
          throw VolumeFaults.badRequest(
              "Invalid input received: the direction of a sort is asc or desc");
    }
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
