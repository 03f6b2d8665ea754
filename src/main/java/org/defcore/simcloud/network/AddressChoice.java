package org.defcore.simcloud.network;

import static org.defcore.simcloud.network.NetworkFaults.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.resource.ResourceStore;
import org.defcore.simcloud.wire.Address;
import org.defcore.simcloud.wire.Json;

/** Chooses the addresses of a port among those of its network's subnets. */
final class AddressChoice {

  private static final String EXHAUSTED = "IpAddressGenerationFailure";

  private final ObjectNode port;
  private final List<ObjectNode> subnets;
  private final Set<Address> used = new TreeSet<>();

  AddressChoice(ResourceStore store, ObjectNode port) {
    JsonNode network = port.path("network_id");
    this.port = port;
    this.subnets = store.where("subnets", "network_id", network);
    store.where("ports", "network_id", network).stream()
        .filter(it -> !it.path("id").equals(port.path("id")))
        .flatMap(it -> it.path("fixed_ips").findValuesAsText("ip_address").stream())
        .map(Address::of)
        .forEach(used::add);
  }

  /**
   * The addresses that are wished for, or one of each version of IP that the network has, and those
   * that a port makes itself.
   */
  ArrayNode addresses() {
    ArrayNode chosen = Json.array();
    if (port.has("fixed_ips")) {
      port.path("fixed_ips").forEach(it -> chosen.add(take(chosen(it))));
    } else {
      chosen.addAll(usual());
    }
    if (!Ports.isOfNetwork(port)) {
      subnets.stream()
          .filter(SubnetFit::isAuto)
          .filter(it -> !chosen.findValues("subnet_id").contains(it.path("id")))
          .forEach(it -> chosen.add(take(own(it))));
    }
    return chosen;
  }

  private List<ObjectNode> usual() {
    List<ObjectNode> chosen = new ArrayList<>();
    for (int version : new int[] {4, 6}) {
      List<ObjectNode> candidates =
          subnets.stream()
              .filter(it -> it.path("ip_version").asInt() == version && !SubnetFit.isAuto(it))
              .toList();
      Optional<ObjectNode> free = candidates.stream().flatMap(it -> free(it).stream()).findFirst();
      refuseIf(!candidates.isEmpty() && free.isEmpty(), EXHAUSTED, port.path("network_id"));
      free.map(this::take).ifPresent(chosen::add);
    }
    return chosen;
  }

  private ObjectNode take(ObjectNode fixed) {
    used.add(Address.of(fixed.path("ip_address").asText()));
    return fixed;
  }

  private ObjectNode chosen(JsonNode wish) {
    Optional<ObjectNode> subnet =
        subnets.stream().filter(it -> it.path("id").equals(wish.path("subnet_id"))).findFirst();
    boolean elsewhere = wish.has("subnet_id") && subnet.isEmpty();
    refuseIf(elsewhere, "other-subnet", port.path("network_id"), wish.path("subnet_id"));
    if (wish.has("ip_address")) {
      return exactly(Address.of(wish.path("ip_address").asText()), subnet);
    }
    return subnet
        .flatMap(it -> makesItself(it) ? Optional.of(own(it)) : free(it))
        .orElseThrow(() -> NetworkFaults.of(EXHAUSTED, port.path("network_id")));
  }

  private ObjectNode exactly(Address address, Optional<ObjectNode> wished) {
    ObjectNode subnet =
        wished.map(List::of).orElse(subnets).stream()
            .filter(it -> AddressRange.of(it.path("cidr")).contains(address))
            .findFirst()
            .orElseThrow(
                () ->
                    NetworkFaults.of(
                        wished.isPresent() ? "InvalidIpForSubnet" : "InvalidIpForNetwork",
                        address));
    boolean foreign = makesItself(subnet) && !fixed(subnet, address).equals(own(subnet));
    refuseIf(foreign, "AllocationOnAutoAddressSubnet", address, subnet.path("id"));
    refuseIf(used.contains(address), "IpAddressAlreadyAllocated", address, subnet.path("id"));
    return fixed(subnet, address);
  }

  private boolean makesItself(ObjectNode subnet) {
    return SubnetFit.isAuto(subnet) && !Ports.isOfNetwork(port);
  }

  /** The address that a port makes of its MAC address, as EUI-64 has it. */
  private ObjectNode own(ObjectNode subnet) {
    String mac = port.path("mac_address").asText().replace(":", "");
    BigInteger host = new BigInteger(mac.substring(0, 6) + "fffe" + mac.substring(6), 16);
    Address first = AddressRange.of(subnet.path("cidr")).first();
    return fixed(subnet, new Address(6, first.number().add(host.flipBit(57))));
  }

  private Optional<ObjectNode> free(ObjectNode subnet) {
    for (JsonNode pool : subnet.path("allocation_pools")) {
      AddressRange range = AddressRange.pool(pool);
      Address next = range.first();
      while (used.contains(next)) {
        next = next.plus(1);
      }
      if (range.contains(next)) {
        return Optional.of(fixed(subnet, next));
      }
    }
    return Optional.empty();
  }

  private static ObjectNode fixed(ObjectNode subnet, Address address) {
    ObjectNode fixed = Json.object();
    fixed.set("subnet_id", subnet.path("id"));
    return fixed.put("ip_address", address.toString());
  }
}
