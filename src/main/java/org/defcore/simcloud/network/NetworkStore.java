package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Times;

/**
 * The resources of the network service. At the start every project has a network with a subnet and
 * a security group, and there is an external network of nobody here. Safe for use by many threads.
 */
public final class NetworkStore {

  private static final String PROVIDER = Ids.builtInHex("project provider");

  private final Map<String, Shelf<ObjectNode>> shelves = new TreeMap<>();
  private final Map<String, NetworkRules> rules;
  private final Map<String, NetworkResource> types = new LinkedHashMap<>();
  private final Object lock = new Object();
  private final Clock clock;

  /**
   * @param range the beginning of the addresses of all projects, for instance {@code 10.0.}
   */
  public NetworkStore(List<String> projects, String range, Clock clock, Defects defects) {
    this.clock = clock;
    this.rules =
        Map.of(
            "networks", new Networks(),
            "subnets", new Subnets(),
            "ports", new Ports(),
            "security_groups", new SecurityGroups(),
            "security_group_rules", new SecurityGroupRules(),
            "subnetpools", new SubnetPools(),
            "routers", new Routers(defects));
    for (NetworkResource type : NetworkResource.all()) {
      types.put(type.plural(), type);
      shelves.put(
          type.plural(),
          Shelf.ofDocuments(lock, Timing.instant(clock), type::notFound, NetworkStore::isShared));
    }
    for (int i = 0; i < projects.size(); i++) {
      String project = projects.get(i);
      addBuiltIn(project, "private", range + i + ".0/26");
      add(
          "security_groups",
          project,
          Json.form(
              """
              {"id": %s, "name": %s, "description": "Default security group"}
              """,
              Ids.builtIn("security group of " + project), SecurityGroups.DEFAULT));
    }
    addBuiltIn(PROVIDER, "public", "172.24.4.0/24");
  }

  private static boolean isShared(ObjectNode resource) {
    return resource.path("shared").asBoolean() || resource.path("router:external").asBoolean();
  }

  private void addBuiltIn(String project, String name, String range) {
    boolean external = name.equals("public");
    String network = Ids.builtIn("network " + project);
    add(
        "networks",
        project,
        Json.form(
            """
            {"id": %s, "name": %s, "mtu": %s, "router:external": %s}
            """,
            network, name, external ? 1500 : 1450, external));
    add(
        "subnets",
        project,
        Json.form(
            """
            {"id": %s, "network_id": %s, "name": %s, "ip_version": 4, "cidr": %s}
            """,
            Ids.builtIn("subnet " + project), network, name + "-subnet", range));
  }

  /** The network that a project has for itself from the start. */
  public Link home(String project) {
    String network = Ids.builtIn("network " + project);
    JsonNode found = shelf("networks").require(project, network);
    return new Link(network, found.path("name").asText(), Ids.builtIn("subnet " + project));
  }

  /**
   * Ties a server to a project's network with the wished address, or the first free one for an
   * empty wish; empty when there is none.
   */
  public Optional<Port> plug(String project, Link link, String server, String wish) {
    ObjectNode address = Json.object().put("subnet_id", link.subnet());
    if (!wish.isEmpty()) {
      address.put("ip_address", wish);
    }
    ObjectNode port =
        Json.form(
            """
            {"network_id": %s, "device_id": %s, "device_owner": %s, "status": "ACTIVE",
             "fixed_ips": [%s]}
            """,
            link.network(), server, Ports.OF_SERVERS + "nova", address);
    try {
      ObjectNode made = add("ports", project, port);
      return Optional.of(
          new Port(
              made.path("id").asText(),
              link,
              made.at("/fixed_ips/0/ip_address").asText(),
              made.path("mac_address").asText()));
    } catch (Refusal refused) {
      return Optional.empty();
    }
  }

  public void unplug(Port port) {
    shelf("ports").remove(port.id());
  }

  Collection<NetworkResource> types() {
    return types.values();
  }

  Shelf<ObjectNode> shelf(String plural) {
    return Optional.ofNullable(shelves.get(plural)).orElseThrow();
  }

  NetworkResource type(String plural) {
    return Optional.ofNullable(types.get(plural)).orElseThrow();
  }

