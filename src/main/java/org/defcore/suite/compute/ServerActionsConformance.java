package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;

import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server stopped, started, locked, rebooted and deleted. */
final class ServerActionsConformance {

  @InteropTest(
      id = "af8eafd4-38a7-4a4b-bdbc-75145a580560",
      claim = "A running server can be stopped and started again",
      start = StartHint.EARLY)
  void stopsAndStarts(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    servers.stopServer(id);
    states.await(id, "SHUTOFF");
    servers.startServer(id);
    states.await(id, "ACTIVE");
  }

  @InteropTest(
      id = "80a8094c-211e-440a-ab88-9e59d556c7ee",
      claim = "A locked server cannot be stopped by its user; unlocked it can, and starts again",
      start = StartHint.EARLY)
  void lockKeepsFromStopping(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    servers.lockServer(id);
    Server locked = servers.getServer(id);
    assertThat(locked.status()).as("status of the locked server %s", id).isEqualTo("ACTIVE");
    assertRefused(409, () -> servers.stopServer(id));
    servers.unlockServer(id);
    servers.stopServer(id);
    states.await(id, "SHUTOFF");
    servers.startServer(id);
    states.await(id, "ACTIVE");
    // One that is not locked may be unlocked, too.
    servers.unlockServer(id);
  }

  @InteropTest(
      id = "2cb1baf6-ac8d-4429-bf0d-ba8a0ba53e32",
      claim = "A running server runs again after a hard reboot",
      start = StartHint.EARLY)
  void rebootsHard(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    servers.rebootServer(id, "HARD");

    new ServerStates(servers, poll).await(id, "ACTIVE");
  }

  @InteropTest(
      id = "925fdfb4-5b13-47ea-ac8a-c36ae6fddb05",
      claim = "A running server can be deleted, and is gone soon after",
      start = StartHint.EARLY)
  void runningServerCanBeDeleted(Cloud cloud, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).spend().id();

    servers.deleteServer(id);

    new ServerStates(servers, poll).awaitGone(id);
  }
}
