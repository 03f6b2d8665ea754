package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.network.Link;
import org.defcore.simcloud.network.NetworkStore;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Ids;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Json;
import org.defcore.simcloud.wire.Reply;
import org.defcore.simcloud.wire.Times;

/** Servers from the wish to the running machine. */
record ServerCreation(ServerStore servers, BootVolumes bootVolumes, KeyPairs keyPairs) {

  private static final Failure.Fault NO_HOST = new Failure.Fault(500, "No valid host was found.");

  // The fields of a new server that are told of it and that nothing else decides.
  private static final String DOCUMENT =
      """
      {"id": %s, "tenant_id": %s, "user_id": %s, "created": %s, "description": %s,
       "OS-EXT-SRV-ATTR:hostname": %s, "OS-DCF:diskConfig": "MANUAL", "key_name": null,
       "accessIPv4": "", "accessIPv6": "", "metadata": {}, "tags": [], "server_groups": [],
       "hostId": "", "OS-EXT-AZ:availability_zone": "", "config_drive": "", "image": "", "locked": false,
       "locked_reason": null, "trusted_image_certificates": null,
       "security_groups": [{"name": "default"}],
       "OS-SRV-USG:launched_at": null, "OS-SRV-USG:terminated_at": null}
      """;

  Reply create(Incoming request) throws IOException {
    JsonNode asked = request.sent("server");
    Caller owner = request.caller();
    requireKnown(asked, owner);
    Flavor flavor = servers.flavors().named(asked.path("flavorRef").asText());
    BootVolumes.require(flavor, asked);
    List<JsonNode> wishes = wishes(asked, owner);
    int number = granted(asked, owner);
    String requestId = Ids.request();
    List<Server> made = new ArrayList<>();
    // Of those made at once, the first one is listed first, so it is made last.
    for (int i = number; i > 0; i--) {
      ObjectNode one = asked.deepCopy();
      if (number > 1) {
        one.put("name", asked.path("name").asText() + "-" + i);
      }
      Server server = add(request, flavor, one);
      server.log().note("create", requestId, Optional.empty());
      begin(server, wishes);
      made.add(server);
    }
    return answer(request, asked, made.get(number - 1)).with(ComputeService.REQUEST_ID, requestId);
  }

  private void requireKnown(JsonNode asked, Caller owner) {
    if (!asked.path("availability_zone").asText("nova").equals("nova")) {
      throw ComputeFaults.bad("The requested availability zone is not available");
    }
    for (JsonNode group : asked.path("security_groups")) {
      String name = group.path("name").asText();
      if (!name.equals("default")) {
        throw ComputeFaults.bad("Unable to find security_group with name or id '" + name + "'");
      }
    }
    String image = BootVolumes.image(asked);
    if (image.isEmpty()) {
      throw ComputeFaults.bad("Missing imageRef attribute");
    }
    if (servers.image(image, owner).isEmpty()) {
      throw ComputeFaults.bad("Can not find requested image");
    }
    if (asked.has("key_name") && !keyPairs.has(owner.userId(), asked.path("key_name").asText())) {
      throw ComputeFaults.bad("Invalid key_name provided.");
    }
  }

  // The ports that are asked for, and the networks, all of which are the one at home.
  private List<JsonNode> wishes(JsonNode asked, Caller owner) {
    List<JsonNode> wishes = asked.path("networks").valueStream().toList();
    for (JsonNode wish : wishes) {
      String id = wish.path("uuid").asText();
      if (wish.has("port")) {
        requireFree(wish.path("port").asText(), owner);
      } else if (!id.equals(home(owner).network())) {
        throw ComputeFaults.bad("Network " + id + " could not be found.");
      }
    }
    boolean any = wishes.isEmpty() && !asked.path("networks").asText().equals("none");
    return any ? List.of(Json.object()) : wishes;
  }

  private void requireFree(String port, Caller owner) {
    String holder =
        servers
            .world()
            .networks()
            .holder(owner.project(), port)
            .orElseThrow(() -> ComputeFaults.bad("Port " + port + " could not be found."));
    if (!holder.isEmpty()) {
      throw ComputeFaults.conflict("Port " + port + " is still in use.");
    }
  }

  private Link home(Caller owner) {
    return servers.world().networks().home(owner.project());
  }

  // As many as there is room for, if that is as many as are asked for at least.
  private int granted(JsonNode asked, Caller owner) {
    int least = asked.path("min_count").asInt(1);
    int most = asked.path("max_count").asInt(least);
    if (least > most) {
      throw ComputeFaults.bad("min_count must be <= max_count");
    }
    int used = servers.own(owner.project()).size();
    if (least > Quotas.INSTANCES - used) {
      throw ComputeFaults.refusal(
          403,
          "Quota exceeded for instances: Requested %s, but already used %d of %d instances"
              .formatted(least == most ? least : least + "-" + most, used, Quotas.INSTANCES));
    }
    return Math.min(most, Quotas.INSTANCES - used);
  }

  private Server add(Incoming request, Flavor flavor, JsonNode asked) {
    Caller owner = request.caller();
    String name = asked.path("name").asText();
    String hostName =
        name.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-").replaceAll("[^a-z0-9.-]", "");
    // Until 2.18 it was not asked for.
    boolean described = ComputeVersions.of(request).atLeast(19);
    ObjectNode document =
        Json.form(
            DOCUMENT,
            Ids.uuid(),
            owner.project(),
            owner.userId(),
            Times.seconds(servers.world().timing().clock().instant()),
            described ? NullNode.getInstance() : name,
            hostName);
    Optional<String> key = keyPairs.publicKey(owner.userId(), asked.path("key_name").asText());
    Server server = servers.add(new Server.Origin(flavor, hostName, key), document, asked);
    bootVolumes.make(server, asked);
    return server;
  }

  private void begin(Server server, List<JsonNode> wishes) {
    server.stages().then(server::schedule);
    server.stages().then(() -> connect(server, wishes));
    server.stages().then(() -> finish(server, wishes));
  }

  private void connect(Server server, List<JsonNode> wishes) {
    server.enter(ServerState.building("spawning"));
    wishes.forEach(it -> plug(server, it).ifPresent(server.ports()::add));
  }

  private Optional<Port> plug(Server server, JsonNode wish) {
    NetworkStore networks = servers.world().networks();
    Caller owner = server.owner();
    return wish.has("port")
        ? networks.plug(owner.project(), wish.path("port").asText(), server.id())
        : networks.plug(
            owner.project(), home(owner), server.id(), wish.path("fixed_ip").asText(""));
  }

  // A server that could not have a wished address has no place to run.
  private static void finish(Server server, List<JsonNode> wishes) {
    if (server.ports().size() == wishes.size()) {
      server.launch(ServerState.ACTIVE);
    } else {
      server.breakDown(NO_HOST);
    }
  }

  private static Reply answer(Incoming request, JsonNode asked, Server first) {
    if (asked.path("return_reservation_id").asBoolean()) {
      String reservation = "r-" + Ids.hex32().substring(0, 8);
      return Reply.json(202, Json.object().put("reservation_id", reservation));
    }
    ObjectNode body = first.document().retain("id", "OS-DCF:diskConfig", "security_groups");
    body.set("links", ServerView.links(request, first.id()));
    return ServerView.promised(request, asked, body);
  }
}
