package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.resource.Metadata;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** All operations on servers; one request at a time, each sees what is due by then. */
final class Servers {

  private static final String ALL = " /v2.1/servers";
  private static final String ONE = ALL + "/{server}";
  private static final List<String> METADATA =
      Stream.of("list", "replace", "update", "show-item", "set-item", "delete-item")
          .map("compute.server-metadata."::concat)
          .toList();

  private final ServerStore servers;
  private final ServerCreation creation;
  private final VolumeAttachments attachments;
  private final ServerActions actions;
  private final ServerFlaws flaws;

  Servers(ServerStore servers, KeyPairs keyPairs) {
    this.servers = servers;
    this.creation = new ServerCreation(servers, new BootVolumes(servers), keyPairs);
    this.flaws = new ServerFlaws(servers);
    this.actions = new ServerActions(servers);
    this.attachments = new VolumeAttachments(servers, actions);
  }

  List<Operation> operations() {
    ServerListing listing = new ServerListing(servers);
    List<Operation> all = new ArrayList<>();
    all.add(Operation.of("compute.servers.create", "POST" + ALL, creation::create));
    all.add(Operation.of("compute.servers.list", "GET" + ALL, listing::list));
    all.add(Operation.of("compute.servers.detail", "GET" + ALL + "/detail", listing::detail));
    all.add(Operation.of("compute.servers.show", "GET" + ONE, this::show));
    all.add(Operation.of("compute.servers.update", "PUT" + ONE, this::update));
    all.add(Operation.of("compute.servers.delete", "DELETE" + ONE, this::delete));
    String action = "POST" + ONE + "/action";
    all.add(Operation.of("compute.servers.action", action, this::unknown));
    all.add(
        Operation.keyed(
            "compute.servers.force-delete",
            action,
            "forceDelete",
            it -> delete(it).withStatus(202)));
    all.add(Operation.of("compute.server-ips.list", "GET" + ONE + "/ips", this::addresses));
    all.add(Operation.of("compute.server-ips.show", "GET" + ONE + "/ips/{network}", this::network));
    all.add(
        Operation.of("compute.interfaces.list", "GET" + ONE + "/os-interface", this::interfaces));
    all.addAll(actions.operations());
    all.addAll(new Consoles(servers).operations());
    all.addAll(
        new Metadata(
                new Metadata.Holder(
                    it -> servers.find(it).document(),
                    this::changeMetadata,
                    it -> "Metadata item was not found",
                    ComputeFaults::fault),
                ServerActions.ACCEPTED.withStatus(204))
            .operations(ONE.strip(), METADATA));
    all.addAll(new ServerTags(servers).operations());
    all.addAll(new GroupProxy(servers).ofServers());
    all.addAll(ActionLog.operations(servers));
    all.addAll(attachments.operations());
    return all.stream().map(it -> it.with(alone(flaws.around(it)))).toList();
  }

  /** The servers that exist, one line each. */
  List<String> resources() {
    synchronized (servers) {
      return servers.everyOne().stream()
          .map(it -> "server " + it.id() + " " + it.name())
          .sorted()
          .toList();
    }
  }

  /** The guest at an address. */
  Optional<Guest> guest(String address) {
    synchronized (servers) {
      return servers.everyOne().stream()
          .filter(it -> it.state().status().equals("ACTIVE"))
          .filter(it -> it.ports().stream().anyMatch(port -> port.address().equals(address)))
          .map(it -> it.guest(servers.world().kind().userland()))
          .findFirst();
    }
  }

  private Handler alone(Handler handler) {
    return request -> {
      Incoming arrived = request.arrived();
      synchronized (servers) {
        attachments.settle();
        return handler.answer(arrived);
      }
    };
  }

  private Reply show(Incoming request) {
    ObjectNode body = ServerView.of(request, servers.find(request));
    return Reply.json(200, Json.wrap("server", body));
  }

  private Reply update(Incoming request) throws IOException {
    JsonNode asked = request.sent("server");
    Server server = servers.find(request);
    server.change(asked);
    ObjectNode body = ServerView.changed(request, server);
    return Reply.json(200, Json.wrap("server", body));
  }

  // Only servers at rest change theirs.
  private ObjectNode changeMetadata(Incoming request, UnaryOperator<ObjectNode> how) {
    Server server = servers.find(request);
    ObjectNode changed = how.apply(server.document()).retain("metadata");
    server.requireUnlocked();
    server.requireIdle("update metadata", Set.of("active", "stopped"));
    server.change(changed);
    return changed;
  }

  private Reply delete(Incoming request) throws IOException {
    return actions.take(request, "delete", this::leave);
  }

  private ServerActions.Begun leave(ServerActions.Call call) {
    Server server = call.server();
    server.requireUnlocked();
    server.stages().drop();
    call.enter("deleting");
    call.later(() -> servers.remove(server));
    return ServerActions.Begun.well(ServerActions.ACCEPTED.withStatus(204));
  }

  private Reply addresses(Incoming request) {
    ObjectNode addresses = ServerView.basicAddresses(servers.find(request));
    return Reply.json(200, Json.wrap("addresses", addresses));
  }

  private Reply network(Incoming request) {
    String name = request.part("network");
    JsonNode addresses = ServerView.basicAddresses(servers.find(request)).path(name);
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
        Json.form(
            """
            {"net_id": %s, "port_id": %s, "mac_addr": %s, "port_state": "ACTIVE", "tag": null,
             "fixed_ips": [{"subnet_id": %s, "ip_address": %s}]}
            """,
            port.link().network(), port.id(), port.mac(), port.link().subnet(), port.address());
    return ComputeVersions.of(request).cut(body, Map.of("tag", 70));
  }

  private Reply unknown(Incoming request) throws IOException {
    JsonNode body = request.json().orElse(Json.object());
    throw ComputeFaults.bad(
        body.size() == 1 && body.isObject()
            ? "There is no such action: " + body.fieldNames().next()
            : "Malformed request body");
  }
}
