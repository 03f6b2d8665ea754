package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.IMAGE;

import java.util.Map;
import org.defcore.client.compute.Rebuild;
import org.defcore.client.compute.RebuiltServer;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server built anew in its place. */
final class ServerRebuildConformance {

  private static final Map<String, String> METADATA = Map.of("rebuild", "server");

  @InteropTest(
      id = "aaa6cdf3-55a7-461a-add9-1c8596b9a07c",
      claim =
          "A rebuilt server has the image, name, metadata and password asked for, and still its id,"
              + " flavor and addresses",
      start = StartHint.EARLY)
  void rebuildReplacesWhatWasAskedFor(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
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
    assertThat(after.metadata()).as("metadata in %s", call).isEqualTo(METADATA);
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
}
