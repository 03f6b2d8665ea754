package org.defcore.simcloud.compute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.defcore.simcloud.defect.Defects;
import org.defcore.simcloud.kind.Action;
import org.defcore.simcloud.kind.Failure;
import org.defcore.simcloud.resource.Shelf;
import org.defcore.simcloud.wire.Caller;
import org.defcore.simcloud.wire.Incoming;
import org.defcore.simcloud.wire.Refusal;

/**
 * All servers that ever were, and what goes with them when they are deleted. Whoever uses it holds
 * its lock, as servers are not copied. Each look makes happen what is due by then.
 */
final class ServerStore {

  private final Shelf<Server> shelf;
  private final ComputeService.World world;
  private final Flavors flavors;
  private final Defects defects;

  ServerStore(ComputeService.World world, Flavors flavors, Defects defects) {
    this.shelf = Shelf.of(new Object(), world.timing(), ServerStore::missing);
    this.world = world;
    this.flavors = flavors;
    this.defects = defects;
  }

  private static Refusal missing(String id) {
    return ComputeFaults.notFound("Instance " + id + " could not be found.");
  }

  /** The things of other services that servers are made of. */
  ComputeService.World world() {
    return world;
  }

  Flavors flavors() {
    return flavors;
  }

  boolean has(ComputeDefect defect) {
    return defects.on(defect);
  }

  /** The failure that an accepted action comes to, by a defect or by the kind of compute. */
  Optional<Failure> failure(Action action) {
    return Stream.of(ComputeDefect.values())
        .filter(this::has)
        .flatMap(it -> it.failure(action).stream())
        .findFirst()
        .or(() -> world.kind().failure(action));
  }

  /** An image that the caller may read. */
  Optional<ObjectNode> image(String id, Caller caller) {
    return world.images().find(id, caller);
  }

  /** Adds a server of which nothing is to come yet, as its owner chose it. */
  Server add(Server.Origin origin, ObjectNode document, JsonNode asked) {
    return shelf.make(
        document.path("id").asText(),
        document.path("tenant_id").asText(),
        stages -> {
          Server server = new Server(origin, document, stages, world.timing().clock());
          server.change(asked);
          return server;
        });
  }

  /** The server that the path of a request names. */
  Server find(Incoming request) {
    String id = request.part("server");
    return shelf
        .find(request.caller().project(), id)
        .filter(Server::exists)
        .orElseThrow(() -> missing(id));
  }

  /** The servers of all projects that exist, newest first. */
  List<Server> everyOne() {
    return shelf.everyone(Server::exists);
  }

  /** The servers of a caller, with those that are deleted, newest first. */
  List<Server> ever(Caller caller) {
    return shelf.all(caller.project());
  }

  /** The servers of a project that exist, newest first. */
  List<Server> own(String project) {
    return shelf.all(project).stream().filter(Server::exists).toList();
  }

  /**
   * Lets a server be busy with an image that is being made of it. It is done when the image is, and
   * not by a time of its own.
   */
  void follow(Server server, String image, Runnable end) {
    server.enter(server.state().during("image_snapshot_pending"));
    server
        .stages()
        .when(
            () -> !status(server, image).equals("queued"),
            () -> server.enter(server.state().during("image_uploading")));
    server
        .stages()
        .when(
            () -> !Set.of("queued", "saving").contains(status(server, image)),
            () -> {
              end.run();
              server.enter(server.state().during(""));
            });
  }

  private String status(Server server, String image) {
    return image(image, server.owner()).map(it -> it.path("status").asText()).orElse("deleted");
  }

  /** Takes a server away for good, with its ports and its hold on volumes. */
  void remove(Server server) {
    server.ports().forEach(world.networks()::unplug);
    server.ports().clear();
    server.volumes().forEach((volume, device) -> release(server, volume, device));
    server.volumes().clear();
    server.end();
  }

  private void release(Server server, String volume, String device) {
    String project = server.owner().project();
    try {
      if (device.equals(BootVolumes.DEVICE)) {
        world.volumes().end(project, volume);
      } else {
        world.volumes().detach(project, volume, server.id());
      }
    } catch (Refusal onItsWayOrGone) {
      // A deletion does not fail for that.
    }
  }
}
