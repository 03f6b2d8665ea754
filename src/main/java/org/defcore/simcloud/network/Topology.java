package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** One network with a subnet for every project, and an external network of nobody here. */
public final class Topology {

  private static final String PROVIDER = Ids.builtInHex("project provider");
  private static final int FIRST_HOST = 2;
  private static final int LAST_HOST = 62;

  private final List<ObjectNode> networks = new ArrayList<>();
  private final List<ObjectNode> subnets = new ArrayList<>();
  private final Map<String, Link> homes = new TreeMap<>();
  private final Map<String, Port> ports = new TreeMap<>();
  private final String since;

  /**
   * Makes everything at one time, which is given as the service writes it.
   *
   * @param range what the addresses of all projects start with, for instance {@code 10.0.}
   */
  public Topology(List<String> projects, String range, String since) {
    this.since = since;
    for (int i = 0; i < projects.size(); i++) {
      String start = range + i + ".";
      addNetwork("private", projects.get(i), start, start + "0/26");
    }
    addNetwork("public", PROVIDER, "172.24.4.", "172.24.4.0/24");
  }

  /** The network that a project has for itself. */
  public Link home(String project) {
    return Optional.ofNullable(homes.get(project))
        .orElseThrow(() -> new IllegalStateException("project " + project + " has no network"));
  }

  /**
   * Gives a port of a project's network the wished address, or the first free one for an empty
   * wish; empty when there is none.
   */
  public synchronized Optional<Port> plug(Link link, String wish) {
    String start = link.start();
    return IntStream.rangeClosed(FIRST_HOST, LAST_HOST)
        .mapToObj(host -> start + host)
        .filter(it -> wish.isEmpty() || it.equals(wish))
        .filter(it -> ports.values().stream().noneMatch(port -> port.address().equals(it)))
        .findFirst()
        .map(address -> add(new Port(Ids.uuid(), link, address, mac())));
  }

  public synchronized void unplug(Port port) {
    ports.remove(port.id());
  }

  private Port add(Port port) {
    ports.put(port.id(), port);
    return port;
  }

  private static String mac() {
    String hex = Ids.hex32();
    return "fa:16:3e:%s:%s:%s"
        .formatted(hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6));
  }

  List<ObjectNode> networks(Caller caller) {
    return networks.stream()
        .filter(it -> it.path("router:external").asBoolean() || isOwn(it, caller))
        .toList();
  }

  List<ObjectNode> subnets(Caller caller) {
    return subnets.stream().filter(it -> isOwn(it, caller)).toList();
  }

  private static boolean isOwn(ObjectNode resource, Caller caller) {
    return resource.path("project_id").asText().equals(caller.project());
  }

  private void addNetwork(String name, String project, String start, String cidr) {
    String id = Ids.builtIn("network " + project);
    String subnet = Ids.builtIn("subnet " + project);
    boolean external = name.equals("public");
    ObjectNode network = described(id, name, project, 2);
    network
        .put("admin_state_up", true)
        .put("mtu", external ? 1500 : 1450)
        .put("status", "ACTIVE")
        .put("shared", false)
        .put("router:external", external)
        .put("port_security_enabled", true)
        .putNull("ipv4_address_scope")
        .putNull("ipv6_address_scope")
        .putNull("qos_policy_id");
    network.set("subnets", Json.strings(List.of(subnet)));
    network.set("availability_zone_hints", Json.array());
    network.set("availability_zones", Json.array());
    if (external) {
      network.put("is_default", false);
    }
    networks.add(network);
    homes.put(project, new Link(id, name, subnet, start));
    subnets.add(subnet(described(subnet, name + "-subnet", project, 0), id, start, cidr));
  }

  private static ObjectNode subnet(ObjectNode subnet, String network, String start, String cidr) {
    subnet
        .put("network_id", network)
        .put("ip_version", 4)
        .put("enable_dhcp", true)
        .put("gateway_ip", start + "1")
        .put("cidr", cidr)
        .putNull("subnetpool_id")
        .putNull("ipv6_ra_mode")
        .putNull("ipv6_address_mode");
    ObjectNode pool = Json.object().put("start", start + FIRST_HOST).put("end", start + LAST_HOST);
    subnet.set("allocation_pools", Json.array().add(pool));
    subnet.set("host_routes", Json.array());
    subnet.set("dns_nameservers", Json.array());
    subnet.set("service_types", Json.array());
    return subnet;
  }

  private ObjectNode described(String id, String name, String project, int revision) {
    ObjectNode resource =
        Json.object()
            .put("id", id)
            .put("name", name)
            .put("tenant_id", project)
            .put("project_id", project)
            .put("description", "")
            .put("created_at", since)
            .put("updated_at", since)
            .put("revision_number", revision);
    resource.set("tags", Json.array());
    return resource;
  }
}
