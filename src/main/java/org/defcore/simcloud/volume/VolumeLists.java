package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Json;

/** Filters, orders and pages of the lists of volumes and snapshots. */
final class VolumeLists {

  static final ListRules<Volume> VOLUMES =
      VolumeLists.<Volume>rules("Volume", Volume::id, Volume::name)
          .equal("display_name", Volume::name)
          .equal("status", Volume::status)
          .equal("availability_zone", it -> VolumeView.ZONE)
          .equal("bootable", it -> String.valueOf(VolumeView.isBootable(it)))
          .filter("metadata", VolumeLists::holding)
          .order("created_at", Comparator.comparing(Volume::createdAt))
          .order("updated_at", Comparator.comparing(Volume::updatedAt))
          .order("status", Comparator.comparing(Volume::status))
          .order("size", Comparator.comparing(it -> it.spec().size()))
          .order("display_name", Comparator.comparing(Volume::name));

  static final ListRules<Snapshot> SNAPSHOTS =
      VolumeLists.<Snapshot>rules("Snapshot", Snapshot::id, Snapshot::name)
          .equal("status", Snapshot::status)
          .equal("volume_id", it -> it.spec().volume())
          .order("created_at", Comparator.comparing(Snapshot::createdAt))
          .order("updated_at", Comparator.comparing(Snapshot::updatedAt))
          .order("status", Comparator.comparing(Snapshot::status))
          .order("volume_id", Comparator.comparing(it -> it.spec().volume()))
          .order("volume_size", Comparator.comparing(it -> it.spec().size()));

  private static final int PAGE = 1000;

  private VolumeLists() {}

  private static <T> ListRules<T> rules(
      String thing, Function<T, String> id, Function<T, String> name) {
    return ListRules.of(id, faults(thing))
        .pages(PAGE, PAGE)
        .offsets()
        .equal("id", id)
        .equal("name", name)
        .order("id", Comparator.comparing(id))
        .order("name", Comparator.comparing(name));
  }

  // Written as Python writes a dictionary, with single quotes.
  private static Predicate<Volume> holding(String wanted) {
    byte[] json = wanted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Optional<JsonNode> items = Json.read(json).filter(JsonNode::isObject);
    return volume ->
        items.isPresent()
            && items.get().properties().stream()
                .allMatch(
                    it -> it.getValue().asText().equals(volume.spec().metadata().get(it.getKey())));
  }

  private static ListFaults faults(String thing) {
    return (problem, parameter, text) ->
        switch (problem) {
          case NUMBER -> VolumeFaults.badRequest(ListFaults.notPositive(parameter, text));
          case MARKER -> VolumeFaults.notFound(thing + " " + text);
          case KEY -> VolumeFaults.badRequest("Invalid input received: Invalid sort key");
          case DIRECTION ->
              VolumeFaults.badRequest(
                  "Invalid input received: the direction of a sort is asc or desc");
        };
  }
}
