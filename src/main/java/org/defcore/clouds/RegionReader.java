package org.defcore.clouds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.defcore.result.Deviation;

/** Finds the region that is meant, and the settings that hold in it. */
final class RegionReader {

  private final CloudSettings written;
  private final Optional<Asked> asked;

  /**
   * A region that somebody named outside of the file.
   *
   * @param origin where: {@code --os-region-name}
   */
  record Asked(String name, String origin) {}

  /**
   * The region, and the cloud's settings with its own laid over them.
   *
   * @param choice how it was chosen, where the file leaves a choice
   */
  record Region(Optional<String> name, CloudSettings settings, List<Deviation> choice) {

    Region {
      choice = List.copyOf(choice);
    }
  }

  RegionReader(CloudSettings written, Optional<Asked> asked) {
    this.written = written;
    this.asked = asked;
  }

  /** The region asked for, else the first one that the file names. */
  Region read() {
    List<JsonNode> listed = listed();
    List<String> names = listed.stream().map(this::name).toList();
    if (asked.isPresent()
        && !items(written.any("regions")).isEmpty()
        && !names.contains(asked.get().name())) {
      throw written.problem(
          "regions",
          "one of " + String.join(", ", names),
          CloudSettings.quoted(asked.get().name()),
          "correct " + asked.get().origin());
    }
    Optional<String> name = asked.map(Asked::name).or(() -> names.stream().findFirst());
    return new Region(name, settings(name, listed), choice(names));
  }

  private List<Deviation> choice(List<String> names) {
    boolean asWritten = asked.isPresent() && names.equals(List.of(asked.get().name()));
    if (asWritten || (asked.isEmpty() && names.size() < 2)) {
      return List.of();
    }
    String how =
        asked
            .map(it -> it.name() + ", by " + it.origin())
            .orElseGet(
                () ->
                    "%s, the first of %s in %s"
                        .formatted(names.get(0), String.join(", ", names), written.source()));
    return List.of(new Deviation("region", how));
  }

  private CloudSettings settings(Optional<String> name, List<JsonNode> listed) {
    Optional<ObjectNode> own =
        listed.stream()
            .filter(it -> it.isObject() && Optional.of(name(it)).equals(name))
            .map(it -> it.path("values"))
            .filter(JsonNode::isObject)
            .map(ObjectNode.class::cast)
            .findFirst();
    if (name.isEmpty()) {
      return written;
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    CloudFiles.merge(merged, written.all());
    merged.put("region_name", name.get());
    own.ifPresent(it -> CloudFiles.merge(merged, it));
    return new CloudSettings(written.name(), written.source(), merged);
  }

  /** The regions of {@code regions}, else those of {@code region_name}: a list, or commas. */
  private List<JsonNode> listed() {
    List<JsonNode> regions = items(written.any("regions"));
    if (!regions.isEmpty()) {
      return regions;
    }
    JsonNode names = written.any("region_name");
    if (names.isArray()) {
      return items(names);
    }
    return written.top("region_name").stream()
        .flatMap(it -> Arrays.stream(it.split(",")))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .<JsonNode>map(JsonNodeFactory.instance::textNode)
        .toList();
  }

  private static List<JsonNode> items(JsonNode node) {
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false).toList();
    }
    boolean none = node.isMissingNode() || node.isNull() || node.asText("-").isBlank();
    return none ? new ArrayList<>() : List.of(node);
  }

  private String name(JsonNode region) {
    String name = (region.isObject() ? region.path("name") : region).asText("").strip();
    if (name.isEmpty()) {
      throw written.problem(
          "regions", "a name in each region", "none in one", "add it in " + written.source());
    }
    return name;
  }
}
