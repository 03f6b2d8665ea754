package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.List;
import java.util.Optional;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server to be given another flavor, where a cloud may decline to. */
final class CorrectedResizeConformance {

  private static final String WAITING = "VERIFY_RESIZE";

  @InteropTest(
      id = "7d2b8a7c-e5ea-4bfd-a04c-dc98da394d02",
      claim =
          "A resized server runs with the new flavor, once that is confirmed if the cloud asks, or"
              + " the resize is refused as documented, or fails as the action log says, and the"
              + " server runs on unchanged",
      start = StartHint.EARLY)
  void resizedServerKeepsTheNewFlavor(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrowToResize(cleanup).id();
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
    String id = cloud.shared(new SpareServers()).borrowToResize(cleanup).id();
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
    ActionLog log = new ActionLog(servers);
    return cloud
        .as(MEMBER)
        .compute()
        .optionalActions()
        .resizeServer(id, flavor)
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
                                        || log.saysFailed(id, request))),
                        it -> it.status().equals("ERROR")));
  }

  private static boolean waits(Optional<Server> server) {
    return server.filter(it -> it.rests(WAITING)).isPresent();
  }

  private static boolean has(String flavor, Optional<Server> server) {
    return server.filter(it -> it.flavor().id().equals(flavor)).isPresent();
  }
}
