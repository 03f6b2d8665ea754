package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.defcore.simcloud.wire.Json;

/** Networks. */
final class Networks implements NetworkRules {

  private static final NetworkResource TYPE =
      NetworkResource.of(
              "network",
              "Network %s could not be found.",
              Attribute.text("name"),
              Attribute.flag("admin_state_up", true),
              Attribute.flag("shared", false).with(Attribute.Trait.ADMIN),
              Attribute.flag("router:external", false).with(Attribute.Trait.ADMIN),
              Attribute.flag("is_default", false).with(Attribute.Trait.ADMIN),
              Attribute.flag("port_security_enabled", true),
              Attribute.of("mtu", Form.NUMBER, IntNode.valueOf(1450)),
              Attribute.list("availability_zone_hints", Form.TEXT).fixed(),
              Attribute.given("availability_zones", Json.array()),
              Attribute.given("ipv4_address_scope", Attribute.NULL),
              Attribute.given("ipv6_address_scope", Attribute.NULL),
              Attribute.given("qos_policy_id", Attribute.NULL),
              Attribute.given("status", TextNode.valueOf("ACTIVE")),
              Attribute.given("revision_number", IntNode.valueOf(1)),
              Attribute.given("subnets", Attribute.FOUND))
          .usedBy(
              "network_id",
              "NetworkInUse",
              "Unable to complete operation on network %s. There are one or more ports still in use"
                  + " on the network.");

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  @Override
  public void removed(NetworkStore store, ObjectNode gone) {
    for (String plural : new String[] {"ports", "subnets"}) {
      store
          .where(plural, "network_id", gone.path("id").asText())
          .forEach(it -> store.shelf(plural).remove(it.path("id").asText()));
    }
  }

  @Override
  public ObjectNode shownWhenMade(NetworkStore store, ObjectNode stored) {
    boolean usual = stored.path("is_default").asBoolean();
    return shown(store, stored).put("is_default", usual);
  }

  @Override
  public ObjectNode shown(NetworkStore store, ObjectNode stored) {
    ObjectNode network = TYPE.shown(stored);
    if (!network.path("router:external").asBoolean()) {
      network.remove("is_default");
    }
    network.set(
        "subnets",
        Json.strings(
            store.where("subnets", "network_id", network.path("id").asText()).stream()
                .map(it -> it.path("id").asText())
                .sorted()
                .toList()));
    return network;
  }
}
