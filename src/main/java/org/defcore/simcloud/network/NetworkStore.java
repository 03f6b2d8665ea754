package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.network.Port.Maker;
import org.defcore.simcloud.pace.Timing;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.resource.ResourceType;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;

/**
 * The resources of the network service. At the start every project has a network with a subnet and
 * a security group, and there is an external network of nobody here. Safe for use by many threads.
 */
public final class NetworkStore {

  private static final String PROVIDER = Ids.builtInHex("project provider");

  private final ResourceStore resources;

  /**
   * @param range the beginning of the addresses of all projects, for instance {@code 10.0.}
   */
  public NetworkStore(List<String> projects, String range, Clock clock, Defects defects) {
    this.resources =
        new ResourceStore(
            ResourceType.all(
                Json.data(NetworkStore.class, "resources.yaml"), "/v2.0", NetworkForms.all()),
            Map.of(
                "networks", new Networks(),
                "subnets", new Subnets(),
                "ports", new Ports(),
                "security_groups", new SecurityGroups(),
                "security_group_rules", new SecurityGroupRules(),
                "subnetpools", new SubnetPools(),
                "routers", new Routers(defects),
                "floatingips", new FloatingIps()),
            new NetworkConventions(),
            Timing.instant(clock));
    for (int i = 0; i < projects.size(); i++) {
      String project = projects.get(i);
      addBuiltIn(project, "private", range + i + ".0/26");
      resources.add(
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

  private void addBuiltIn(String project, String name, String range) {
    boolean external = name.equals("public");
    String network = Ids.builtIn("network " + project);
    resources.add(
        "networks",
        project,
        Json.form(
            """
            {"id": %s, "name": %s, "mtu": %s, "router:external": %s}
            """,
            network, name, external ? 1500 : 1450, external));
    resources.add(
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
    JsonNode found = resources.shelf("networks").require(project, network);
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
      return Optional.of(port(resources.add("ports", project, port), link, Maker.COMPUTE));
    } catch (Refusal refused) {
      return Optional.empty();
    }
  }

  private static Port port(ObjectNode made, Link link, Maker maker) {
    return new Port(
        made.path("id").asText(),
        link,
        made.at("/fixed_ips/0/ip_address").asText(),
        made.path("mac_address").asText(),
        maker);
  }

  /** Ties a server to a port that its project made; empty if that is gone or taken by now. */
  public Optional<Port> plug(String project, String port, String server) {
    return holder(project, port).filter(String::isEmpty).map(free -> tie(project, port, server));
  }

  private Port tie(String project, String port, String server) {
    ObjectNode tied = resources.change("ports", TextNode.valueOf(port), use(server, "ACTIVE"));
    String network = tied.path("network_id").asText();
    String name = resources.shelf("networks").require(project, network).path("name").asText();
    Link link = new Link(network, name, tied.at("/fixed_ips/0/subnet_id").asText());
    return port(tied, link, Maker.USER);
  }

  private static ObjectNode use(String server, String status) {
    String owner = server.isEmpty() ? "" : Ports.OF_SERVERS + "nova";
    return Json.object().put("device_id", server).put("device_owner", owner).put("status", status);
  }

  /** The device that has a port of the project, or nothing; empty if there is no such port. */
  public Optional<String> holder(String project, String port) {
    return resources.shelf("ports").find(project, port).map(it -> it.path("device_id").asText());
  }

  public void unplug(Port port) {
    if (port.maker() == Maker.COMPUTE) {
      resources.shelf("ports").remove(port.id());
    } else {
      resources
          .where("ports", "id", TextNode.valueOf(port.id()))
          .forEach(it -> resources.change("ports", it.path("id"), use("", "DOWN")));
    }
  }

  /** The security groups of a project. */
  public GroupDesk groups(String project) {
    return new GroupDesk(resources, project);
  }

  ResourceStore resources() {
    return resources;
  }

  /** Resources beyond those of the start and of servers, one line each. */
  List<String> ofUsers() {
    return resources.lines(NetworkStore::isOfUsers);
  }

  private static boolean isOfUsers(ObjectNode resource) {
    String project = resource.path("project_id").asText();
    String id = resource.path("id").asText();
    String owner = resource.path("device_owner").asText();
    return !project.equals(PROVIDER)
        && !owner.startsWith(Ports.OF_SERVERS)
        && !owner.equals(FloatingIps.OWNER)
        && List.of("network ", "subnet ", "security group of ").stream()
            .noneMatch(it -> id.equals(Ids.builtIn(it + project)));
  }
}
