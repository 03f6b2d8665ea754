package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.resource.ResourceRules.Shown;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Json;

/**
 * The security groups of one project, with their rules, for another service that passes them on.
 * Refusals are those of this service.
 */
public record GroupDesk(ResourceStore resources, String project) {

  private static final String GROUPS = "security_groups";

  private Shelf<ObjectNode> shelf() {
    return resources.shelf(GROUPS);
  }

  private ObjectNode shown(ObjectNode group) {
    ObjectNode shown = group.deepCopy();
    new SecurityGroups().show(resources, shown, Shown.READ);
    return shown;
  }

  /** All of them by name. */
  public List<ObjectNode> all() {
    return shelf().all(project).stream()
        .sorted(Comparator.comparing(it -> it.path("name").asText()))
        .map(this::shown)
        .toList();
  }

  public ObjectNode require(String id) {
    return shown(shelf().require(project, id));
  }

  /** The one of that name or id. */
  public Optional<ObjectNode> named(String name) {
    return all().stream()
        .filter(it -> List.of(it.path("name").asText(), it.path("id").asText()).contains(name))
        .findFirst();
  }

  public ObjectNode add(ObjectNode fields) {
    return shown(resources.add(GROUPS, project, fields));
  }

  public ObjectNode change(String id, ObjectNode fields) {
    return shown(resources.change(GROUPS, require(id).path("id"), fields));
  }

  public void remove(String id) {
    ObjectNode gone = shelf().require(project, id);
    new SecurityGroups().removing(resources, gone);
    resources.remove(GROUPS, gone);
  }

  /** Those of ports, each once. */
  public List<ObjectNode> of(List<Port> ports) {
    return ports.stream().flatMap(it -> ids(it).stream()).distinct().map(this::require).toList();
  }

  private List<String> ids(Port port) {
    JsonNode ids = resources.shelf("ports").require(project, port.id()).path(GROUPS);
    return new ArrayList<>(ResourceStore.ids(ids));
  }

  /** Adds a group to those of a port that does not have it, or takes it from one that has it. */
  public void toggle(Port port, String group) {
    List<String> ids = ids(port);
    if (!ids.remove(group)) {
      ids.add(group);
    }
    ObjectNode groups = Json.wrap(GROUPS, Json.strings(ids));
    resources.change("ports", TextNode.valueOf(port.id()), groups);
  }
}