  NetworkRules rules(String plural) {
    return Optional.ofNullable(rules.get(plural)).orElseThrow();
  }

  /** The resources of all projects that have this value of an attribute, newest first. */
  List<ObjectNode> where(String plural, String attribute, JsonNode value) {
    return shelf(plural).everyone(it -> it.path(attribute).equals(value));
  }

  /**
   * Checks that no port uses a resource, but aids of the network itself.
   *
   * @throws Refusal if one does
   */
  void requireUnused(NetworkResource type, String id) {
    type.usedBy()
        .forEach(
            (attribute, fault) ->
                NetworkFaults.refuseIf(
                    !shelf("ports").everyone(it -> uses(it, attribute, id)).isEmpty(), fault, id));
  }

  private static boolean uses(JsonNode port, String attribute, String id) {
    return !Ports.isAid(port)
        && port.findValues(attribute).stream().anyMatch(it -> ids(it).contains(id));
  }

  private static List<String> ids(JsonNode value) {
    List<String> ids = new ArrayList<>();
    if (value.isTextual()) {
      ids.add(value.asText());
    }
    value.forEach(it -> ids.addAll(ids(it)));
    return ids;
  }

  private void requireReferences(String plural, ObjectNode resource) {
    String project = resource.path("project_id").asText();
    for (Attribute attribute : type(plural).attributes().values()) {
      if (!attribute.refersTo().isEmpty()) {
        ids(resource.path(attribute.name()))
            .forEach(it -> shelf(attribute.refersTo()).require(project, it));
      }
    }
  }

  /** Makes a resource of what was decided about it. */
  ObjectNode add(String plural, String project, ObjectNode decided) {
    synchronized (lock) {
      String now = Times.seconds(clock.instant());
      ObjectNode made =
          decided
              .deepCopy()
              .put("tenant_id", project)
              .put("project_id", project)
              .put("created_at", now)
              .put("updated_at", now);
      if (!made.has("id")) {
        made.put("id", Ids.uuid());
      }
      type(plural).complete(made);
      requireReferences(plural, made);
      rules(plural).making(this, made);
      shelf(plural).add(made.path("id").asText(), project, made);
      rules(plural).made(this, made);
      return made;
    }
  }

  /** Changes a resource, which counts its changes. */
  ObjectNode change(String plural, JsonNode id, ObjectNode changes) {
    String now = Times.seconds(clock.instant());
    return shelf(plural)
        .change(
            id.asText(),
            before -> {
              ObjectNode changed = before.deepCopy();
              changed.setAll(changes);
              requireReferences(plural, changed);
              rules(plural).changing(this, before, changed);
              int revision = before.path("revision_number").asInt();
              return changed.put("updated_at", now).put("revision_number", revision + 1);
            });
  }

  /** Takes a resource away, with all that goes with it. */
  void remove(String plural, ObjectNode gone) {
    drop(plural, gone);
    rules(plural).removed(this, gone);
  }

  /** Takes a resource away, and nothing else. */
  void drop(String plural, ObjectNode gone) {
    shelf(plural).remove(gone.path("id").asText());
  }

  /** Work that nothing interrupts; the request has arrived before it begins. */
  Handler alone(Handler work) {
    return request -> {
      Incoming arrived = request.arrived();
      synchronized (lock) {
        return work.answer(arrived);
      }
    };
  }

  /** Resources beyond those of the start and of servers, one line each. */
  List<String> resources() {
    return types.values().stream()
        .flatMap(
            type ->
                shelf(type.plural()).everyone(NetworkStore::isOfUsers).stream()
                    .map(it -> type.name().replace('_', '-') + label(it))
                    .sorted())
        .toList();
  }

  private static boolean isOfUsers(ObjectNode resource) {
    String project = resource.path("project_id").asText();
    String id = resource.path("id").asText();
    return resource.has("name")
        && !project.equals(PROVIDER)
        && !resource.path("device_owner").asText().startsWith(Ports.OF_SERVERS)
        && List.of("network ", "subnet ", "security group of ").stream()
            .noneMatch(it -> id.equals(Ids.builtIn(it + project)));
  }

  private static String label(ObjectNode resource) {
    return " " + resource.path("id").asText() + " " + resource.path("name").asText();
  }
}
