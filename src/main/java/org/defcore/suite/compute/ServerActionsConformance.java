package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.suite.compute.ServerPool.Loan.FRESH;

import java.util.Map;
import org.defcore.client.Wanted;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerCore;
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
    HeldServer.lent(cloud, cleanup, poll).stopAndStart();
  }

  @InteropTest(
      id = "80a8094c-211e-440a-ab88-9e59d556c7ee",
      claim = "A locked server cannot be stopped by its user; unlocked it can, and starts again",
      start = StartHint.EARLY)
  void lockKeepsFromStopping(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    server.act(ServerAction.LOCK);
    assertThat(server.get().status())
        .as("status of the locked server %s", server.id())
        .isEqualTo("ACTIVE");
    assertRefused(409, () -> server.act(ServerAction.STOP));

    server.act(ServerAction.UNLOCK);
    server.stopAndStart();
    // One that is not locked may be unlocked, too.
    server.act(ServerAction.UNLOCK);
  }

  @InteropTest(
      id = "2cb1baf6-ac8d-4429-bf0d-ba8a0ba53e32",
      claim = "A running server runs again after a hard reboot",
      start = StartHint.EARLY)
  void rebootsHard(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    server.act(ServerAction.reboot("HARD"));

    server.await("ACTIVE");
  }

  @InteropTest(
      id = "925fdfb4-5b13-47ea-ac8a-c36ae6fddb05",
      claim = "A running server can be deleted, and is gone soon after",
      start = StartHint.EARLY)
  void runningServerCanBeDeleted(Cloud cloud, Poll poll) {
    HeldServer.spent(cloud, poll).deleteAndAwaitGone();
  }

  @InteropTest(
      id = "aaa6cdf3-55a7-461a-add9-1c8596b9a07c",
      claim =
          "A rebuilt server has the image, name, metadata and password asked for, and still its id,"
              + " flavor and addresses",
      start = StartHint.EARLY)
  void rebuildReplacesWhatWasAskedFor(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Server before = server.get();
    String image = ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE));
    String password = ServerRequests.password();
    Wanted wanted =
        Wanted.named(cloud.uniqueName("rebuilt"))
            .with("imageRef", image)
            .with("metadata", METADATA)
            .with("adminPass", password);

    Server.Rebuilt accepted = server.calls().rebuild(wanted);
    Server after = server.await("ACTIVE");

    assertKeeps(before, accepted.core(), image, "POST /servers/" + server.id() + "/action");
    // Neither of the two is to stand in a message.
    assertThat(accepted.adminPass().filter(password::equals).isPresent())
        .as("whether adminPass in POST /servers/%s/action is the one that was sent", server.id())
        .isEqualTo(true);
    String call = "GET /servers/" + server.id();
    assertKeeps(before, after.core(), image, call);
    assertThat(after.name()).as("name in %s", call).isEqualTo(wanted.name());
    assertThat(after.core().metadata()).as("metadata in %s", call).isEqualTo(METADATA);
    assertThat(after.addresses()).as("addresses in %s", call).isEqualTo(before.addresses());
  }

  /** Id and flavor, under another image. */
  private static void assertKeeps(Server before, ServerCore rebuilt, String image, String call) {
    assertThat(rebuilt.id()).as("id in %s", call).isEqualTo(before.id());
    assertThat(rebuilt.imageId()).as("image in %s", call).contains(image);
    assertThat(rebuilt.flavor().id())
        .as("flavor in %s", call)
        .isEqualTo(before.core().flavor().id());
  }

  @InteropTest(
      id = "aacc71ca-1d70-4aa5-bbf6-0ff71470e43c",
      claim = "The action log has the creation of a server under the id of the request")
  void creationIsFoundByItsRequest(Cloud cloud, Poll poll) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    HeldServer server = new HeldServer(made.id(), cloud, poll);
    String request =
        server.calls().actions().list().stream()
            .filter(it -> it.action().equals("create"))
            .map(InstanceAction::requestId)
            .findFirst()
            .orElse("");

    InstanceAction action = server.logged(request);

    String call = "GET /servers/" + made.id() + "/os-instance-actions/" + request;
    assertThat(action.instanceId()).as("instance_uuid in %s", call).isEqualTo(made.id());
    assertThat(action.action()).as("action in %s", call).isEqualTo("create");
    assertThat(made.creation().requestId())
        .as("header x-compute-request-id of POST /servers")
        .contains(action.requestId());
  }

  @InteropTest(
      id = "77ca5cc5-9990-45e0-ab98-1de8fead201a",
      claim = "The action log of a server lists its creation, its reboot and nothing else",
      start = StartHint.EARLY)
  void logHasWhatWasDone(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(FRESH, cloud, cleanup, poll);

    server.act(ServerAction.reboot("HARD"));
    server.await("ACTIVE");

    assertThat(server.calls().actions().list())
        .extracting(InstanceAction::action)
        .as("actions in GET /servers/%s/os-instance-actions", server.id())
        .containsExactlyInAnyOrder("create", "reboot");
  }
}
