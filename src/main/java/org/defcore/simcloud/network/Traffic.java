package org.defcore.simcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What a rule lets through.
 *
 * @param direction {@code ingress} or {@code egress}
 * @param ethertype {@code IPv4} or {@code IPv6}
 * @param protocol as {@link Protocols#read} gives it
 * @param from the first port, or the type of ICMP
 * @param to the last port, or the code of ICMP
 * @param remoteGroup whose members are on the other end; null for everybody
 */
record Traffic(
    String direction,
    String ethertype,
    JsonNode protocol,
    JsonNode from,
    JsonNode to,
    JsonNode remoteGroup) {

  /** All of one direction, to and from everybody. */
  static Traffic all(String direction, String ethertype) {
    JsonNode none = NullNode.getInstance();
    return new Traffic(direction, ethertype, none, none, none, none);
  }

  Traffic with(JsonNode remote) {
    return new Traffic(direction, ethertype, protocol, from, to, remote);
  }

  Traffic of(JsonNode other, JsonNode first, JsonNode last) {
    return new Traffic(direction, ethertype, other, first, last, remoteGroup);
  }

  /** The same, with its protocol by number: two names may mean one. */
  Traffic byNumber() {
    JsonNode number =
        protocol.isNull()
            ? protocol
            : TextNode.valueOf(String.valueOf(Protocols.number(protocol.asText())));
    return new Traffic(direction, ethertype, number, from, to, remoteGroup);
  }
}
