package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.defect.Behaviour;
import org.defcore.simcloud.defect.Defects;
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
  private final Defects defects;

  ServerCreation(ServerStore servers, KeyPairs keyPairs, Pace pace, Defects defects) {
    this.servers = servers;
    this.keyPairs = keyPairs;
    this.pace = pace;
    this.defects = defects;
  }

  Reply create(Incoming request) throws IOException {
    ServerRequest asked =
        ServerRequest.read(
            Document.read(
                request, "server", List.of("os:scheduler_hints", "OS-SCH-HNT:scheduler_hints")),
            Microversion.of(request),
            defects);
    ServerSpec spec = spec(request, asked);
    Optional<String> key = key(request, asked);
    requireNetworks(request, asked);
    int number = defects.on(Behaviour.SERVER_ONLY_ONE) ? 1 : granted(request, asked.count());
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
    if (!known && !defects.on(Behaviour.SERVER_UNKNOWN_IMAGE)) {
      throw Document.bad("Can not find requested image");
    }
    String name = defects.on(Behaviour.SERVER_OTHER_NAME) ? "another name" : asked.name();
    requireFreeName(request, name);
    String image = defects.on(Behaviour.SERVER_OTHER_IMAGE) ? Ids.uuid() : asked.image();
    return new ServerSpec(
        name,
        image,
        flavor(asked.flavor()),
        defects.on(Behaviour.SERVER_LOSES_METADATA) ? Map.of() : asked.metadata(),
        defects.on(Behaviour.SERVER_LOSES_ACCESS) ? Access.NONE : asked.access());
  }

  private void requireFreeName(Incoming request, String name) {
    boolean used =
        servers.own(request.caller().project()).stream()
            .anyMatch(it -> it.spec().name().equals(name));
    if (used && defects.on(Behaviour.SERVER_NAME_ONCE)) {
      throw ComputeFaults.conflict("Server " + name + " already exists.");
    }
  }

  private Flavor flavor(String id) {
    Flavors flavors = servers.surroundings().flavors();
    Optional<Flavor> known = flavors.known(id);
    if (known.isEmpty() && !defects.on(Behaviour.SERVER_UNKNOWN_FLAVOR)) {
      throw Document.bad("Flavor " + id + " could not be found.");
    }
    Flavor flavor = known.orElse(flavors.first());
    return defects.on(Behaviour.SERVER_OTHER_FLAVOR) ? flavors.otherThan(flavor) : flavor;
  }

  private Optional<String> key(Incoming request, ServerRequest asked) {
    for (String name : asked.keyName().stream().toList()) {
      boolean known = keyPairs.has(request.caller().userId(), name);
      if (!known) {
        throw Document.bad("Invalid key_name provided.");
      }
    }
    return defects.on(Behaviour.SERVER_LOSES_KEY) ? Optional.empty() : asked.keyName();
  }

  private void requireNetworks(Incoming request, ServerRequest asked) {
    String home = home(request).network();
    for (ServerRequest.Wish wish : asked.networks()) {
      boolean known = wish.network().isEmpty() || wish.network().equals(home);
      if (!known && !defects.on(Behaviour.SERVER_UNKNOWN_NETWORK)) {
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
    if (defects.on(Behaviour.SERVER_STAYS_BUILDING)) {
      return server;
    }
    List<ServerRequest.Wish> wishes = asked.networks();
    stages.then(() -> connect(server, home(request), wishes));
    stages.then(() -> finish(server, wishes));
    return server;
  }

  private void connect(Server server, Link home, List<ServerRequest.Wish> wishes) {
    server.enter(ServerState.building("spawning"));
    if (defects.on(Behaviour.SERVER_NO_ADDRESSES)) {
      return;
    }
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
    boolean connected =
        server.ports().size() == wishes.size() || defects.on(Behaviour.SERVER_NO_ADDRESSES);
    if (connected && !defects.on(Behaviour.SERVER_FAILS)) {
      server.launch(ServerState.ACTIVE);
    } else {
      server.breakDown(NO_HOST);
    }
  }

  private Reply answer(Incoming request, ServerRequest asked, Server first) {
    if (asked.count().reservation() || defects.on(Behaviour.SERVER_RESERVATION)) {
      String reservation = "r-" + Ids.hex32().substring(0, 8);
      return Reply.json(202, Json.object().put("reservation_id", reservation));
    }
    ObjectNode body = Json.object().put("id", first.id());
    body.set("links", ServerView.links(request, first.id()));
    body.put("OS-DCF:diskConfig", first.origin().diskConfig());
    body.set("security_groups", ServerView.groups());
    boolean other = defects.on(Behaviour.SERVER_OTHER_PASSWORD);
    body.put(
        "adminPass", other ? password() : asked.password().orElseGet(ServerCreation::password));
    return Reply.json(202, Json.wrap("server", body))
        .with("Location", request.base() + "/v2.1/servers/" + first.id());
  }

  static String password() {
    return Ids.hex32().substring(0, 12);
  }
}
