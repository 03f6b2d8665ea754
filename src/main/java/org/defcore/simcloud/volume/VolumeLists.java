package org.defcore.simcloud.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.simcloud.resource.ListFaults;
import org.defcore.simcloud.resource.ListRules;
import org.defcore.simcloud.wire.Json;

/** Filters, orders and pages of the lists of volumes and snapshots. */
final class VolumeLists {

  static final ListRules<ObjectNode> VOLUMES =
      rules("Volume", List.of("id", "name", "status", "availability_zone"))
          .equal("display_name", it -> text(it, "name"))
          .equal("bootable", it -> String.valueOf(VolumeForms.isBootable(it)))
          .filter("metadata", VolumeLists::holding)
          .order("size", rising("size"));

  static final ListRules<ObjectNode> SNAPSHOTS =
      rules("Snapshot", List.of("id", "name", "status", "volume_id"))
          .order("volume_id", rising("volume_id"))
          .order("volume_size", rising("size"));

  private static final int PAGE = 1000;

  private VolumeLists() {}

  private static ListRules<ObjectNode> rules(String thing, List<String> filters) {
    ListRules<ObjectNode> rules =
        ListRules.<ObjectNode>of(VolumeForms::id, faults(thing)).pages(PAGE, PAGE).offsets();
    filters.forEach(name -> rules.equal(name, it -> text(it, name)));
    List.of("id", "name", "status", "created_at", "updated_at")
        .forEach(name -> rules.order(name, rising(name)));
    return rules.order("display_name", rising("name"));
  }

  private static String text(ObjectNode resource, String name) {
    return resource.path(name).asText("");
  }

  private static Comparator<ObjectNode> rising(String name) {
    return name.equals("size")
        ? Comparator.comparing(it -> it.path(name).asInt())
        : Comparator.comparing(it -> text(it, name));
  }

  // Written as Python writes a dictionary, with single quotes.
  private static Predicate<ObjectNode> holding(String wanted) {
    byte[] json = wanted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Optional<JsonNode> items = Json.read(json).filter(JsonNode::isObject);
    return volume ->
        items.isPresent()
            && items.get().properties().stream()
                .allMatch(it -> it.getValue().equals(volume.path("metadata").path(it.getKey())));
  }

  private static ListFaults faults(String thing) {
    return (problem, parameter, text) ->
        switch (problem) {
          case NUMBER -> VolumeFaults.of("sentence", ListFaults.notPositive(parameter, text));
          case MARKER -> VolumeFaults.of("missing", thing + " " + text);
          case KEY, DIRECTION -> VolumeFaults.of(problem.name());
        };
  }
}
