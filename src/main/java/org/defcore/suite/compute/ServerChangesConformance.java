package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;
import static org.defcore.result.ChosenFact.FLAVOR;
import static org.defcore.result.ChosenFact.SECOND_FLAVOR;

import java.util.Map;
import java.util.UUID;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
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
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    servers.updateServer(id, Map.of("accessIPv4", "1.1.1.1", "accessIPv6", "::babe:202:202"));

    Server updated = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(updated.core().accessIPv4())
        .as("accessIPv4 in GET /servers/%s", id)
        .contains("1.1.1.1");
    assertThat(updated.core().accessIPv6())
        .as("accessIPv6 in GET /servers/%s", id)
        .contains("::babe:202:202");
  }

  @InteropTest(
      id = "5e6ccff8-349d-4852-a8b3-055df7988dd2",
      claim = "A server can be given a name with accents, while it runs and while it is stopped",
      start = StartHint.EARLY)
  void nameCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    ServerStates states = new ServerStates(servers, poll);
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    String first = cloud.uniqueName("server-éñåü");
    servers.updateServer(id, Map.of("name", first));
    Server running = states.await(id, "ACTIVE");
    assertThat(running.name()).as("name in GET /servers/%s, running", id).isEqualTo(first);

    servers.stopServer(id);
    states.await(id, "SHUTOFF");
    String second = cloud.uniqueName("server-éñåü");
    servers.updateServer(id, Map.of("name", second));
    Server stopped = states.await(id, "SHUTOFF");
    assertThat(stopped.name()).as("name in GET /servers/%s, stopped", id).isEqualTo(second);
    assertThat(stopped.core().progress()).as("progress in GET /servers/%s, stopped", id).isEmpty();
  }

  @InteropTest(
      id = "5c8e244c-dada-4590-9944-749c455b431f",
      claim = "A server cannot be given a name of 256 characters")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    Map<String, String> name = Map.of("name", "a".repeat(256));

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().updateServer(id, name));
  }

  @InteropTest(
      id = "38204696-17c6-44da-9590-40f87fb5a899",
      claim = "A server cannot be given an empty name")
  void nameMayNotBeEmpty(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    assertRefused(
        400, () -> cloud.as(MEMBER).compute().servers().updateServer(id, Map.of("name", "")));
  }

  @InteropTest(
      id = "1499262a-9328-4eda-9068-db1ac57498d2",
      claim = "A server can be resized to another flavor, and keeps it when that is confirmed",
      start = StartHint.EARLY)
  void confirmedResizeStays(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(PooledServers.SHARED).borrowToResize(cleanup).id();
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
    String id = cloud.shared(PooledServers.SHARED).borrowUnresized(cleanup).id();

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
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();
    String nowhere = UUID.randomUUID().toString();

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().resizeServer(id, nowhere));
  }

  @InteropTest(
      id = "45436a7d-a388-4a35-a9d8-3adc5d0d940b",
      claim = "A server cannot be resized to a flavor whose id is empty")
  void flavorHasToBeNamed(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(PooledServers.SHARED).borrow(cleanup).id();

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().resizeServer(id, ""));
  }
}
