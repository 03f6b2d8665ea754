package org.defcore.simcloud.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Operation;

/** The resources of a service whose types are described as data. Safe for use by many threads. */
public final class ResourceStore {

  private record Kind(ResourceType type, ResourceRules rules, Shelf<ObjectNode> shelf) {}

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Object lock = new Object();
  private final Conventions conventions;
  private final Timing timing;

  /**
   * @param rules by the names of the lists
   */
  public ResourceStore(
      List<ResourceType> types,
      Map<String, ResourceRules> rules,
      Conventions conventions,
      Timing timing) {
    this.conventions = conventions;
    this.timing = timing;
    for (ResourceType type : types) {
      Shelf<ObjectNode> shelf =
          Shelf.ofDocuments(lock, timing, type::notFound, conventions::isShared);
      ResourceRules own = Optional.ofNullable(rules.get(type.plural())).orElseThrow();
      kinds.put(type.plural(), new Kind(type, own, shelf));
    }
  }

  /**
   * The calls of all types.
   *
   * @param service the beginning of the names of the operations
   */
  public List<Operation> operations(String service) {
    List<Operation> all = new ArrayList<>();
    for (Kind kind : kinds.values()) {
      all.addAll(new FiveCalls(this, kind.type(), conventions).operations(service));
      all.addAll(kind.rules().operations(this));
    }
    return all;
  }

  private Kind kind(String plural) {
    return Optional.ofNullable(kinds.get(plural)).orElseThrow();
  }

  public Shelf<ObjectNode> shelf(String plural) {
    return kind(plural).shelf();
  }

  ResourceRules rules(String plural) {
    return kind(plural).rules();
  }

  /** The resources of all projects that have this value of an attribute, newest first. */
  public List<ObjectNode> where(String plural, String attribute, JsonNode value) {
    return shelf(plural).everyone(it -> it.path(attribute).equals(value));
  }

  private void requireReferences(Kind kind, ObjectNode resource) {
    String project = resource.path("project_id").asText();
    for (Attribute attribute : kind.type().attributes().values()) {
      if (!attribute.refersTo().isEmpty()) {
        ids(resource.path(attribute.name()))
            .forEach(it -> shelf(attribute.refersTo()).require(project, it));
      }
    }
  }

  /** The ids in an attribute that holds one or several. */
  public static List<String> ids(JsonNode value) {
    List<String> ids = new ArrayList<>();
    if (value.isTextual()) {
      ids.add(value.asText());
    }
    value.forEach(it -> ids.addAll(ids(it)));
    return ids;
  }

  /** Makes a resource of what was decided about it. */
  public ObjectNode add(String plural, String project, ObjectNode decided) {
    synchronized (lock) {
      Kind kind = kind(plural);
      ObjectNode made = decided.deepCopy().put("project_id", project);
      if (!made.has("id")) {
        made.put("id", Ids.uuid());
      }
      conventions.begin(made, timing.second());
      kind.type().complete(made);
      requireReferences(kind, made);
      kind.rules().making(this, made);
      kind.shelf().add(made.path("id").asText(), project, made);
      kind.rules().made(this, made);
      return made;
    }
  }

  /** Changes a resource. */
  public ObjectNode change(String plural, JsonNode id, ObjectNode changes) {
    Kind kind = kind(plural);
    return kind.shelf()
        .change(
            id.asText(),
            before -> {
              ObjectNode changed = before.deepCopy();
              changed.setAll(changes);
              requireReferences(kind, changed);
              kind.rules().changing(this, before, changed);
              conventions.touch(changed, timing.second());
              return changed;
            });
  }

  /** Takes a resource away, with all that goes with it, and returns it as the answer has it. */
  public ObjectNode remove(String plural, ObjectNode gone) {
    Kind kind = kind(plural);
    ObjectNode shown = kind.rules().remove(kind.shelf(), gone);
    kind.rules().removed(this, gone);
    return shown;
  }

  /** Takes a resource away, and nothing else. */
  public void drop(String plural, ObjectNode gone) {
    shelf(plural).remove(gone.path("id").asText());
  }

  /** Work that nothing interrupts; the request has arrived before it begins. */
  public Handler alone(Handler work) {
    return request -> {
      Incoming arrived = request.arrived();
      synchronized (lock) {
        return work.answer(arrived);
      }
    };
  }

  /** Resources with names, one line each. */
  public List<String> lines(Predicate<ObjectNode> wanted) {
    return kinds.values().stream()
        .flatMap(
            kind ->
                kind.shelf().everyone(wanted.and(it -> it.has("name"))).stream()
                    .map(it -> line(kind.type(), it))
                    .sorted())
        .toList();
  }

  private static String line(ResourceType type, ObjectNode resource) {
    return "%s %s %s"
        .formatted(
            type.name().replace('_', '-'),
            resource.path("id").asText(),
            resource.path("name").asText());
  }
}
