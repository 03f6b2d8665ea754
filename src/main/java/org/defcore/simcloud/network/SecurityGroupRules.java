package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.network.Attribute.Trait;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Json;

/** Rules of security groups. */
final class SecurityGroupRules implements NetworkRules {

  private static final int LAST_PORT = 65535;
  private static final List<String> WHAT_IT_LETS_THROUGH =
      List.of(
          "direction",
          "ethertype",
          "port_range_min",
          "port_range_max",
          "remote_group_id",
          "remote_ip_prefix");

  private static final NetworkResource TYPE =
      NetworkResource.of(
          "security_group_rule",
          "Security group rule %s does not exist",
          Attribute.of("security_group_id", Form.TEXT, Attribute.FOUND)
              .references("security_groups")
              .required()
              .fixed(),
          Attribute.of("direction", Form.oneOf("ingress", "egress"), Attribute.FOUND)
              .required()
              .fixed(),
          Attribute.of("protocol", (name, sent) -> Protocols.read(sent), Attribute.NULL).fixed(),
          Attribute.of("port_range_min", SecurityGroupRules::port, Attribute.NULL).fixed(),
          Attribute.of("port_range_max", SecurityGroupRules::port, Attribute.NULL).fixed(),
          Attribute.of("ethertype", SecurityGroupRules::ethertype, TextNode.valueOf("IPv4"))
              .fixed(),
          Attribute.of("remote_group_id", Form.TEXT.orNull(), Attribute.NULL)
              .references("security_groups")
              .fixed(),
          Attribute.of("remote_ip_prefix", Form.RANGE.orNull(), Attribute.NULL).fixed(),
          Attribute.given("remote_address_group_id", Attribute.NULL),
          Attribute.given("normalized_cidr", Attribute.FOUND),
          Attribute.given("standard_attr_id", Attribute.FOUND).with(Trait.HIDDEN),
          Attribute.given("tags", Json.array()).with(Trait.HIDDEN));

  private final Defects defects;
  private int numbers;

  SecurityGroupRules(Defects defects) {
    this.defects = defects;
  }

  @Override
  public NetworkResource type() {
    return TYPE;
  }

  private static JsonNode port(String name, JsonNode sent) {
    if (sent.isNull()) {
      return sent;
    }
    String text = sent.asText();
    boolean number = text.matches("-?\\d{1,9}");
    boolean fits = number && Integer.parseInt(text) >= 0 && Integer.parseInt(text) <= LAST_PORT;
    if (!fits) {
      throw RuleFit.badPort(text);
    }
    return IntNode.valueOf(Integer.parseInt(text));
  }

  private static JsonNode ethertype(String name, JsonNode sent) {
    for (String known : List.of("IPv4", "IPv6")) {
      if (known.equalsIgnoreCase(sent.asText())) {
        return TextNode.valueOf(known);
      }
    }
    throw NetworkFaults.badRequest(
        "SecurityGroupRuleInvalidEtherType",
        "Security group rule for ethertype '%s' not supported. Allowed values are ['IPv4', 'IPv6']."
            .formatted(sent.asText()));
  }

  @Override
  public void making(NetworkStore store, ObjectNode made) {
    // All ports are as good as none, and cheaper to keep.
    if (made.path("port_range_min").asInt() == 1
        && made.path("port_range_max").asInt() == LAST_PORT) {
      made.putNull("port_range_min").putNull("port_range_max");
    }
    RuleFit.check(made);
    for (JsonNode other :
        store.where(
            "security_group_rules", "security_group_id", made.path("security_group_id").asText())) {
      if (isSame(made, other)) {
        throw NetworkFaults.conflict(
            "SecurityGroupRuleExists",
            "Security group rule already exists. Rule id is " + other.path("id").asText() + ".");
      }
    }
    made.set("normalized_cidr", made.path("remote_ip_prefix"));
    made.put("standard_attr_id", ++numbers);
  }

  // By number, as two names may mean one protocol.
  private static boolean isSame(JsonNode one, JsonNode other) {
    return Protocols.number(one.path("protocol")) == Protocols.number(other.path("protocol"))
        && WHAT_IT_LETS_THROUGH.stream().allMatch(it -> one.path(it).equals(other.path(it)));
  }

  @Override
  public void made(NetworkStore store, ObjectNode made) {
    // Rules that a group begins with have no description, and are no change of it.
    if (!made.path("description").isNull()) {
      touch(store, made);
    }
  }

  @Override
  public void removed(NetworkStore store, ObjectNode gone) {
    touch(store, gone);
  }

  private static void touch(NetworkStore store, ObjectNode rule) {
    store.change("security_groups", rule.path("security_group_id").asText(), Json.object());
  }

  @Override
  public Handler creating(NetworkStore store, Handler create) {
    return new RuleFlaws(store, defects).around(create);
  }
}
