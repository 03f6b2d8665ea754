package org.defcore.suite.compute;

import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Poll;

/** Waits until a server has come to rest in a status; ERROR ends the wait. */
record ServerStates(ServerClient servers, Poll poll) {

  Server await(String id, String status) {
    return await(id, status, poll.like("server " + status));
  }

  /** Waits until a new server runs. */
  Server awaitBoot(String id) {
    return await(id, "ACTIVE", poll.like("server booted"));
  }

  private Server await(String id, String status, Poll like) {
    return like.until(
        "GET /servers/%s to show %s and no task".formatted(id, status),
        () -> servers.getServer(id),
        it -> it.rests(status),
        it -> it.status().equals("ERROR"));
  }

  void awaitGone(String id) {
    poll.like("server gone").untilGone("server " + id, () -> servers.getServer(id));
  }
}
