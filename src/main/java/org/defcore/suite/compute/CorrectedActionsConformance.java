package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.defcore.client.compute.Rebuild;
import org.defcore.client.compute.RebuiltServer;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
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
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));

    Optional<String> request = servers.rebootServerUnlessRefused(id, "HARD");

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after)).as("GET /servers/%s", id).isEqualTo(before);
    request.ifPresent(
        it ->
            assertThat(servers.getAction(id, it).entry().action())
                .as("action in GET /servers/%s/os-instance-actions/%s", id, it)
                .isEqualTo("reboot"));
  }

  @InteropTest(
      id = "9b9a968a-cca1-45cc-9223-3eb19ac49343",
      claim =
          "A rebuilt server runs under the name and from the image asked for, else as it was made,"
              + " or the rebuild is refused as documented and the server runs on unchanged",
      start = StartHint.EARLY)
  void rebuildReplacesWhatWasAskedForOrIsRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));
    Rebuild rebuild =
        new Rebuild(
            ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE)),
            cloud.uniqueName("rebuilt"),
            Map.of(),
            "");
    ServerTraits rebuilt = before.rebuilt(rebuild.name(), rebuild.image());

    Optional<RebuiltServer> accepted = servers.rebuildServerUnlessRefused(id, rebuild);

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after))
        .as("GET /servers/%s", id)
        .isEqualTo(accepted.isPresent() ? rebuilt : before);
    accepted.ifPresent(
        it ->
            assertThat(it.id() + " " + it.name() + " " + it.imageId().orElse("none"))
                .as("id, name and image in POST /servers/%s/action", id)
                .isEqualTo(id + " " + rebuild.name() + " " + rebuild.image()));
  }

  @InteropTest(
      id = "7d2b8a7c-e5ea-4bfd-a04c-dc98da394d02",
      claim =
          "A resized server runs with the new flavor, once that is confirmed if the cloud asks, or"
              + " the resize is refused as documented, or fails as the action log says, and the"
              + " server runs on unchanged",
      start = StartHint.EARLY)
  void resizedServerKeepsTheNewFlavor(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrowToResize(cleanup).id();
    String flavor = cloud.fact(SECOND_FLAVOR);
    ServerTraits before = ServerTraits.of(servers.getServer(id));

    Optional<Server> ended = resized(id, flavor, cloud, poll);
    if (waits(ended)) {
      servers.confirmResize(id);
    }

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after))
        .as("GET /servers/%s", id)
        .isEqualTo(waits(ended) || has(flavor, ended) ? before.resized(flavor) : before);
  }

  @InteropTest(
      id = "f877cf69-6eff-4d31-9e54-0c3e4c442d48",
      claim =
          "A resize that waits for consent can be undone, one that does not cannot, and one that is"
              + " refused as documented, or fails as the action log says, changes nothing",
      start = StartHint.EARLY)
  void waitingResizeIsUndone(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrowToResize(cleanup).id();
    String flavor = cloud.fact(SECOND_FLAVOR);
    ServerTraits before = ServerTraits.of(servers.getServer(id));

    Optional<Server> ended = resized(id, flavor, cloud, poll);
    boolean isDone = !waits(ended) && has(flavor, ended);
    if (waits(ended)) {
      servers.revertResize(id);
    } else if (isDone) {
      assertRefused(List.of(400, 409), () -> servers.revertResize(id));
    }

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after))
        .as("GET /servers/%s", id)
        .isEqualTo(isDone ? before.resized(flavor) : before);
  }

  /** The server as soon as it is known what came of the request; nothing if that was refused. */
  private static Optional<Server> resized(String id, String flavor, Cloud cloud, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    return servers
        .resizeServerUnlessRefused(id, flavor)
        .map(
            request ->
                poll.like("server " + WAITING)
                    .until(
                        "GET /servers/%s to show %s, or ACTIVE with the new flavor or a failure"
                            .formatted(id, WAITING),
                        () -> servers.getServer(id),
                        it ->
                            it.rests(WAITING)
                                || (it.rests("ACTIVE")
                                    && (it.flavor().id().equals(flavor)
                                        || states.logsFailure(id, request))),
                        it -> it.status().equals("ERROR")));
  }

  private static boolean waits(Optional<Server> server) {
    return server.filter(it -> it.rests(WAITING)).isPresent();
  }

  private static boolean has(String flavor, Optional<Server> server) {
    return server.filter(it -> it.flavor().id().equals(flavor)).isPresent();
  }
}
