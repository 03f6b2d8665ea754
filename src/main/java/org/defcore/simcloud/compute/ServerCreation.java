package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defcore.simcloud.compute.keypair.KeyPairs;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.compute.request.ComputeVersions;
import org.defcore.simcloud.compute.request.Document;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.network.Link;
import org.defcore.simcloud.pace.Pace;
import org.defcore.simcloud.pace.Stages;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Refusal;
import org.defcore.simcloud.wire.Reply;

/** Servers from the wish to the running machine. */
final class ServerCreation {

  private static final Failure.Fault NO_HOST = new Failure.Fault(500, "No valid host was found.");

  private final ServerStore servers;
  private final KeyPairs keyPairs;
  private final Pace pace;

  ServerCreation(ServerStore servers, KeyPairs keyPairs, Pace pace) {
    this.servers = servers;
    this.keyPairs = keyPairs;
    this.pace = pace;
  }

  Reply create(Incoming request) throws IOException {
    ServerRequest asked =
        ServerRequest.read(
            Document.read(
                request, "server", List.of("os:scheduler_hints", "OS-SCH-HNT:scheduler_hints")),
            ComputeVersions.of(request));
    ServerSpec spec = spec(request, asked);
    Optional<String> key = key(request, asked);
    requireNetworks(request, asked);
    int number = granted(request, asked.count());
    String requestId = Ids.request();
    List<Server> made = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      ServerSpec one = number == 1 ? spec : spec.named(spec.name() + "-" + i);
      made.add(begin(request, asked, one, key));
    }
    // Of those made at once, the first one is listed first.
    for (int i = made.size() - 1; i >= 0; i--) {
      made.get(i).log("create", requestId);
      servers.add(made.get(i));
    }
    return answer(request, asked, made.get(0)).with(ComputeService.REQUEST_ID, requestId);
  }

  private ServerSpec spec(Incoming request, ServerRequest asked) {
    if (asked.image().isEmpty()) {
      throw Document.bad("Missing imageRef attribute");
    }
    boolean known =
        servers.surroundings().images().find(asked.image(), request.caller()).isPresent();
    if (!known) {
      throw Document.bad("Can not find requested image");
    }
    return new ServerSpec(
        asked.name(),
        asked.image(),
        servers.surroundings().flavors().named(asked.flavor()),
        asked.metadata(),
        asked.access());
  }

  private Optional<String> key(Incoming request, ServerRequest asked) {
    if (asked.keyName().filter(it -> !keyPairs.has(request.caller().userId(), it)).isPresent()) {
      throw Document.bad("Invalid key_name provided.");
    }
    return asked.keyName();
  }

  private void requireNetworks(Incoming request, ServerRequest asked) {
    String home = home(request).network();
    for (ServerRequest.Wish wish : asked.networks()) {
      boolean known = wish.network().isEmpty() || wish.network().equals(home);
      if (!known) {
        throw Document.bad("Network " + wish.network() + " could not be found.");
      }
    }
  }

  private Link home(Incoming request) {
    return servers.surroundings().networks().home(request.caller().project());
  }

  // As many as there is room for, if that is as many as are asked for at least.
  private int granted(Incoming request, ServerRequest.Count count) {
    int used = servers.own(request.caller().project()).size();
    int room = Quotas.INSTANCES - used;
    if (count.least() > room) {
      String wanted =
          count.least() == count.most() ? "" + count.least() : count.least() + "-" + count.most();
      throw new Refusal(
          ComputeFaults.fault(
              403,
              "forbidden",
              "Quota exceeded for instances: Requested %s, but already used %d of %d instances"
                  .formatted(wanted, used, Quotas.INSTANCES)));
    }
    return Math.min(count.most(), room);
  }

  private Server begin(
      Incoming request, ServerRequest asked, ServerSpec spec, Optional<String> key) {
    Server.Origin origin =
        new Server.Origin(
            Ids.uuid(),
            request.caller(),
            servers.clock().instant(),
            key,
            asked.description(),
            asked.diskConfig(),
            Server.FirstBoot.of(
                spec.name(), key.flatMap(it -> keyPairs.publicKey(request.caller().userId(), it))));
    Stages stages = new Stages(servers.clock(), pace);
    Server server = new Server(origin, spec, stages, servers.clock());
    stages.then(server::schedule);
    List<ServerRequest.Wish> wishes = asked.networks();
    stages.then(() -> connect(server, home(request), wishes));
    stages.then(() -> finish(server, wishes));
    return server;
  }

  private void connect(Server server, Link home, List<ServerRequest.Wish> wishes) {
    server.enter(ServerState.building("spawning"));
    for (ServerRequest.Wish wish : wishes) {
      servers
          .surroundings()
          .networks()
          .plug(server.origin().owner().project(), home, server.id(), wish.address())
          .ifPresent(server.ports()::add);
    }
  }

  // A server that could not have a wished address has no place to run.
  private void finish(Server server, List<ServerRequest.Wish> wishes) {
    if (server.ports().size() == wishes.size()) {
      server.launch(ServerState.ACTIVE);
    } else {
      server.breakDown(NO_HOST);
    }
  }

  private Reply answer(Incoming request, ServerRequest asked, Server first) {
    if (asked.count().reservation()) {
      String reservation = "r-" + Ids.hex32().substring(0, 8);
      return Reply.json(202, Json.object().put("reservation_id", reservation));
    }
    ObjectNode body = Json.object().put("id", first.id());
    body.set("links", ServerView.links(request, first.id()));
    body.put("OS-DCF:diskConfig", first.origin().diskConfig());
    body.set("security_groups", ServerView.groups());
    body.put("adminPass", asked.password().orElseGet(ServerCreation::password));
    return Reply.json(202, Json.wrap("server", body))
        .with("Location", request.base() + "/v2.1/servers/" + first.id());
  }

  static String password() {
    return Ids.hex32().substring(0, 12);
  }
}
