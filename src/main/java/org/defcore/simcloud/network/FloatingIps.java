package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** Floating IPs, and the ports by which they are in external networks, which nobody sees. */
final class FloatingIps implements ResourceRules {

  /** The owner of those ports. */
  static final String OWNER = "network:floatingip";

  private static final String LIST = "floatingips";

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    JsonNode network = made.path("floating_network_id");
    boolean external =
        store.where("networks", "id", network).get(0).path("router:external").asBoolean();
    refuseIf(!external, "not-for-floating", network);
    associate(store, made, MissingNode.getInstance());
    ObjectNode port =
        Json.form(
            """
            {"network_id": %s, "device_id": %s, "device_owner": %s, "security_groups": []}
            """,
            network, made.path("id"), OWNER);
    JsonNode address = store.add("ports", "", port).at("/fixed_ips/0/ip_address");
    made.put("name", made.path("description").asText()).set("floating_ip_address", address);
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    associate(store, changed, before);
  }

  private static void associate(ResourceStore store, ObjectNode floating, JsonNode before) {
    JsonNode id = floating.path("port_id");
    JsonNode fixed = floating.path("fixed_ip_address");
    boolean asked = fixed.isTextual() && !fixed.equals(before.path("fixed_ip_address"));
    if (!id.isTextual()) {
      refuseIf(asked, "address-without-port");
      floating.putNull("fixed_ip_address").putNull("router_id");
    } else if (asked || !id.equals(before.path("port_id"))) {
      ObjectNode port = store.where("ports", "id", id).get(0);
      JsonNode chosen = asked ? exactly(port, fixed) : only(port);
      floating.set("fixed_ip_address", chosen.path("ip_address"));
      requireFree(store, floating);
      floating.set("router_id", router(store, floating, chosen));
    }
  }

  private static JsonNode exactly(ObjectNode port, JsonNode address) {
    return port.path("fixed_ips")
        .valueStream()
        .filter(it -> it.path("ip_address").equals(address))
        .findFirst()
        .orElseThrow(() -> NetworkFaults.of("other-address", port.path("id"), address));
  }

  private static JsonNode only(ObjectNode port) {
    List<JsonNode> addresses =
        port.path("fixed_ips")
            .valueStream()
            .filter(it -> !it.path("ip_address").asText().contains(":"))
            .toList();
    refuseIf(addresses.isEmpty(), "without-address", port.path("id"));
    refuseIf(addresses.size() > 1, "several-addresses", port.path("id"));
    return addresses.get(0);
  }

  private static void requireFree(ResourceStore store, ObjectNode floating) {
    JsonNode fixed = floating.path("fixed_ip_address");
    refuseIf(
        store.where(LIST, "port_id", floating.path("port_id")).stream()
            .filter(it -> !it.path("id").equals(floating.path("id")))
            .anyMatch(it -> it.path("fixed_ip_address").equals(fixed)),
        "FloatingIPPortAlreadyAssociated",
        floating.path("floating_ip_address"),
        floating.path("id"),
        floating.path("port_id"),
        fixed,
        floating.path("floating_network_id"));
  }

  /** The id of the router from the subnet of an address to the external network. */
  private static JsonNode router(ResourceStore store, ObjectNode floating, JsonNode fixed) {
    JsonNode network = floating.path("floating_network_id");
    JsonNode subnet = fixed.path("subnet_id");
    return store.where("ports", "device_owner", TextNode.valueOf(Routers.INTERFACE)).stream()
        .filter(it -> it.findValues("subnet_id").contains(subnet))
        .flatMap(it -> store.where("routers", "id", it.path("device_id")).stream())
        .filter(it -> it.at("/external_gateway_info/network_id").equals(network))
        .findFirst()
        .map(it -> it.path("id"))
        .orElseThrow(
            () ->
                NetworkFaults.of(
                    "ExternalGatewayForFloatingIPNotFound",
                    network,
                    subnet,
                    floating.path("port_id")));
  }

  /** Frees those of a port that is gone. */
  static void release(ResourceStore store, ObjectNode port) {
    store
        .where(LIST, "port_id", port.path("id"))
        .forEach(it -> store.change(LIST, it.path("id"), Json.object().putNull("port_id")));
  }

  /** The addresses that are reached through a router. */
  static List<Address> behind(ResourceStore store, ObjectNode router) {
    return store.where(LIST, "router_id", router.path("id")).stream()
        .map(it -> Address.of(it.path("fixed_ip_address").asText()))
        .toList();
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    store.where("ports", "device_id", gone.path("id")).forEach(it -> store.drop("ports", it));
  }

  @Override
  public void show(ResourceStore store, ObjectNode floating, Shown when) {
    floating.putNull("port_details");
    store
        .where("ports", "id", floating.path("port_id"))
        .forEach(
            it ->
                floating.set(
                    "port_details",
                    it.deepCopy()
                        .retain(
                            "name",
                            "network_id",
                            "mac_address",
                            "admin_state_up",
                            "status",
                            "device_id",
                            "device_owner")));
  }
}
