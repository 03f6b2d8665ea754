package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Role.MEMBER;

import org.defcore.client.compute.DetailedInstanceAction;
import org.defcore.client.compute.InstanceAction;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The log of what was done to a server. */
final class InstanceActionsConformance {

  @InteropTest(
      id = "aacc71ca-1d70-4aa5-bbf6-0ff71470e43c",
      claim = "The action log has the creation of a server under the id of the request")
  void creationIsFoundByItsRequest(Cloud cloud) {
    DetailedServer.Made made = cloud.shared(new DetailedServer());
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String request =
        servers.listActions(made.id()).stream()
            .filter(it -> it.action().equals("create"))
            .map(InstanceAction::requestId)
            .findFirst()
            .orElse("");

    DetailedInstanceAction action = servers.getAction(made.id(), request);

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
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrowFresh(cleanup).id();

    servers.rebootServer(id, "HARD");
    new ServerStates(servers, poll).await(id, "ACTIVE");

    assertThat(servers.listActions(id))
        .extracting(InstanceAction::action)
        .as("actions in GET /servers/%s/os-instance-actions", id)
        .containsExactlyInAnyOrder("create", "reboot");
  }
}
