package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.defcore.simcloud.compute.keypair.KeyPairs;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.guest.Guest;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.wire.Handler;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Operation;
import org.defcore.simcloud.wire.Reply;

/** All operations on servers; one request at a time, each sees what is due by then. */
final class Servers {

  private static final String ALL = " /v2.1/servers";
  private static final String ONE = ALL + "/{server}";

  private final ServerStore servers;
  private final ServerCreation creation;
  private final VolumeAttachments attachments;
  private final ServerActions actions;
  private final ServerFlaws flaws;

  Servers(ServerStore servers, KeyPairs keyPairs, Pace pace, Defects defects) {
    this.servers = servers;
    this.creation = new ServerCreation(servers, keyPairs, pace);
    this.flaws = new ServerFlaws(servers, defects);
    Failures failures = new Failures(servers.kind(), defects);
    this.actions = new ServerActions(servers, failures);
    this.attachments = new VolumeAttachments(servers, actions, failures);
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
    all.add(Operation.of("compute.servers.action", "POST" + ONE + "/action", this::unknown));
    all.add(
        Operation.keyed(
            "compute.servers.force-delete",
            "POST" + ONE + "/action",
            "forceDelete",
            it -> delete(it).withStatus(202)));
    all.addAll(actions.operations());
    all.addAll(new Consoles(servers).operations());
    all.addAll(new ServerMetadata(servers).operations());
    all.addAll(new ServerNetworks(servers).operations());
    all.addAll(new InstanceActions(servers).operations());
    all.addAll(attachments.operations());
    return all.stream().map(it -> it.with(alone(flaws.around(it)))).toList();
  }

  /** The servers that exist, one line each. */
  List<String> resources() {
    synchronized (servers) {
      settle();
      return servers.resources();
    }
  }

  /** The guest at an address. */
  Optional<Guest> guest(String address) {
    synchronized (servers) {
      settle();
      return servers.everyOne().stream()
          .filter(it -> it.state().status().equals("ACTIVE"))
          .filter(it -> it.ports().stream().anyMatch(port -> port.address().equals(address)))
          .map(it -> it.guest(servers.kind().userland()))
          .findFirst();
    }
  }

  /** Number and size of the servers of a project. */
  Usage usage(String project) {
    synchronized (servers) {
      settle();
      List<Server> own = servers.own(project);
      int cores = own.stream().mapToInt(it -> it.spec().flavor().vcpus()).sum();
      int ram = own.stream().mapToInt(it -> it.spec().flavor().ram()).sum();
      return new Usage(own.size(), cores, ram);
    }
  }

  /** The used part of the quotas. */
  record Usage(int instances, int cores, int ram) {}

  private Handler alone(Handler handler) {
    return request -> {
      Incoming arrived = request.arrived();
      synchronized (servers) {
        settle();
        return handler.answer(arrived);
      }
    };
  }

  private void settle() {
    servers.settle();
    attachments.settle();
  }

  private Reply show(Incoming request) {
    ObjectNode body = ServerView.of(request, servers.find(request), ServerView.Extent.FULL);
    return Reply.json(200, Json.wrap("server", body));
  }

  private Reply update(Incoming request) throws IOException {
    JsonNode asked = Document.read(request, "server");
    Document.requireOnly("server", asked, updatable(request));
    ServerRules.diskConfig(asked);
    String name = asked.has("name") ? ServerRules.name(asked.path("name")) : "";
    Server server = servers.find(request);
    ServerSpec spec = server.spec();
    Access access = ServerRules.access(asked, spec.access());
    if (asked.has("hostname")) {
      server.rename(ServerRules.hostName(asked.path("hostname")));
    }
    server.change((asked.has("name") ? spec.named(name) : spec).with(access));
    return Reply.json(
        200, Json.wrap("server", ServerView.of(request, server, ServerView.Extent.BASIC)));
  }

  private static Set<String> updatable(Incoming request) {
    Set<String> fields =
        new TreeSet<>(
            Set.of("name", "accessIPv4", "accessIPv6", "OS-DCF:diskConfig", "description"));
    if (ComputeVersions.of(request).atLeast(90)) {
      fields.add("hostname");
    }
    return fields;
  }

  private Reply delete(Incoming request) throws IOException {
    return actions.take(request, "delete", this::leave);
  }

  private ServerActions.Begun leave(ServerActions.Call call) {
    Server server = call.server();
    Permit.requireUnlocked(server);
    server.stages().drop();
    call.enter("deleting");
    call.later(() -> servers.remove(server));
    return ServerActions.Begun.well(ServerActions.ACCEPTED.withStatus(204));
  }

  private Reply unknown(Incoming request) throws IOException {
    JsonNode body = request.json().orElse(Json.object());
    if (body.size() != 1 || !body.isObject()) {
      throw Document.bad("Malformed request body");
    }
    throw Document.bad("There is no such action: " + body.fieldNames().next());
  }
}
