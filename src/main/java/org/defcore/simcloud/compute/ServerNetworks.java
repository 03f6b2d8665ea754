package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** Ports of a server, as ties to networks. */
final class ServerNetworks {

  private static final String ONE = "GET /v2.1/servers/{server}";

  private final ServerStore servers;

  ServerNetworks(ServerStore servers) {
    this.servers = servers;
  }

  List<Operation> operations() {
    return List.of(
        Operation.of("compute.server-ips.list", ONE + "/ips", this::addresses),
        Operation.of("compute.server-ips.show", ONE + "/ips/{network}", this::network),
        Operation.of("compute.interfaces.list", ONE + "/os-interface", this::interfaces));
  }

  private Reply addresses(Incoming request) {
    Server server = servers.find(request);
    ObjectNode addresses = ServerView.addresses(server, ServerView.Extent.BASIC);
    return Reply.json(200, Json.wrap("addresses", addresses));
  }

  private Reply network(Incoming request) {
    Server server = servers.find(request);
    String name = request.part("network");
    JsonNode addresses = ServerView.addresses(server, ServerView.Extent.BASIC).path(name);
    if (addresses.isMissingNode()) {
      throw ComputeFaults.notFound("Instance is not a member of specified network");
    }
    return Reply.json(200, Json.wrap(name, addresses));
  }

  private Reply interfaces(Incoming request) {
    ArrayNode items = Json.array();
    servers.find(request).ports().forEach(it -> items.add(attachment(request, it)));
    return Reply.json(200, Json.wrap("interfaceAttachments", items));
  }

  private static ObjectNode attachment(Incoming request, Port port) {
    ObjectNode body =
        Json.object()
            .put("net_id", port.link().network())
            .put("port_id", port.id())
            .put("mac_addr", port.mac())
            .put("port_state", "ACTIVE");
    ObjectNode address =
        Json.object().put("subnet_id", port.link().subnet()).put("ip_address", port.address());
    body.set("fixed_ips", Json.array().add(address));
    if (ComputeVersions.of(request).atLeast(70)) {
      body.putNull("tag");
    }
    return body;
  }
}
