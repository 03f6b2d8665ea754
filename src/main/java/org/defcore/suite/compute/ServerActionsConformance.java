package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.compute.ServerPool.Loan.FRESH;
import static org.defcore.suite.compute.ServerPool.Loan.TO_RESIZE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.kit.Claim;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/**
 * A server stopped, started, locked, rebooted, rebuilt, resized and deleted, with and without leave
 * to decline, and the log of it.
 */
final class ServerActionsConformance {

  private static final ServerAction HARD = ServerAction.reboot("HARD");
  private static final String WAITING = "VERIFY_RESIZE";

  private static final Map<String, String> METADATA = Map.of("rebuild", "server");

  @InteropTest(id = "af8eafd4-38a7-4a4b-bdbc-75145a580560", start = StartHint.EARLY)
  @Claim("A running server can be stopped and started again")
  void stopsAndStarts(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer.lent(cloud, cleanup, poll).stopAndStart();
  }

  @InteropTest(id = "0d8ee21e-b749-462d-83da-b85b41c86c7f", start = StartHint.EARLY)
  @Claim("A running server can be suspended, and runs again when it is resumed")
  void suspendsAndResumes(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    server.act(ServerAction.SUSPEND);
    server.await("SUSPENDED");
    server.act(ServerAction.RESUME);
    server.await("ACTIVE");
  }

  @InteropTest(id = "80a8094c-211e-440a-ab88-9e59d556c7ee", start = StartHint.EARLY)
  @Claim("A locked server cannot be stopped by its user; unlocked it can, and starts again")
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

  @InteropTest(id = "2cb1baf6-ac8d-4429-bf0d-ba8a0ba53e32", start = StartHint.EARLY)
  @Claim(
      "A hard reboot appears in the action log, where users may read it, and the server "
          + "is active again")
  void rebootsHard(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    Optional<String> request = server.calls().act(HARD);

    server.assertLogged(HARD, request);
    server.await("ACTIVE");
  }

  @InteropTest(id = "925fdfb4-5b13-47ea-ac8a-c36ae6fddb05", start = StartHint.EARLY)
  @Claim("A running server can be deleted")
  void runningServerCanBeDeleted(Cloud cloud, Poll poll) {
    HeldServer.spent(cloud, poll).deleteAndAwaitGone();
  }

  @InteropTest(id = "aaa6cdf3-55a7-461a-add9-1c8596b9a07c", start = StartHint.EARLY)
  @Claim("A rebuilt server shows what was requested and keeps its id, flavor and addresses")
  void rebuildReplacesWhatWasAskedFor(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted before = server.traits();
    String image = ServerRequests.imageToRebuild(cloud);
    String password = ServerRequests.password();
    Wanted wanted =
        Wanted.named(cloud.uniqueName("rebuilt"))
            .with("imageRef", image)
            .with("metadata", METADATA)
            .with("adminPass", password);
    Optional<String> shown = ServerRequests.shown(cloud, image);
    Wanted rebuilt =
        before.with("name", wanted.name()).with("image", shown).with("metadata", METADATA);

    Server.Rebuilt accepted = server.calls().rebuild(wanted);

    server.assertAnswered(rebuilt, accepted.core());
    // Neither of the two is to stand in a message.
    assertThat(accepted.adminPass().filter(password::equals).isPresent())
        .as("whether adminPass in POST /servers/%s/action is the one that was sent", server.id())
        .isEqualTo(true);
    server.assertRunsAs(rebuilt);
  }

  @InteropTest(id = "aacc71ca-1d70-4aa5-bbf6-0ff71470e43c")
  @Claim("The action log shows the creation of a server with its request id")
  void creationIsFoundByItsRequest(Cloud cloud, Poll poll) {
    DetailedServer.Made made = cloud.shared(DetailedServer.SHARED);
    HeldServer server = new HeldServer(made.id(), cloud, poll);
    List<String> requests =
        server.calls().actions().list().stream()
            .filter(it -> it.action().equals("create"))
            .map(InstanceAction::requestId)
            .toList();
    assertThat(requests)
        .as("request ids of create in GET /servers/%s/os-instance-actions", made.id())
        .hasSize(1);
    String request = requests.get(0);
    assertThat(request).as("request_id of create in the action log").isNotBlank();

    InstanceAction action = server.logged(request);

    String call = "GET /servers/" + made.id() + "/os-instance-actions/" + request;
    assertThat(action.instanceId()).as("instance_uuid in %s", call).isEqualTo(made.id());
    assertThat(action.action()).as("action in %s", call).isEqualTo("create");
    assertThat(made.creation().requestId())
        .as("header x-compute-request-id of POST /servers")
        .contains(action.requestId());
  }

