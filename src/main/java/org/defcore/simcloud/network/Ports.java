package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** Ports, by which servers and the network's own devices are tied to networks. */
final class Ports implements NetworkRules {

  /** The beginning of the owner of a server's port. */
  static final String OF_SERVERS = "compute:";

  private static final NetworkResource TYPE =
      NetworkResource.of(
          "port",
          "Port %s could not be found.",
          Attribute.text("name"),
          Attribute.of("network_id", Form.UUID, Attribute.FOUND)
              .references("networks")
              .required()
              .fixed(),
          Attribute.flag("admin_state_up", true),
          Attribute.of("mac_address", Form.MAC, Attribute.FOUND),
          Attribute.of(
              "fixed_ips",
              Form.listOf(Form.object(Map.of("subnet_id", Form.UUID, "ip_address", Form.ADDRESS))),
              Attribute.FOUND),
          Attribute.text("device_id"),
          Attribute.text("device_owner"),
          Attribute.of("security_groups", Form.listOf(Form.UUID), Attribute.FOUND)
              .references("security_groups"),
          Attribute.list(
              "allowed_address_pairs",
              Form.object(
                  Map.of(
                      "mac_address",
                      Form.MAC,
                      "ip_address",
                      Form.matching(
                          "IP address",
                          it ->
                              Address.parse(it).isPresent()
                                  || AddressRange.parse(it).isPresent())))),
          Attribute.list(
              "extra_dhcp_opts",
              Form.object(
                  Map.of(
                      "opt_name", Form.TEXT,
                      "opt_value", Form.TEXT.orNull(),
                      "ip_version", Form.oneOf("4", "6")))),
          Attribute.flag("port_security_enabled", true),
          Attribute.of(
              "binding:vnic_type",
              Form.oneOf("normal", "direct", "macvtap", "baremetal"),
              TextNode.valueOf("normal")),
          Attribute.given("revision_number", IntNode.valueOf(1)),
          Attribute.given("qos_policy_id", Attribute.NULL),
          Attribute.given("qos_network_policy_id", Attribute.NULL),
          Attribute.given("status", TextNode.valueOf("DOWN")));

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  /** Returns whether it is a port of the network's own devices, routers among them. */
  static boolean isOfNetwork(JsonNode port) {
    return port.path("device_owner").asText().startsWith("network:");
  }

  /** Returns whether the network has a port for itself, which goes when the network goes. */
  static boolean isAid(JsonNode port) {
    return port.path("device_owner").asText().equals("network:dhcp");
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    String project = made.path("project_id").asText();
    if (!made.has("mac_address")) {
      made.put("mac_address", mac());
    }
    if (!made.has("security_groups")) {
      String usual = Ids.builtIn("security group of " + project);
      made.set("security_groups", Json.array().add(usual));
    }
    check(store, made);
    made.set("fixed_ips", new AddressChoice(store, made).addresses());
  }

  private static String mac() {
    String hex = Ids.hex32();
    return "fa:16:3e:%s:%s:%s"
        .formatted(hex.substring(0, 2), hex.substring(2, 4), hex.substring(4, 6));
  }

  private static void check(NetworkStore store, ObjectNode port) {
    String network = port.path("network_id").asText();
    String mac = port.path("mac_address").asText().toLowerCase(Locale.ROOT);
    boolean used =
        store.where("ports", "network_id", network).stream()
            .filter(it -> !it.path("id").equals(port.path("id")))
            .anyMatch(it -> it.path("mac_address").asText().equals(mac));
    if (used) {
      throw NetworkFaults.conflict(
          "MacAddressInUse",
          "Unable to complete operation for network %s. The mac address %s is in use."
              .formatted(network, mac));
    }
    port.put("mac_address", mac);
  }

  @Override
  public void changing(NetworkStore store, ObjectNode before, ObjectNode changed) {
    check(store, changed);
    changed.set("fixed_ips", new AddressChoice(store, changed).addresses());
  }

  @Override
  public void removing(NetworkStore store, ObjectNode gone) {
    String owner = gone.path("device_owner").asText();
    if (isOfNetwork(gone) && !isAid(gone)) {
      throw NetworkFaults.conflict(
          "ServicePortInUse",
          "Port %s cannot be deleted directly via the port API: has device owner %s."
              .formatted(gone.path("id").asText(), owner));
    }
  }
}
