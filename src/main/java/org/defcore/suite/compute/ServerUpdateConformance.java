package org.defcore.suite.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defcore.kit.Refusals.assertRefused;
import static org.defcore.kit.Role.MEMBER;

import java.util.Map;
import org.defcore.client.compute.Server;
import org.defcore.client.compute.ServerClient;
import org.defcore.kit.Cleanup;
import org.defcore.kit.Cloud;
import org.defcore.kit.InteropTest;
import org.defcore.kit.Poll;
import org.defcore.kit.StartHint;

/** The name and the access addresses of a server changed. */
final class ServerUpdateConformance {

  @InteropTest(
      id = "89b90870-bc13-4b73-96af-f9d4f2b70077",
      claim = "The access addresses of a server can be changed")
  void accessAddressesCanBeChanged(Cloud cloud, Cleanup cleanup, Poll poll) {
    ServerClient servers = cloud.as(MEMBER).compute().servers();
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    servers.updateServer(id, Map.of("accessIPv4", "1.1.1.1", "accessIPv6", "::babe:202:202"));

    Server updated = new ServerStates(servers, poll).await(id, "ACTIVE");
    assertThat(updated.accessIPv4()).as("accessIPv4 in GET /servers/%s", id).contains("1.1.1.1");
    assertThat(updated.accessIPv6())
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
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

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
    assertThat(stopped.progress()).as("progress in GET /servers/%s, stopped", id).isEmpty();
  }

  @InteropTest(
      id = "5c8e244c-dada-4590-9944-749c455b431f",
      claim = "A server cannot be given a name of 256 characters")
  void nameMayNotBeTooLong(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();
    Map<String, String> name = Map.of("name", "a".repeat(256));

    assertRefused(400, () -> cloud.as(MEMBER).compute().servers().updateServer(id, name));
  }

  @InteropTest(
      id = "38204696-17c6-44da-9590-40f87fb5a899",
      claim = "A server cannot be given an empty name")
  void nameMayNotBeEmpty(Cloud cloud, Cleanup cleanup) {
    String id = cloud.shared(new SpareServers()).borrow(cleanup).id();

    assertRefused(
        400, () -> cloud.as(MEMBER).compute().servers().updateServer(id, Map.of("name", "")));
  }
}
