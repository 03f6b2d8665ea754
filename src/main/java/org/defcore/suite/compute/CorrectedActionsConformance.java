package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.compute.ServerPool.Loan.TO_RESIZE;

import java.util.List;
import java.util.Optional;
import org.defcore.client.Wanted;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server rebooted, rebuilt and resized, where a cloud may decline to. */
final class CorrectedActionsConformance {

  private static final String WAITING = "VERIFY_RESIZE";

  @InteropTest(
      id = "6a59fad8-9ee4-4cdd-a340-5c5e1e987de7",
      claim =
          "A hard reboot is accepted and logged, or refused as documented, and either way the server"
              + " runs afterwards as it was")
  void hardRebootIsLoggedOrRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    ServerTraits before = server.traits();

    Optional<String> request = server.calls().actUnlessRefused(ServerAction.reboot("HARD"));

    server.assertRunsAs(before);
    request.ifPresent(
        it ->
            assertThat(server.logged(it).action())
                .as("action in GET /servers/%s/os-instance-actions/%s", server.id(), it)
                .isEqualTo("reboot"));
  }

  @InteropTest(
      id = "9b9a968a-cca1-45cc-9223-3eb19ac49343",
      claim =
          "A rebuilt server runs under the name and from the image asked for, else as it was made,"
              + " or the rebuild is refused as documented and the server runs on unchanged",
      start = StartHint.EARLY)
  void rebuildReplacesWhatWasAskedForOrIsRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    ServerTraits before = server.traits();
    String image = ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE));
    Wanted wanted = Wanted.named(cloud.uniqueName("rebuilt")).with("imageRef", image);
    ServerTraits rebuilt = before.rebuilt(wanted.name(), image);

    Optional<Server.Rebuilt> accepted = server.calls().rebuildUnlessRefused(wanted);

    server.assertRunsAs(accepted.isPresent() ? rebuilt : before);
    accepted
        .map(Server.Rebuilt::core)
        .ifPresent(
            it ->
                assertThat(it.id() + " " + it.name() + " " + it.imageId().orElse("none"))
                    .as("id, name and image in POST /servers/%s/action", server.id())
                    .isEqualTo(server.id() + " " + wanted.name() + " " + image));
  }

  @InteropTest(
      id = "7d2b8a7c-e5ea-4bfd-a04c-dc98da394d02",
      claim =
          "A resized server runs with the new flavor, once that is confirmed if the cloud asks, or"
              + " the resize is refused as documented, or fails as the action log says, and the"
              + " server runs on unchanged",
      start = StartHint.EARLY)
  void resizedServerKeepsTheNewFlavor(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(TO_RESIZE, cloud, cleanup, poll);
    String flavor = cloud.fact(SECOND_FLAVOR);
    ServerTraits before = server.traits();

    Optional<Server> ended = resized(server, flavor);
    if (waits(ended)) {
      server.act(ServerAction.CONFIRM_RESIZE);
    }

    server.assertRunsAs(waits(ended) || has(flavor, ended) ? before.resized(flavor) : before);
  }

  @InteropTest(
      id = "f877cf69-6eff-4d31-9e54-0c3e4c442d48",
      claim =
          "A resize that waits for consent can be undone, one that does not cannot, and one that is"
              + " refused as documented, or fails as the action log says, changes nothing",
      start = StartHint.EARLY)
  void waitingResizeIsUndone(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(TO_RESIZE, cloud, cleanup, poll);
    String flavor = cloud.fact(SECOND_FLAVOR);
    ServerTraits before = server.traits();

    Optional<Server> ended = resized(server, flavor);
    boolean isDone = !waits(ended) && has(flavor, ended);
    if (waits(ended)) {
      server.act(ServerAction.REVERT_RESIZE);
    } else if (isDone) {
      assertRefused(List.of(400, 409), () -> server.act(ServerAction.REVERT_RESIZE));
    }

    server.assertRunsAs(isDone ? before.resized(flavor) : before);
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
