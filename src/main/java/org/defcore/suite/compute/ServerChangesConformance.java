package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.client.compute.ServerAction.CONFIRM_RESIZE;
import static org.defcore.client.compute.ServerAction.REVERT_RESIZE;
import static org.defcore.client.compute.ServerAction.STOP;
import static org.defcore.client.compute.ServerAction.resize;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;
import static org.defcore.suite.compute.ServerPool.Loan.TO_RESIZE;
import static org.defcore.suite.compute.ServerPool.Loan.UNRESIZED;

import java.util.Map;
import java.util.UUID;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerAction;
import org.defcore.client.compute.ServerCore;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The name, the access addresses and the flavor of a server changed. */
final class ServerChangesConformance {

  @InteropTest(
      id = "89b90870-bc13-4b73-96af-f9d4f2b70077",
      claim = "The access addresses of a server can be changed")
  void accessAddressesCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    server.calls().update(Map.of("accessIPv4", "1.1.1.1", "accessIPv6", "::babe:202:202"));

    ServerCore updated = server.await("ACTIVE").core();
    String call = "GET /servers/" + server.id();
    assertThat(updated.accessIPv4()).as("accessIPv4 in %s", call).contains("1.1.1.1");
    assertThat(updated.accessIPv6()).as("accessIPv6 in %s", call).contains("::babe:202:202");
  }

  @InteropTest(
      id = "5e6ccff8-349d-4852-a8b3-055df7988dd2",
      claim = "A server can be given a name with accents, while it runs and while it is stopped",
      start = StartHint.EARLY)
  void nameCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);
    String call = "GET /servers/" + server.id();
    String first = cloud.uniqueName("server-éñåü");

    server.calls().update(Map.of("name", first));
    assertThat(server.await("ACTIVE").name()).as("name in %s, running", call).isEqualTo(first);

    server.act(STOP);
    server.await("SHUTOFF");
    String second = cloud.uniqueName("server-éñåü");
    server.calls().update(Map.of("name", second));
    Server stopped = server.await("SHUTOFF");
    assertThat(stopped.name()).as("name in %s, stopped", call).isEqualTo(second);
    assertThat(stopped.core().progress()).as("progress in %s, stopped", call).isEmpty();
  }

  @InteropTest(
      id = "5c8e244c-dada-4590-9944-749c455b431f",
      claim = "A server cannot be given a name of 256 characters")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.calls().update(Map.of("name", "a".repeat(256))));
  }

  @InteropTest(
      id = "38204696-17c6-44da-9590-40f87fb5a899",
      claim = "A server cannot be given an empty name")
  void nameMayNotBeEmpty(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.calls().update(Map.of("name", "")));
  }

  @InteropTest(
      id = "1499262a-9328-4eda-9068-db1ac57498d2",
      claim = "A server can be resized to another flavor, and keeps it when that is confirmed",
      start = StartHint.EARLY)
  void confirmedResizeStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(TO_RESIZE, cloud, cleanup, poll);

    assertResizeLeaves(cloud.fact(SECOND_FLAVOR), CONFIRM_RESIZE, server);
  }

  @InteropTest(
      id = "c03aab19-adb1-44f5-917d-c419577e9e68",
      claim = "A server that was resized can be given its old flavor back",
      start = StartHint.EARLY)
  void revertedResizeGivesTheOldFlavorBack(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(UNRESIZED, cloud, cleanup, poll);

    assertResizeLeaves(cloud.fact(FLAVOR), REVERT_RESIZE, server);
  }

  /** Of a resize to the second flavor that is ended so. */
  private static void assertResizeLeaves(String flavor, ServerAction end, HeldServer server) {
    server.act(resize(server.cloud().fact(SECOND_FLAVOR)));
    server.awaitResized();
    server.act(end);

    assertThat(server.await("ACTIVE").core().flavor().id())
        .as("flavor in GET /servers/%s", server.id())
        .isEqualTo(flavor);
  }

  @InteropTest(
      id = "ced1a1d7-2ab6-45c9-b90f-b27d87b30efd",
      claim = "A server cannot be resized to a flavor that does not exist")
  void flavorHasToExist(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.act(resize(UUID.randomUUID().toString())));
  }

  @InteropTest(
      id = "45436a7d-a388-4a35-a9d8-3adc5d0d940b",
      claim = "A server cannot be resized to a flavor whose id is empty")
  void flavorHasToBeNamed(Cloud cloud, Cleanup cleanup, Poll poll) {
    HeldServer server = HeldServer.lent(cloud, cleanup, poll);

    assertRefused(400, () -> server.act(resize("")));
  }
}
