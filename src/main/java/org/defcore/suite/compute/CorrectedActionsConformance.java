package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;

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

/** A server rebooted and rebuilt, where a cloud may decline to. */
final class CorrectedActionsConformance {

  @InteropTest(
      id = "6a59fad8-9ee4-4cdd-a340-5c5e1e987de7",
      claim =
          "A hard reboot is accepted and logged, or refused as documented, and either way the server"
              + " runs afterwards as it was")
  void hardRebootIsLoggedOrRefused(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));

    Optional<String> request =
        cloud.as(MEMBER).compute().optionalActions().rebootServer(id, "HARD");

    Server after = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(ServerTraits.of(after)).as("GET /servers/%s", id).isEqualTo(before);
    request.ifPresent(
        it ->
            assertThat(servers.getAction(id, it).action())
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
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    ServerTraits before = ServerTraits.of(servers.getServer(id));
    Rebuild rebuild =
        new Rebuild(
            ServerRequests.otherImage(cloud).orElse(cloud.fact(IMAGE)),
            cloud.uniqueName("rebuilt"),
            Map.of(),
            "");
    ServerTraits rebuilt = before.rebuilt(rebuild.name(), rebuild.image());

    Optional<RebuiltServer> accepted =
        cloud.as(MEMBER).compute().optionalActions().rebuildServer(id, rebuild);

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
}
