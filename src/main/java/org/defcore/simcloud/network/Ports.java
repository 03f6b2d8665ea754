package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.defcore.simcloud.resource.ResourceRules;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Json;

/** Ports, by which servers and the network's own devices are tied to networks. */
final class Ports implements ResourceRules {

  /** The beginning of the owner of a server's port. */
  static final String OF_SERVERS = "compute:";

  /** Returns whether it is a port of the network's own devices, routers among them. */
  static boolean isOfNetwork(JsonNode port) {
    return port.path("device_owner").asText().startsWith("network:");
  }

  /** Returns whether the network has a port for itself, which goes when the network goes. */
  static boolean isAid(JsonNode port) {
    return port.path("device_owner").asText().equals("network:dhcp");
  }

  /** Checks that no port has the id of a resource in an attribute, but aids of the network. */
  static void requireNoUse(ResourceStore store, ObjectNode used, String attribute, String fault) {
    String id = used.path("id").asText();
    boolean inUse =
        store.shelf("ports").everyone(it -> !isAid(it)).stream()
            .flatMap(it -> it.findValues(attribute).stream())
            .anyMatch(it -> ResourceStore.ids(it).contains(id));
    refuseIf(inUse, fault, id);
  }

  @Override
  public void making(ResourceStore store, ObjectNode made) {
    if (!made.has("mac_address")) {
      String hex = Ids.hex32();
      made.put("mac_address", "fa:16:3e" + hex.substring(0, 6).replaceAll("(..)", ":$1"));
    }
    if (!made.has("security_groups")) {
      String usual = Ids.builtIn("security group of " + made.path("project_id").asText());
      made.set("security_groups", Json.array().add(usual));
    }
    changing(store, made, made);
  }

  @Override
  public void changing(ResourceStore store, ObjectNode before, ObjectNode changed) {
    JsonNode network = changed.path("network_id");
    String mac = changed.path("mac_address").asText().toLowerCase(Locale.ROOT);
    boolean used =
        store.where("ports", "network_id", network).stream()
            .filter(it -> !it.path("id").equals(changed.path("id")))
            .anyMatch(it -> it.path("mac_address").asText().equals(mac));
    refuseIf(used, "MacAddressInUse", network, mac);
    changed.put("mac_address", mac);
    changed.set("fixed_ips", new AddressChoice(store, changed).addresses());
  }

  @Override
  public void removing(ResourceStore store, ObjectNode gone) {
    boolean needed = isOfNetwork(gone) && !isAid(gone);
    refuseIf(needed, "ServicePortInUse", gone.path("id"), gone.path("device_owner"));
  }

  @Override
  public void removed(ResourceStore store, ObjectNode gone) {
    FloatingIps.release(store, gone);
  }
}
