package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.UUID;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** A server given another flavor. */
final class ServerResizeConformance {

  @InteropTest(
      id = "1499262a-9328-4eda-9068-db1ac57498d2",
      claim = "A server can be resized to another flavor, and keeps it when that is confirmed",
      start = StartHint.EARLY)
  void confirmedResizeStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrowToResize(cleanup).id();
    String flavor = cloud.fact(SECOND_FLAVOR);

    servers.resizeServer(id, flavor);
    new ServerStates(servers, poll).awaitResized(id);
    servers.confirmResize(id);
    Server confirmed = new ServerStates(servers, poll).await(id, "ACTIVE");

    assertThat(confirmed.flavor().id()).as("flavor in GET /servers/%s", id).isEqualTo(flavor);
  }

  @InteropTest(
      id = "c03aab19-adb1-44f5-917d-c419577e9e68",
      claim = "A server that was resized can be given its old flavor back",
      start = StartHint.EARLY)
  void revertedResizeGivesTheOldFlavorBack(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrowUnresized(cleanup).id();

    servers.resizeServer(id, cloud.fact(SECOND_FLAVOR));
    new ServerStates(servers, poll).awaitResized(id);
    servers.revertResize(id);
    Server reverted = new ServerStates(servers, poll).await(id, "ACTIVE");

    assertThat(reverted.flavor().id())
        .as("flavor in GET /servers/%s", id)
        .isEqualTo(cloud.fact(FLAVOR));
  }

  @InteropTest(
      id = "ced1a1d7-2ab6-45c9-b90f-b27d87b30efd",
      claim = "A server cannot be resized to a flavor that does not exist")
  void flavorHasToExist(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    String nowhere = UUID.randomUUID().toString();

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().resizeServer(id, nowhere));
  }

  @InteropTest(
      id = "45436a7d-a388-4a35-a9d8-3adc5d0d940b",
      claim = "A server cannot be resized to a flavor whose id is empty")
  void flavorHasToBeNamed(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().resizeServer(id, ""));
  }
}
