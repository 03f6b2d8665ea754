package org.defcore.simcloud.compute;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.simcloud.compute.flavor.Flavors;
import org.defcore.simcloud.compute.request.ComputeFaults;
import org.defcore.simcloud.image.ImageLibrary;
import org.defcore.simcloud.kind.Kind;
import org.defcore.simcloud.network.NetworkStore;
import org.defcore.simcloud.network.Port;
import org.defcore.simcloud.volume.VolumeStore;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/**
 * All servers that ever were, and what goes with them when they are deleted. Whoever uses it holds
 * its lock, so that what a request finds stays as it is until its answer.
 */
final class ServerStore {

  /** The things of other services that servers are made of. */
  record Surroundings(
      Flavors flavors, NetworkStore networks, ImageLibrary images, VolumeStore volumes) {}

  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final Kind kind;
  private final Surroundings surroundings;
  private final Clock clock;

  ServerStore(Kind kind, Surroundings surroundings, Clock clock) {
    this.kind = kind;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** The kind of all its servers. */
  Kind kind() {
    return kind;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Clock clock() {
    return clock;
  }

  void add(Server server) {
    servers.put(server.id(), server);
  }

  /** The server that the path of a request names. */
  Server find(Incoming request) {
    String id = request.part("server");
    return known(request, id)
        .orElseThrow(() -> ComputeFaults.notFound("Instance " + id + " could not be found."));
  }

  Optional<Server> known(Incoming request, String id) {
    String project = request.caller().project();
    return Optional.ofNullable(servers.get(id))
        .filter(it -> !it.isDeleted())
        .filter(it -> it.origin().owner().project().equals(project));
  }

  /** Newest first, with those that are deleted. */
  List<Server> everyOne() {
    List<Server> all = new ArrayList<>(servers.values());
    Collections.reverse(all);
    return all;
  }

  /** The servers of a project that exist, newest first. */
  List<Server> own(String project) {
    return everyOne().stream()
        .filter(it -> !it.isDeleted() && it.origin().owner().project().equals(project))
        .toList();
  }

  /** Makes happen what is due by now. */
  void settle() {
    for (Server server : servers.values()) {
      server.stages().settle();
      for (String image : server.pendingImages()) {
        follow(server, image);
      }
    }
  }

  // A server is done with an image when the image is done, and not by a time of its own.
  private void follow(Server server, String image) {
    String status =
        surroundings
            .images()
            .find(image, server.origin().owner())
            .map(it -> it.path("status").asText())
            .orElse("deleted");
    if (status.equals("saving") && server.state().task().equals("image_snapshot_pending")) {
      server.enter(server.state().during("image_uploading"));
    } else if (!status.equals("queued") && !status.equals("saving")) {
      server.imaged(image);
    }
  }

  /** Takes a server away for good, with its ports and its hold on volumes. */
  void remove(Server server) {
    List<Port> ports = server.ports();
    ports.forEach(surroundings.networks()::unplug);
    ports.clear();
    for (String volume : server.volumes().keySet()) {
      release(server, volume);
    }
    server.volumes().clear();
    server.change(server.spec().with(Map.of()));
    server.enter(new ServerState("deleted", "", 0));
  }

  // A volume that is on its way already, or gone, is nothing that a deletion fails for.
  private void release(Server server, String volume) {
    try {
      surroundings.volumes().detach(server.origin().owner().project(), volume, server.id());
    } catch (Refusal refused) {
      server.volumes().remove(volume, "");
    }
  }

  List<String> resources() {
    return servers.values().stream()
        .filter(it -> !it.isDeleted())
        .map(it -> "server " + it.id() + " " + it.spec().name())
        .sorted()
        .toList();
  }
}
