package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.Map;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.Rebuild;
import org.defcore.client.compute.RebuiltServer;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server stopped, started, locked, rebooted, rebuilt and deleted, and the log of it. */
final class ServerActionsConformance {

  private static final Map<String, String> METADATA = Map.of("rebuild", "server");

  @InteropTest(
      id = "af8eafd4-38a7-4a4b-bdbc-75145a580560",
      claim = "A running server can be stopped and started again",
      start = StartHint.EARLY)
  void stopsAndStarts(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    states.stopAndStart(id);
  }

  @InteropTest(
      id = "80a8094c-211e-440a-ab88-9e59d556c7ee",
      claim = "A locked server cannot be stopped by its user; unlocked it can, and starts again",
      start = StartHint.EARLY)
  void lockKeepsFromStopping(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    servers.lockServer(id);
    Server locked = servers.getServer(id);
    assertThat(locked.status()).as("status of the locked server %s", id).isEqualTo("ACTIVE");
    assertRefused(409, () -> servers.stopServer(id));
    servers.unlockServer(id);
    states.stopAndStart(id);
    // One that is not locked may be unlocked, too.
    servers.unlockServer(id);
  }

  @InteropTest(
      id = "2cb1baf6-ac8d-4429-bf0d-ba8a0ba53e32",
      claim = "A running server runs again after a hard reboot",
      start = StartHint.EARLY)
  void rebootsHard(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    servers.rebootServer(id, "HARD");

    new ServerStates(servers, poll).await(id, "ACTIVE");
  }

  @InteropTest(
      id = "925fdfb4-5b13-47ea-ac8a-c36ae6fddb05",
      claim = "A running server can be deleted, and is gone soon after",
      start = StartHint.EARLY)
  void runningServerCanBeDeleted(Cloud cloud, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).spend().id();

    servers.deleteServer(id);

    new ServerStates(servers, poll).awaitGone(id);
  }

  @InteropTest(
      id = "aaa6cdf3-55a7-461a-add9-1c8596b9a07c",
      claim =
          "A rebuilt server has the image, name, metadata and password asked for, and still its id,"
              + " flavor and addresses",
      start = StartHint.EARLY)
  void rebuildReplacesWhatWasAskedFor(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    Server before = servers.getServer(id);
    Rebuild rebuild =
        new Rebuild(
            ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE)),
            cloud.uniqueName("rebuilt"),
            METADATA,
            ServerRequests.password());

    RebuiltServer accepted = servers.rebuildServer(id, rebuild);
    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");

    assertAccepted(accepted, before, rebuild);
    String call = "GET /servers/" + id;
    assertThat(after.imageId()).as("image in %s", call).contains(rebuild.image());
    assertThat(after.name()).as("name in %s", call).isEqualTo(rebuild.name());
    assertThat(after.core().metadata()).as("metadata in %s", call).isEqualTo(METADATA);
    assertThat(after.flavor().id()).as("flavor in %s", call).isEqualTo(before.flavor().id());
    assertThat(after.addresses()).as("addresses in %s", call).isEqualTo(before.addresses());
  }

  private static void assertAccepted(RebuiltServer accepted, Server before, Rebuild rebuild) {
    String call = "POST /servers/" + before.id() + "/action";
    assertThat(accepted.id()).as("id in %s", call).isEqualTo(before.id());
    assertThat(accepted.imageId()).as("image in %s", call).contains(rebuild.image());
    assertThat(accepted.flavor().id()).as("flavor in %s", call).isEqualTo(before.flavor().id());
    // Neither of the two is to stand in a message.
    assertThat(accepted.adminPass().filter(rebuild.adminPass()::equals).isPresent())
        .as("whether adminPass in %s is the one that was sent", call)
        .isEqualTo(true);
  }

  @InteropTest(
      id = "aacc71ca-1d70-4aa5-bbf6-0ff71470e43c",
      claim = "The action log has the creation of a server under the id of the request")
  void creationIsFoundByItsRequest(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String request =
        servers.listActions(made.id()).stream()
            .filter(it -> it.action().equals("create"))
            .map(InstanceAction::requestId)
            .findFirst()
            .orElse("");

    InstanceAction.Detailed action = servers.getAction(made.id(), request);

    String call = "GET /servers/" + made.id() + "/os-instance-actions/" + request;
    assertThat(action.entry().instanceId()).as("instance_uuid in %s", call).isEqualTo(made.id());
    assertThat(action.entry().action()).as("action in %s", call).isEqualTo("create");
    assertThat(made.creation().requestId())
        .as("header x-compute-request-id of POST /servers")
        .contains(action.entry().requestId());
  }

  @InteropTest(
      id = "77ca5cc5-9990-45e0-ab98-1de8fead201a",
      claim = "The action log of a server lists its creation, its reboot and nothing else",
      start = StartHint.EARLY)
  void logHasWhatWasDone(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrowFresh(cleanup).id();

    servers.rebootServer(id, "HARD");
    new ServerStates(servers, poll).await(id, "ACTIVE");

    assertThat(servers.listActions(id))
        .extracting(InstanceAction::action)
        .as("actions in GET /servers/%s/os-instance-actions", id)
        .containsExactlyInAnyOrder("create", "reboot");
  }
}