  @InteropTest(id = "77ca5cc5-9990-45e0-ab98-1de8fead201a", start = StartHint.EARLY)
  @Claim("The action log of a server lists its creation, its reboot and nothing else")
  void logHasWhatWasDone(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(FRESH, cloud, cleanup, poll);

    server.act(HARD);
    server.await("ACTIVE");

    assertThat(server.calls().actions().list())
        .extracting(InstanceAction::action)
        .as("actions in GET /servers/%s/os-instance-actions", server.id())
        .containsExactlyInAnyOrder("create", "reboot");
  }

  @InteropTest(id = "6a59fad8-9ee4-4cdd-a340-5c5e1e987de7")
  @Claim(
      "A hard reboot is logged or rejected as documented; either way the server stays "
          + "as it was")
  void hardRebootIsLoggedOrRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted before = server.traits();

    Optional<String> request = server.calls().actUnlessRefused(HARD);

    server.assertRunsAs(before);
    assertThat(request.map(it -> server.logged(it).action()).orElse("reboot"))
        .as("action in GET /servers/%s/os-instance-actions", server.id())
        .isEqualTo("reboot");
  }

  @InteropTest(id = "9b9a968a-cca1-45cc-9223-3eb19ac49343", start = StartHint.EARLY)
  @Claim(
      "A rebuild applies the requested name and image, or is rejected as documented "
          + "without effect")
  void rebuildReplacesWhatWasAskedForOrIsRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    Wanted before = server.traits();
    String image = ServerRequests.imageToRebuild(cloud);
    Wanted wanted = Wanted.named(cloud.uniqueName("rebuilt")).with("imageRef", image);
    Wanted rebuilt =
        before.with("name", wanted.name()).with("image", ServerRequests.shown(cloud, image));

    Optional<Server.Rebuilt> accepted = server.calls().rebuildUnlessRefused(wanted);

    server.assertRunsAs(accepted.isPresent() ? rebuilt : before);
    accepted.ifPresent(it -> server.assertAnswered(rebuilt, it.core()));
  }

  @InteropTest(id = "7d2b8a7c-e5ea-4bfd-a04c-dc98da394d02", start = StartHint.EARLY)
  @Claim(
      "A resize takes effect, after confirmation if required; otherwise it is rejected "
          + "as documented or fails according to the action log, without effect")
  void resizedServerKeepsTheNewFlavor(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(TO_RESIZE, cloud, cleanup, poll);
    String flavor = cloud.fact(SECOND_FLAVOR);
    Wanted before = server.traits();

    Optional<Server> ended = resized(server, flavor);
    if (waits(ended)) {
      server.act(ServerAction.CONFIRM_RESIZE);
    }

    server.assertRunsAs(
        waits(ended) || has(flavor, ended) ? before.with("flavor", flavor) : before);
  }

  @InteropTest(id = "f877cf69-6eff-4d31-9e54-0c3e4c442d48", start = StartHint.EARLY)
  @Claim(
      "A resize that waits for confirmation can be reverted; one that is rejected as "
          + "documented or fails according to the action log changes nothing")
  void waitingResizeIsUndone(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(TO_RESIZE, cloud, cleanup, poll);
    String flavor = cloud.fact(SECOND_FLAVOR);
    Wanted before = server.traits();

    Optional<Server> ended = resized(server, flavor);
    boolean isDone = !waits(ended) && has(flavor, ended);
    if (waits(ended)) {
      server.act(ServerAction.REVERT_RESIZE);
    } else if (isDone) {
      assertRefused(List.of(400, 409), () -> server.act(ServerAction.REVERT_RESIZE));
    }

    server.assertRunsAs(isDone ? before.with("flavor", flavor) : before);
  }

  /** The server as soon as it is known what came of the request; nothing if that was refused. */
  private static Optional<Server> resized(HeldServer server, String flavor) {
    return server
        .calls()
        .actUnlessRefused(ServerAction.resize(flavor))
        .map(
            request ->
                server
                    .poll()
                    .like("server " + WAITING)
                    .until(
                        "GET /servers/%s to show %s, or ACTIVE with the new flavor or a failure"
                            .formatted(server.id(), WAITING),
                        server::get,
                        it ->
                            it.rests(WAITING)
                                || (it.rests("ACTIVE")
                                    && (has(flavor, Optional.of(it))
                                        || server.logsFailure(request))),
                        it -> it.status().equals("ERROR")));
  }

  private static boolean waits(Optional<Server> server) {
    return server.filter(it -> it.rests(WAITING)).isPresent();
  }

  private static boolean has(String flavor, Optional<Server> server) {
    return server.filter(it -> it.core().flavor().id().equals(flavor)).isPresent();
  }
}
