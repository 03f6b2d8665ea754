package org.defcore.suite.compute;

import java.util.function.Predicate;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Poll;

/** Waits until a server has come to rest in a status, where ERROR ends the wait; and its log. */
record ServerStates(ServerClient servers, Poll poll) {

  Server await(String id, String status) {
    return await(id, status, poll.like("server " + status));
  }

  /** Waits until a new server runs. */
  Server awaitBoot(String id) {
    return await(id, "ACTIVE", poll.like("server booted"));
  }

  /** As {@link #awaitBoot}, of one asked for a while ago: there may be nothing left to wait for. */
  void awaitBegunBoot(String id) {
    await(id, "ACTIVE", poll);
  }

  /**
   * Waits until a server that is being resized waits for consent. It is busy when the resize has
   * been answered, so one that is at rest as before was given up, or asks for no consent.
   */
  Server awaitResized(String id) {
    String status = "VERIFY_RESIZE";
    return await(
        id, status, poll.like("server " + status), it -> isBroken(it) || it.rests("ACTIVE"));
  }

  private Server await(String id, String status, Poll like) {
    return await(id, status, like, ServerStates::isBroken);
  }

  private Server await(String id, String status, Poll like, Predicate<Server> broken) {
    return like.until(
        "GET /servers/%s to show %s and no task".formatted(id, status),
        () -> servers.getServer(id),
        it -> it.rests(status),
        broken);
  }

  private static boolean isBroken(Server server) {
    return server.status().equals("ERROR");
  }

  void awaitGone(String id) {
    poll.like("server gone").untilGone("server " + id, () -> servers.getServer(id));
  }

  /** Stops a running server, and starts it again. */
  void stopAndStart(String id) {
    servers.stopServer(id);
    await(id, "SHUTOFF");
    servers.startServer(id);
    await(id, "ACTIVE");
  }

  /** Returns whether the server's log says of that request that it failed. */
  boolean logsFailure(String server, String request) {
    return servers.getAction(server, request).entry().message().isPresent();
  }
}
